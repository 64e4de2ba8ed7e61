import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { normalizePath, type Plugin } from 'vite'
import type { Language } from '../../../ui/words/languages.ts'
import { withoutOwnMarks } from '../languages/own-language.ts'
import { putWords, roomsIn } from './put-words.ts'
import { readWords, type Texts } from './read-words.ts'

/** Words of other languages are longer: they may be parted, and what is code may not; a line may become two. */
const LONG_WORDS =
  'body{hyphens:auto}:is(code,pre,kbd,textarea,.wire,.xterm){hyphens:manual}' +
  'body [data-slot=step] header>.caps{white-space:normal}'

/** Resolves `#words/…` to a language's folder, and puts the words into the pages as they are built. */
export function words({ root, language }: { root: string; language: Language }): Plugin[] {
  const folder = normalizePath(join(root, 'src/ui/words', language))
  const fileOf = (room: string) => `${folder}/${room}.ts`
  return [
    {
      name: 'helo-world:language',
      enforce: 'pre',
      resolveId: {
        filter: { id: /^#words\// },
        handler: (id) => fileOf(id.slice('#words/'.length)),
      },
      transformIndexHtml: (html) => ({
        html: html.replace('<html lang="en"', `<html lang="${language}"`),
        tags: language === 'en' ? [] : [{ tag: 'style', children: LONG_WORDS }],
      }),
    },
    {
      name: 'helo-world:own-language',
      enforce: 'pre',
      apply: 'build',
      transform: {
        filter: { id: /\/src\/ui\/.*\.svelte$/, code: / lang=/ },
        handler: (code) => ({ code: withoutOwnMarks(code, language), map: null }),
      },
    },
    {
      name: 'helo-world:words',
      enforce: 'pre',
      apply: 'build',
      transform: {
        filter: { id: /\/src\/ui\/.*\.(?:ts|svelte)$/, code: /#words\/|export const words/ },
        async handler(code, id) {
          if (id.startsWith(`${folder}/`)) return { code: readWords(code).module, map: null }
          const texts = new Map<string, Texts>()
          for (const room of roomsIn(code)) {
            this.addWatchFile(fileOf(room))
            texts.set(room, readWords(await readFile(fileOf(room), 'utf8')).texts)
          }
          if (!texts.size) return undefined
          return { code: putWords(code, (room) => texts.get(room)!), map: null }
        },
      },
    },
  ]
}

import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { transformWithOxc } from 'vite'
import type { words as course } from '../../../ui/words/en/course.ts'
import type { words as coach } from '../../../ui/words/en/coach.ts'
import type { words as desk } from '../../../ui/words/en/desk.ts'
import type { words as editor } from '../../../ui/words/en/editor.ts'
import type { words as find } from '../../../ui/words/en/find.ts'
import type { words as panels } from '../../../ui/words/en/panels.ts'
import type { words as reference } from '../../../ui/words/en/reference.ts'
import type { words as rules } from '../../../ui/words/en/rules.ts'
import type { words as terminalLine } from '../../../ui/words/en/terminal-line.ts'
import type { words as terminal } from '../../../ui/words/en/terminal.ts'
import type { words as zone } from '../../../ui/words/en/zone.ts'
import type { Language, Words } from '../../../ui/words/languages.ts'

/** All rooms of a language by name: what the built pages say of them is named, the rest is for templates. */
export interface SiteWords {
  readonly coach: Words<typeof coach>
  readonly course: Words<typeof course>
  readonly desk: Words<typeof desk>
  readonly editor: Words<typeof editor>
  readonly find: Words<typeof find>
  readonly panels: Words<typeof panels>
  readonly reference: Words<typeof reference>
  readonly rules: Words<typeof rules>
  readonly terminal: Words<typeof terminal>
  readonly 'terminal-line': Words<typeof terminalLine>
  readonly zone: Words<typeof zone>
}

/** By their text, so that a room that is as it was is the same value. */
const known = new Map<string, Promise<unknown>>()

/** What is being read, by its folder. */
const reading = new Map<string, Promise<SiteWords>>()

/**
 * Loads a language's words as they are on the disk: a build runs beside no `#words/…` but the English
 * one, and a dev server outlives an edit. Pages that ask at the same time share one reading: each of
 * them with all files open would be more than a process may have, where that is 1024.
 */
export function loadWords(root: string, language: Language): Promise<SiteWords> {
  const folder = join(root, 'src/ui/words', language)
  const underWay =
    reading.get(folder) ?? readFolder(folder).finally(() => void reading.delete(folder))
  reading.set(folder, underWay)
  return underWay
}

async function readFolder(folder: string): Promise<SiteWords> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts'))
  const rooms = await Promise.all(
    files.map(async (file) => {
      const source = await readFile(join(folder, file), 'utf8')
      if (!known.has(source)) known.set(source, evaluate(source))
      return [basename(file, '.ts'), await known.get(source)]
    }),
  )
  return Object.fromEntries(rooms) as SiteWords
}

/** A room imports types only, so it stands alone. */
async function evaluate(source: string): Promise<unknown> {
  const { code } = await transformWithOxc(source, 'words.ts', { sourcemap: false })
  const address = `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`
  const { words } = (await import(/* @vite-ignore */ address)) as { words: unknown }
  return words
}

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'
import { pageScript, pageSheet } from '../../../learning/page.ts'
import { partsFile, type LessonParts } from '../../../learning/parts.ts'
import { ownFolder, type SiteLanguages } from '../languages/other-languages.ts'
import { reached } from './reached.ts'

const PAGE = 'src/packaged/page'
const FRAME = 'embed/index.html'

/** Of what a frame may fetch later: the widgets that are no lesson, and the large editor. */
const OTHER_WIDGET = /\/src\/ui\/embed\/(?!lesson\/)\w+\/[A-Z]\w+\.svelte$/
const EDITOR = /\/src\/ui\/editor\/monaco\/open\.ts$|\/node_modules\/monaco-editor\//

/**
 * Writes what packages of learning systems are made of: the script and the sheet of their pages, and for each
 * language which files of the site a lesson needs.
 */
export function learning(root: string, of: SiteLanguages): Plugin {
  let config: ResolvedConfig
  let others: readonly string[] = []
  let editor: readonly string[] = []
  return {
    name: 'helo-world:learning',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      others = namesOf(chunks, ({ facadeModuleId }) => isOf(OTHER_WIDGET, facadeModuleId ?? ''))
      editor = namesOf(chunks, ({ moduleIds }) => moduleIds.some((id) => isOf(EDITOR, id)))
    },
    async closeBundle(error) {
      if (error) return
      const site = resolve(config.root, config.build.outDir)
      const write = (file: string, text: string) => {
        mkdirSync(dirname(join(site, file)), { recursive: true })
        writeFileSync(join(site, file), text)
      }
      if (ownFolder(of) === '') {
        write(pageScript, await pageCode(root))
        write(pageSheet, readFileSync(join(root, `${PAGE}.css`), 'utf8'))
      }
      write(`${ownFolder(of)}${partsFile}`, JSON.stringify(partsOf(site, ownFolder(of))))
    },
  }

  function partsOf(site: string, folder: string): LessonParts {
    const assets = readdirSync(join(site, 'assets')).map((name) => `assets/${name}`)
    const read = (file: string) => readFileSync(join(site, file), 'latin1')
    const frame = `${folder}${FRAME}`
    const lesson = reached([frame], { assets, read, without: [...others, ...editor] })
    const all = reached([frame], { assets, read, without: others })
    const more = [...all].filter((file) => !lesson.has(file))
    return { lesson: [...lesson].sort(), editor: more.sort() }
  }
}

/** One script without imports. */
async function pageCode(root: string): Promise<string> {
  const made = (await build({
    ...{ root, configFile: false, logLevel: 'warn', publicDir: false },
    build: {
      ...{ write: false, target: 'es2022', modulePreload: false },
      rolldownOptions: { input: join(root, `${PAGE}.ts`), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  return made.output[0].code
}

const isOf = (what: RegExp, module: string): boolean => what.test(module.replaceAll('\\', '/'))

/** Files of some chunks: who may fetch a chunk names its sheets too. */
const namesOf = (
  chunks: readonly Rolldown.OutputChunk[],
  isMeant: (chunk: Rolldown.OutputChunk) => boolean,
): string[] =>
  chunks
    .filter(isMeant)
    .flatMap(({ fileName, viteMetadata }) => [fileName, ...(viteMetadata?.importedCss ?? [])])

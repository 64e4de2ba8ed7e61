import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'
import type { StoredSite } from '../../../offline/stored-site.ts'
import { folderOf } from '../../../ui/words/languages.ts'
import { chunkPackagesFile, notesFolder, type ChunkPackages } from '../chunk-packages.ts'
import type { SiteLanguages } from '../languages/other-languages.ts'
import { addressOf, storedFiles, type BuiltChunk, type LanguageFiles } from './stored-files.ts'

const SCRIPT = 'src/offline/service-worker.ts'

/**
 * Writes `sw.js`, and the packs of pages that it fetches, once all else is written: in the build of the
 * last language.
 */
export function offline(root: string, languages: SiteLanguages): Plugin {
  let config: ResolvedConfig
  return {
    name: 'helo-world:offline',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    async closeBundle(error) {
      if (error) return
      const dist = resolve(config.root, config.build.outDir)
      const code = await workerCode(root)
      const site = { ...writePacks(dist, languages), version: '' }
      const version = digest(JSON.stringify(site) + code)
      const stored = JSON.stringify({ ...site, version } satisfies StoredSite)
      writeFileSync(join(dist, 'sw.js'), `const STORED_SITE=${stored};\n${code}`)
    },
  }
}

/** A script of one piece: not every browser lets a service worker import others. */
async function workerCode(root: string): Promise<string> {
  const made = (await build({
    ...{ root, configFile: false, logLevel: 'warn', publicDir: false },
    build: {
      ...{ write: false, target: 'es2023', modulePreload: false },
      rolldownOptions: { input: join(root, SCRIPT), output: { format: 'iife' } },
    },
  })) as Rolldown.RolldownOutput
  return made.output[0].code
}

function writePacks(dist: string, { language, all }: SiteLanguages): Omit<StoredSite, 'version'> {
  const built = (all.length ? all : [language]).map((one) => notesFolder({ language: one, all }))
  const notes = <Note>(file: string): Note[] =>
    built.map((folder) => JSON.parse(readFileSync(join(dist, folder, file), 'utf8')) as Note)
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
  const manifests = notes<Record<string, BuiltChunk>>('manifest.json')
  const {
    languages: found,
    assets,
    shared,
    onUse,
  } = storedFiles(
    files,
    manifests.map((manifest, at) => ({
      folder: all[at] ? folderOf(all[at]) : '',
      chunks: Object.values(manifest),
    })),
    Object.assign({}, ...notes(chunkPackagesFile)) as ChunkPackages,
  )
  const write = (packs: LanguageFiles['packs']) =>
    Object.entries(packs).map(([name, inside]) => {
      const texts = inside.map((file) => [addressOf(file), readFileSync(join(dist, file), 'utf8')])
      const text = JSON.stringify(Object.fromEntries(texts))
      const path = `assets/offline-${name}-${digest(text)}.json`
      writeFileSync(join(dist, path), text)
      return path
    })
  const languages = found.map(({ packs, ...language }) => ({ ...language, packs: write(packs) }))
  return { languages, assets, shared, onUse }
}

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12)

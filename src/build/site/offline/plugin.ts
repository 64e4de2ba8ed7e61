import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite'
import type { StoredSite } from '../../../offline/stored-site.ts'
import { chunkPackagesFile, type ChunkPackages } from '../chunk-packages.ts'
import { addressOf, storedFiles } from './stored-files.ts'

const SCRIPT = 'src/offline/service-worker.ts'

/** Writes `sw.js`, and the packs of pages that it fetches, once all else is written. */
export function offline(root: string): Plugin {
  let config: ResolvedConfig
  return {
    name: 'helo-world:offline',
    apply: 'build',
    configResolved: (resolved) => void (config = resolved),
    async closeBundle(error) {
      if (error) return
      const dist = join(config.root, config.build.outDir)
      const code = await workerCode(root)
      const site = { ...writePacks(dist), version: '' }
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

function writePacks(dist: string): Omit<StoredSite, 'version'> {
  const json = (file: string): unknown => JSON.parse(readFileSync(join(dist, file), 'utf8'))
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(dist.length + 1)
        .replaceAll('\\', '/'),
    )
  const { assets, onUse, packs } = storedFiles(
    files,
    json('.vite/manifest.json') as Parameters<typeof storedFiles>[1],
    json(chunkPackagesFile) as ChunkPackages,
  )
  const written = Object.entries(packs).map(([name, inside]) => {
    const texts = inside.map((file) => [addressOf(file), readFileSync(join(dist, file), 'utf8')])
    const text = JSON.stringify(Object.fromEntries(texts))
    const path = `assets/offline-${name}-${digest(text)}.json`
    writeFileSync(join(dist, path), text)
    return path
  })
  return { packs: written, assets, onUse }
}

const digest = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 12)

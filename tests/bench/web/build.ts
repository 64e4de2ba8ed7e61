import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'

/** The site and the bare pages beside it, built for one run. */
export interface BuiltPages {
  /** Holds `site/` and `bare/`. */
  readonly folder: string
  remove(): void
}

/** Builds into a folder of its own, so that runs of several checkouts do not meet. */
export async function buildPages(): Promise<BuiltPages> {
  const cache = resolve('node_modules/.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'bench-web-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    // As it is deployed, by its own script: this one is bundled, and finds no files beside itself.
    execFileSync('node', ['--import', 'tsx', 'src/build/site/build.ts', join(folder, 'site')])
    await buildBare(join(folder, 'bare'))
    return { folder, remove }
  } catch (error) {
    remove()
    throw error
  }
}

/** With the site's target, and nothing else that the site sets. */
async function buildBare(outDir: string): Promise<void> {
  const root = resolve('tests/bench/web/bare')
  await build({
    ...{ configFile: false, root, base: './', logLevel: 'error' },
    worker: { format: 'es' },
    build: {
      ...{ outDir, emptyOutDir: true, target: 'es2023', modulePreload: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input: ['terminal.html', 'editor.html'].map((page) => join(root, page)) },
    },
  })
}

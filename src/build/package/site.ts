import { cpSync, existsSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * Copies the built playground into `site/`, for the package. What only a site of its own needs stays behind: the
 * packs and the worker for the time without a network, for a bridge is on this machine.
 */
const root = join(import.meta.dirname, '../../..')
const [dist, site] = [join(root, 'dist'), join(root, 'site')]

if (!existsSync(join(dist, 'index.html'))) {
  const { buildSite } = await import('../site/languages/build-site.ts')
  await buildSite()
}
rmSync(site, { recursive: true, force: true })
cpSync(dist, site, { recursive: true, filter: (from) => !isLeft(basename(from)) })

function isLeft(name: string): boolean {
  return name === 'sw.js' || name === '.vite' || /^offline-.*\.json$|\.map$/.test(name)
}

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { DocsSystem } from './docs-system.ts'
import { pages } from './widgets.ts'

/** A site that was built, why it was not, or what its system said instead. */
export type Prepared =
  | { readonly state: 'built'; readonly folder: string }
  | { readonly state: 'skipped' | 'failed'; readonly reason: string }

const here = import.meta.dirname
/** What npm has installed is kept here for the next run. `HELO_DOCS_CACHE` names another folder. */
const cache = process.env['HELO_DOCS_CACHE'] ?? join(tmpdir(), 'helo-docs-systems')
const minute = 60_000
const noNetwork = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ENETUNREACH/
const noVersion = /\bETARGET\b|\bE404\b|\bE403\b|notsup|EBADENGINE/

/**
 * Builds the site of a system in a folder of its own, with what is in `integrations/`.
 * @param site Where the playground is.
 */
export function prepare(system: DocsSystem, site: string): Prepared {
  const work = join(cache, system.name, 'site')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(dirname(work), { recursive: true })
  const packages = system.program ? hasProgram(system, system.program) : installed(system.name)
  if (typeof packages !== 'string') return packages
  writeSite(system, work, site)
  if (packages) symlinkSync(packages, join(work, 'node_modules'))
  const [command = '', ...words] = system.build
  const built = run(command, words, work)
  if (built.status === 0) return { state: 'built', folder: join(work, system.output) }
  const reason = `${built.stdout}${built.stderr}`.slice(-4000)
  if (system.isMissing?.test(reason)) return isNotInstalled(system)
  return { state: 'failed', reason }
}

function run(command: string, words: readonly string[], folder: string) {
  const env = {
    ...process.env,
    ...{
      CI: 'true',
      NODE_ENV: 'production',
      NO_UPDATE_NOTIFIER: '1',
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    ...{ DO_NOT_TRACK: '1', LC_ALL: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1' },
  }
  return spawnSync(command, words, { cwd: folder, encoding: 'utf8', env, timeout: 15 * minute })
}

/** @returns Nothing to link, where the program is there. */
function hasProgram(system: DocsSystem, [name = '', ...words]: readonly string[]) {
  return spawnSync(name, words, { stdio: 'ignore' }).status === 0 ? '' : isNotInstalled(system)
}

const isNotInstalled = ({ name, debian = name }: DocsSystem): Prepared =>
  skipped(`it is not installed (on Debian: apt-get install ${debian}).`)

/** @returns The folder with the packages of a site, which are installed once for each lockfile. */
function installed(name: string): string | Prepared {
  const lock = readFileSync(join(here, name, 'package-lock.json'))
  const digest = createHash('sha256').update(lock).digest('hex').slice(0, 12)
  const folder = join(cache, name, digest)
  const packages = join(folder, 'node_modules')
  if (existsSync(join(folder, 'done'))) return packages
  mkdirSync(folder, { recursive: true })
  for (const file of ['package.json', 'package-lock.json'])
    cpSync(join(here, name, file), join(folder, file))
  const words = [
    'ci',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--include=dev',
  ]
  const { status, stdout, stderr } = run('npm', words, folder)
  if (status === 0) {
    writeFileSync(join(folder, 'done'), '')
    return packages
  }
  const reason = `${stdout}${stderr}`.slice(-2000)
  if (noNetwork.test(reason)) return skipped('the registry of npm cannot be reached.')
  if (noVersion.test(reason)) return skipped(`the registry of npm has it not: ${reason}`)
  return { state: 'failed', reason }
}

const skipped = (reason: string): Prepared => ({ state: 'skipped', reason })

function writeSite(system: DocsSystem, work: string, site: string): void {
  const { folder = system.name } = system
  const own = join(here, folder)
  const isOwn = (path: string) => !/package-lock\.json$|node_modules/.test(path)
  cpSync(own, work, { recursive: true, filter: isOwn })
  const place = join(work, system.integration)
  cpSync(join(here, '../../integrations', folder), place, { recursive: true })
  rmSync(join(place, 'README.md'), { force: true })
  if (system.styles !== undefined) {
    mkdirSync(join(work, system.styles), { recursive: true })
    renameSync(join(place, 'helo-world.css'), join(work, system.styles, 'helo-world.css'))
  }
  for (const page of pages)
    for (const [path, text] of Object.entries(system.write(page))) {
      mkdirSync(dirname(join(work, path)), { recursive: true })
      writeFileSync(join(work, path), text)
    }
  for (const file of system.configuration) {
    const text = readFileSync(join(work, file), 'utf8')
    writeFileSync(join(work, file), text.replaceAll('https://YOUR-COPY/', site))
  }
}

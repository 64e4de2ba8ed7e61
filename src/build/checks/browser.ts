import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { answers, run } from '../run.ts'

/** What finding a browser asks of the machine; a test hands in its own. */
export interface Machine {
  readonly env: NodeJS.ProcessEnv
  readonly isRoot: boolean
  /** Playwright's own Chromium: where it is, or would be. */
  readonly playwrights: string
  exists(path: string): boolean
  /** Whether the browser at a path starts: one without its libraries does not. */
  starts(path: string): Promise<boolean>
  run(program: string, words: readonly string[], limit: number): Promise<number>
}

export const noBrowser =
  'There is no Chromium to test with: install one (on Debian: apt-get install chromium), ' +
  'or name one in CHROMIUM_PATH.'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const minute = 60_000

/**
 * Finds a Chromium, or installs one: CHROMIUM_PATH, the PATH, Playwright's own, Debian's package.
 * @returns The browser's path.
 * @throws One sentence with what to do, when there is none.
 */
export async function findBrowser(machine: Machine = thisMachine()): Promise<string> {
  const named = machine.env['CHROMIUM_PATH']
  if (named) {
    if (await works(machine, named)) return named
    throw new Error(`CHROMIUM_PATH names ${named}, and no browser starts from there.`)
  }
  const found =
    (await onPath(machine)) ??
    (await playwrights(machine)) ??
    (await downloaded(machine)) ??
    (await debians(machine))
  if (found === undefined) throw new Error(noBrowser)
  return found
}

async function works(machine: Machine, path: string): Promise<boolean> {
  return machine.exists(path) && (await machine.starts(path))
}

async function onPath(machine: Machine): Promise<string | undefined> {
  const folders = (machine.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  for (const name of names)
    for (const folder of folders)
      if (await works(machine, join(folder, name))) return join(folder, name)
  return undefined
}

async function playwrights(machine: Machine): Promise<string | undefined> {
  return (await works(machine, machine.playwrights)) ? machine.playwrights : undefined
}

async function downloaded(machine: Machine): Promise<string | undefined> {
  await machine.run('npx', ['playwright', 'install', 'chromium'], 3 * minute)
  return playwrights(machine)
}

async function debians(machine: Machine): Promise<string | undefined> {
  if (!machine.isRoot || !machine.exists('/etc/debian_version')) return undefined
  await machine.run('apt-get', ['update', '-q'], 3 * minute)
  await machine.run(
    'apt-get',
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
    6 * minute,
  )
  return onPath(machine)
}

function thisMachine(): Machine {
  return {
    env: process.env,
    isRoot: process.getuid?.() === 0,
    playwrights: chromium.executablePath(),
    exists: existsSync,
    starts: (path) => answers(path, ['--version']),
    run: (program, words, limit) =>
      run(program, words, {
        output: 'hide',
        limit,
        env: { DEBIAN_FRONTEND: 'noninteractive' },
      }),
  }
}

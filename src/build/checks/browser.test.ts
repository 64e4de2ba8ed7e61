import { expect, test } from 'vitest'
import { findBrowser, noBrowser, type Machine } from './browser.ts'

interface Setup {
  readonly there?: readonly string[]
  readonly broken?: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  readonly isRoot?: boolean
  /** What a program puts on the machine, by its first two words. */
  readonly installs?: Readonly<Record<string, string>>
}

function machine({ there = [], broken = [], env = {}, isRoot = false, installs = {} }: Setup) {
  const files = new Set([...there, ...broken])
  const ran: string[] = []
  const made: Machine = {
    env: { PATH: '/usr/local/bin:/usr/bin', ...env },
    isRoot,
    playwrights: '/cache/chrome',
    exists: (path) => files.has(path),
    starts: async (path) => !broken.includes(path),
    run: async (program, words) => {
      const command = [program, ...words].slice(0, 2).join(' ')
      ran.push(command)
      const file = installs[command]
      if (file !== undefined) files.add(file)
      return file === undefined ? 1 : 0
    },
  }
  return { made, ran }
}

const debian = '/etc/debian_version'

test.each<[string, Setup, string]>([
  [
    'CHROMIUM_PATH comes first',
    { env: { CHROMIUM_PATH: '/my/chrome' }, there: ['/my/chrome', '/usr/bin/chromium'] },
    '/my/chrome',
  ],
  [
    'chromium on the PATH comes before google-chrome',
    { there: ['/usr/local/bin/google-chrome', '/usr/bin/chromium'] },
    '/usr/bin/chromium',
  ],
  [
    'one on the PATH comes before Playwright’s own',
    { there: ['/usr/bin/google-chrome-stable', '/cache/chrome'] },
    '/usr/bin/google-chrome-stable',
  ],
  [
    'one that does not start is passed over',
    { broken: ['/usr/bin/chromium'], there: ['/cache/chrome'] },
    '/cache/chrome',
  ],
  [
    'Playwright’s own is downloaded',
    { installs: { 'npx playwright': '/cache/chrome' } },
    '/cache/chrome',
  ],
  [
    'root on Debian installs the package',
    { isRoot: true, there: [debian], installs: { 'apt-get install': '/usr/bin/chromium' } },
    '/usr/bin/chromium',
  ],
])('%s', async (_, setup, path) => expect(await findBrowser(machine(setup).made)).toBe(path))

test('nothing is installed while a browser is there', async () => {
  const { made, ran } = machine({ there: ['/usr/bin/chromium'] })
  await findBrowser(made)
  expect(ran).toEqual([])
})

test('no browser and no way to one is one sentence', async () => {
  const { made, ran } = machine({ there: [debian] })
  await expect(findBrowser(made)).rejects.toThrow(noBrowser)
  expect(ran).toEqual(['npx playwright'])
})

test('a wrong CHROMIUM_PATH is reported, not ignored', async () => {
  const { made } = machine({ env: { CHROMIUM_PATH: '/no' }, there: ['/usr/bin/chromium'] })
  await expect(findBrowser(made)).rejects.toThrow('CHROMIUM_PATH names /no')
})

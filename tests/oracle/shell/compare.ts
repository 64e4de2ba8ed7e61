import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBridge, portOf } from '../../../src/bridge/serve/testing/open-bridge.ts'
import { findProgram } from '../../clients/exec.ts'
import type { Difference, Oracle } from '../suite.ts'
import { preparation, shellCases, type Ran, type ShellCase } from './case.ts'
import { shellDifferences } from './known.ts'
import { normalizeOutput } from './normalize.ts'
import { OurShell } from './ours.ts'
import { prelude, runTheirs } from './theirs.ts'
import { oracleWorld } from './world.ts'

/** The Debian package of each program. */
const PACKAGES: Readonly<Record<string, string>> = {
  openssl: 'openssl',
  base64: 'coreutils',
  dig: 'bind9-dnsutils',
  host: 'bind9-host',
  nslookup: 'bind9-dnsutils',
  swaks: 'swaks',
  curl: 'curl',
  spfquery: 'spf-tools-perl',
  ...Object.fromEntries(
    ['testmsg', 'testkey', 'genkey'].map((one) => [`opendkim-${one}`, 'opendkim-tools']),
  ),
  ...Object.fromEntries(
    ['cat', 'head', 'tail', 'wc', 'sort', 'uniq', 'printf'].map((one) => [one, 'coreutils']),
  ),
  ...{ grep: 'grep', diff: 'diffutils' },
}

/** Our terminal's programs beside the real ones: the same line, the same files, the same servers. */
export const shellOracles: readonly Oracle[] = Object.entries(PACKAGES).map(([program, apt]) => ({
  name: `shell ${program}`,
  apt,
  known: shellDifferences,
  async run() {
    if (!findProgram(program) && !findProgram(`/usr/sbin/${program}`)) return undefined
    const cases = shellCases.filter((one) => one.program === program)
    return { version: 'of Debian', compared: cases.length, differences: await compareAll(cases) }
  },
}))

async function compareAll(cases: readonly ShellCase[]): Promise<Difference[]> {
  const spec = oracleWorld(Date.now())
  const bridge = await openBridge(spec)
  const folder = mkdtempSync(join(tmpdir(), 'helo-shell-'))
  try {
    const ours = new OurShell(spec)
    await prepare(ours, folder)
    const before = prelude(portOf(bridge, 'dns'))
    const smtp = `--server 127.0.0.1 --port ${portOf(bridge, 'smtp', 'mx.example.org')}`
    const there = (service: string) => `127.0.0.1:${portOf(bridge, service, 'mx.example.org')}`
    const differences: Difference[] = []
    for (const one of cases) {
      const mine = await ours.run(
        one.line
          .replace('{server}', '--server mx.example.org --port 25')
          .replace(SERVICE, 'mx.example.org'),
      )
      const real = await runTheirs(
        one.line.replace('{server}', smtp).replace(SERVICE, (_, service: string) => there(service)),
        before,
        folder,
      )
      differences.push(...compare(one, mine, real))
    }
    return differences
  } finally {
    await bridge.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A server in an address. */
const SERVICE = /\{(smtp|imap|pop3)\}/

/** Makes the files in ours, and gives them to the other side. */
async function prepare(ours: OurShell, folder: string): Promise<void> {
  for (const line of preparation) await ours.type(line)
  const names = (await ours.type('ls')).join(' ').split(/\s+/).filter(Boolean)
  for (const name of names)
    if (!name.endsWith('/') && name !== 'zones')
      writeFileSync(join(folder, name), await ours.file(name))
}

function compare(one: ShellCase, mine: Ran, real: Ran): Difference[] {
  const shown = (ran: Ran): string[] => {
    const parts = {
      output: ran.output,
      errors: ran.errors,
      both: ran.output + ran.errors,
      status: '',
    }
    return [...normalizeOutput(one.program, parts[one.compare]), `[status ${ran.status}]`]
  }
  const [ours, theirs] = [shown(mine), shown(real)]
  const unlike = [
    ...without(ours, theirs).map((line) => ({ only: 'ours' as const, line })),
    ...without(theirs, ours).map((line) => ({ only: 'theirs' as const, line })),
  ]
  if (!unlike.length && ours.join('\n') === theirs.join('\n')) return []
  const explained = unlike.map(({ only, line }) =>
    shellDifferences.find(
      (known) =>
        known.programs.includes(one.program) &&
        (known.only ?? only) === only &&
        known.line.test(line),
    ),
  )
  const open = unlike.filter((_, at) => !explained[at])
  const codes = explained.flatMap((known) => known?.code ?? [])
  const text = `$ ${one.line}\n${(open.length ? open : unlike).map(({ only, line }) => `    ${only === 'ours' ? '+' : '-'} ${line}`).join('\n')}`
  return [{ known: open.length || !codes.length ? [] : [...new Set(codes)], text }]
}

/** Lines that the others have fewer of. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = [...others]
  return lines.filter((line) => {
    const at = left.indexOf(line)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

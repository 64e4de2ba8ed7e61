import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { clientCases } from './cases/index.ts'
import type { ClientCase } from './client-case.ts'
import { findProgram } from './exec.ts'
import { openStage } from './stage.ts'

/**
 * `npm run clients [-- name…]`: real mail programs go through whole sessions with the bridge, and
 * what they fetch is compared octet by octet with what was sent. Programs that are missing are
 * installed from Debian's packages where that is allowed (`--no-install`: never), and skipped,
 * visibly, where it is not.
 */
const { values, positionals } = parseArgs({
  options: { 'no-install': { type: 'boolean', default: false } },
  allowPositionals: true,
})

/** Debian's package, where its name is not the program's. */
const PACKAGES: Readonly<Record<string, string>> = {
  dig: 'bind9-dnsutils',
  mbsync: 'isync',
  offlineimap: 'offlineimap3',
}

const chosen = clientCases.filter(
  ({ client }) => positionals.length === 0 || positionals.includes(client),
)
if (!values['no-install']) installMissing(chosen)

let failed = 0
let passed = 0
const skipped = new Map<string, string>()
for (const [at, one] of chosen.entries()) {
  const missing = await missingFor(one)
  if (missing === undefined) await play(one, at)
  else skipped.set(one.client, missing)
}
for (const [client, missing] of skipped)
  console.log(`skipped  ${client}: ${missing} is not installed`)
console.log(`\nclients: ${passed} passed, ${failed} failed, ${skipped.size} skipped`)
if (failed > 0) process.exitCode = 1

async function play(one: ClientCase, at: number): Promise<void> {
  const stage = await openStage(`${one.client}-${at}`)
  try {
    await one.run(stage)
    passed++
    console.log(`passed   ${one.client}: ${one.what}`)
  } catch (error) {
    failed++
    const why = error instanceof Error ? error.message : String(error)
    console.log(`FAILED   ${one.client}: ${one.what}\n${why.replace(/^/gm, '         ')}`)
  } finally {
    await stage.close()
  }
}

async function missingFor({
  programs = [],
  modules = [],
}: ClientCase): Promise<string | undefined> {
  for (const name of modules)
    if (
      !(await import(name).then(
        () => true,
        () => false,
      ))
    )
      return `the package ${name}`
  return programs.find((name) => findProgram(name) === undefined)
}

function installMissing(cases: readonly ClientCase[]): void {
  const missing = new Set(
    cases.flatMap(({ programs = [] }) => programs.filter((name) => !findProgram(name))),
  )
  if (missing.size === 0 || process.getuid?.() !== 0 || !findProgram('apt-get')) return
  const packages = [...missing].map((name) => PACKAGES[name] ?? name)
  console.log(`Installing ${packages.join(', ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', ...packages],
  ])
    try {
      execFileSync('apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'] })
    } catch {
      console.log('Not all of them could be installed.')
    }
}

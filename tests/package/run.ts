import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import type { Started } from './start.ts'
import { listOf, unpackedPackage } from './tarball.ts'

/**
 * `npm run test:package`: packs the package, lets publint and “Are the types wrong” look at it, installs it in an
 * empty folder, and runs it there without a network, as somebody who types `npx helo-world`. `--packed FILE` takes
 * a tarball that is there.
 */
const { values } = parseArgs({ options: { packed: { type: 'string' } } })
const ATTW = '@arethetypeswrong/cli@0.18.5'
const root = join(import.meta.dirname, '../..')
const empty = mkdtempSync(join(tmpdir(), 'helo-empty-'))
const faults: string[] = []
const tsx = import.meta.resolve('tsx')
const say = (text: string) => void console.log(`  ${text}`)

try {
  const tarball = values.packed ?? pack()
  const files = listOf(tarball)
  say(
    `${(statSync(tarball).size / 2 ** 20).toFixed(1)} MiB packed, ${files.length} files, ` +
      `${files.filter((file) => file.startsWith('package/site/')).length} of them the playground.`,
  )
  if (!files.some((file) => /^package\/site\/assets\/monaco-.*\.js$/.test(file)))
    faults.push('The larger editor is not in it.')
  await lookAt(tarball)
  install(tarball)
  runThere()
  exportThere()
} finally {
  rmSync(empty, { recursive: true, force: true })
}
for (const fault of faults) console.error(`  ${fault}`)
process.exitCode = faults.length > 0 ? 1 : 0

function pack(): string {
  const words = ['pack', '--silent', '--pack-destination', empty]
  const name = execFileSync('npm', words, { cwd: root, encoding: 'utf8' })
    .trim()
    .split('\n')
    .at(-1)!
  return join(empty, name)
}

/** What others' tools say of the package. */
async function lookAt(tarball: string): Promise<void> {
  const { folder, manifest } = unpackedPackage(tarball, empty)
  const { messages } = await publint({ pkgDir: folder, strict: true, pack: false })
  faults.push(...messages.map((message) => `publint: ${formatMessage(message, manifest) ?? ''}`))
  say(`publint: ${messages.length} problems.`)
  // It is ESM alone, which Node's own `require` takes too.
  const words = ['--yes', ATTW, tarball, '--profile', 'esm-only', '--no-emoji']
  const attw = spawnSync('npx', words, { encoding: 'utf8', cwd: empty })
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ENOTCACHED/.test(attw.stderr))
    return say('Skipped: “Are the types wrong” cannot be fetched.')
  if (attw.status !== 0) faults.push(`attw: ${attw.stdout}${attw.stderr}`)
  say(`attw: ${attw.status === 0 ? '0 problems.' : 'problems.'}`)
}

function install(tarball: string): void {
  writeFileSync(join(empty, 'package.json'), '{ "private": true }')
  const words = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--silent', tarball]
  execFileSync('npm', words, { cwd: empty, stdio: 'inherit' })
  say(
    `Installed: ${existsSync(join(empty, 'node_modules/.bin/helo-world')) ? 'helo-world is there.' : 'no command!'}`,
  )
}

function runThere(): void {
  const starter = ['--import', tsx, join(import.meta.dirname, 'start.ts')]
  const [command = '', ...words] = withoutNetwork([process.execPath, ...starter])
  const npx = ['npx', '--offline', '--no-install', 'helo-world']
  const output = execFileSync(command, [...words, ...npx], {
    cwd: empty,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const started = JSON.parse(output) as Started
  faults.push(...started.faults, ...slowness(started))
  say(
    `Ready after ${started.wall} ms, with ${started.cpu} ms of a processor ` +
      `(load ${loadavg()[0]!.toFixed(1)} on ${cpus().length}).`,
  )
  say(`Fetched ${started.fetched.length} files of it; Ctrl-C ended it with ${started.code}.`)
}

/** A package for a learning system, from the playground in this one. */
function exportThere(): void {
  const words = ['export', 'press-send', '--format', 'scorm12', '--out', 'press-send.zip']
  const npx = ['--offline', '--no-install', 'helo-world', ...words]
  say(execFileSync('npx', npx, { cwd: empty, encoding: 'utf8' }).trim())
  if (!existsSync(join(empty, 'press-send.zip'))) faults.push('It exports no lesson.')
}

/** With no network at all where the system can give that: a namespace of its own has loopback alone. */
function withoutNetwork(words: readonly string[]): readonly string[] {
  const script = 'ip link set lo up && exec "$@"'
  const alone = ['unshare', '--map-root-user', '--net', 'sh', '-c', script, 'sh']
  const works = spawnSync(alone[0]!, [...alone.slice(1), 'true']).status === 0
  if (!works)
    say('Skipped: no namespace without a network is to be had here, npx alone is offline.')
  return works ? [...alone, ...words] : words
}

/** A machine that is busy gives it less of its time. */
function slowness({ wall, cpu = wall }: Started): string[] {
  const isIdle = loadavg()[0]! < cpus().length
  const took = isIdle ? wall : cpu
  return took > 2000 ? [`It took ${took} ms until it was ready; 2,000 are allowed.`] : []
}

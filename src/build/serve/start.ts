import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { paintFor } from '../../cli/output/paint.ts'
import { openSite } from './open-site.ts'
import { parseStartOptions, usage, type StartOptions } from './start-options.ts'

const root = join(import.meta.dirname, '../../..')
const dist = join(root, 'dist')

const asked = parseStartOptions(process.argv.slice(2))
if (asked === 'help') console.log(usage)
else if (typeof asked === 'string') fail(`${asked}\n\n${usage}`)
else await start(asked).catch((error: unknown) => fail(sentence(error)))

/** Builds the playground where that is wanted, and serves it until a signal stops it. */
async function start(options: StartOptions): Promise<void> {
  if (options.source === 'fresh') await buildSite()
  if (!existsSync(join(dist, 'index.html')))
    throw new Error('There is nothing built yet. Run: npm run build')
  const site = await openSite(dist, options, paintFor(process.stdout.isTTY ? 'yes' : 'no'))
  onStopRequest(() => void site.close().catch((error: unknown) => fail(sentence(error))))
  console.log([...site.output, '  Ctrl+C ends it.', ''].join('\n'))
}

/** Acts once when the server is to end; the same signal again ends it at once. */
function onStopRequest(end: () => void): void {
  let stopping = false
  const stop = () => {
    if (!stopping) end()
    stopping = true
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  if (process.env['npm_lifecycle_event'] === 'start') whenOrphaned(stop)
}

/** npm passes a signal only to the shell between: a new parent shows that the shell is gone. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    stop()
  }, 1_000).unref()
}

async function buildSite(): Promise<void> {
  const began = performance.now()
  console.log('  Building the playground …')
  const { buildSite: build } = await import('../site/languages/build-site.ts')
  await build()
  console.log(`  Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function fail(text: string): void {
  console.error(text)
  process.exitCode = 1
}

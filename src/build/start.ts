import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { listen } from '../bridge/net/listen.ts'
import { parseStartOptions, usage, type StartOptions } from './start-options.ts'
import { staticServer } from '../bridge/http/static-server.ts'

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'dist')

const asked = parseStartOptions(process.argv.slice(2))
if (asked === 'help') console.log(usage)
else if (typeof asked === 'string') fail(`${asked}\n\n${usage}`)
else await start(asked).catch((error: unknown) => fail(sentence(error)))

/** Builds the playground where that is wanted, and serves it until it is told to stop. */
async function start({ port, host, source }: StartOptions): Promise<void> {
  if (source === 'fresh') await buildSite()
  if (!existsSync(join(dist, 'index.html')))
    throw new Error('There is nothing built yet. Run: npm run build')
  const server = staticServer(dist)
  const taken = await listen(server, port, host)
  if (port !== 0 && taken !== port) console.log(`  Port ${port} is busy, so this is ${taken}.`)
  console.log(`\n  HELO World is ready:  ${address(host, taken)}\n\n  Ctrl+C ends it.\n`)
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
}

async function buildSite(): Promise<void> {
  const began = performance.now()
  console.log('  Building the playground …')
  await build({ root, logLevel: 'warn' })
  console.log(`  Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`)
}

function address(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`
}

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function fail(text: string): void {
  console.error(text)
  process.exitCode = 1
}

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join, resolve } from 'node:path'
import { startDovecot } from './dovecot.ts'
import { freePort, startServer, type BenchServer } from './server.ts'

export const SELF = 'HELO World'

/** Ours first, then the rivals that are here. Absent rivals are reported. */
export const smtpServers = (): Promise<BenchServer[]> =>
  startAll([
    () => startBuilt(SELF, 'bridge-process', (port) => [`smtp=${port}`]),
    () => startPackage('smtp-server'),
    () => startProgram('smtp-sink', 'Debian has it in postfix', startSink),
  ])

export const imapServers = (): Promise<BenchServer[]> =>
  startAll([
    () => startBuilt(SELF, 'bridge-process', (port) => [`imap=${port}`]),
    () => startPackage('hoodiecrow-imap'),
    () => startProgram('dovecot', 'Debian has it in dovecot-imapd', startDovecot),
  ])

async function startAll(
  starts: readonly (() => Promise<BenchServer | undefined>)[],
): Promise<BenchServer[]> {
  const servers: BenchServer[] = []
  for (const start of starts) {
    const server = await start()
    if (server) servers.push(server)
  }
  return servers
}

/** A process of these benchmarks, bundled beside them. */
async function startBuilt(
  name: string,
  script: string,
  words: (port: number) => readonly string[],
): Promise<BenchServer> {
  const port = await freePort()
  const file = join(import.meta.dirname, `${script}.js`)
  return startServer(name, port, [process.execPath, file, ...words(port)])
}

async function startPackage(name: string): Promise<BenchServer | undefined> {
  try {
    createRequire(resolve('tests/bench/package.json')).resolve(name)
  } catch {
    console.log(`${name} is not here: npm install --prefix tests/bench --no-package-lock`)
    return undefined
  }
  return startBuilt(name, 'package-process', (port) => [name, String(port)])
}

async function startProgram(
  name: string,
  where: string,
  start: (program: string) => Promise<BenchServer>,
): Promise<BenchServer | undefined> {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']
  const program = folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
  if (program) return start(program)
  console.log(`${name} is not here: ${where}`)
  return undefined
}

async function startSink(program: string): Promise<BenchServer> {
  const port = await freePort()
  const asRoot = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  return startServer('smtp-sink', port, [program, ...asRoot, `127.0.0.1:${port}`, '100'])
}

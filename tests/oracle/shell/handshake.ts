import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CommandContext } from '../../../src/shell/command.ts'
import { pemOf, pickKey } from '../../../src/shell/keys/pick.ts'
import type { CertificateSpec, WorldSpec } from '../../../src/world/spec.ts'
import { findProgram } from '../../clients/exec.ts'
import type { Difference, Oracle } from '../suite.ts'
import { normalizeHandshake } from './normalize.ts'
import { OurShell } from './ours.ts'
import { runTheirs } from './theirs.ts'
import { oracleWorld } from './world.ts'

const HOST = 'mx.example.org'
const DAY = 86_400_000
const at = (days: number): string => new Date(Date.now() + days * DAY).toISOString()

/** What the server may show, and how it is asked. */
const CERTIFICATES: Readonly<Record<string, CertificateSpec>> = {
  good: { names: [HOST, '*.example.net'] },
  self: { names: [HOST], issuer: 'self' },
  expired: { names: [HOST], from: at(-100), until: at(-10) },
  early: { names: [HOST], from: at(5), until: at(60) },
}

const OPTIONS = [
  '',
  '-showcerts',
  `-verify_hostname ${HOST}`,
  '-verify_hostname www.example.com',
  '-verify_hostname www.example.com -verify_return_error',
  '-brief',
  '-quiet',
]

/** `s_client` beside the real one, which talks to a real server with our certificate and our key. */
export const handshakeOracle: Oracle = {
  name: 'shell s_client',
  apt: 'openssl',
  known: [],
  async run() {
    if (!findProgram('openssl')) return undefined
    const differences: Difference[] = []
    for (const [name, certificate] of Object.entries(CERTIFICATES))
      differences.push(...(await compareOne(name, certificate)))
    const compared = Object.keys(CERTIFICATES).length * OPTIONS.length
    return { version: 'of Debian', compared, differences }
  },
}

function worldWith(certificate: CertificateSpec): WorldSpec {
  const world = oracleWorld(Date.now())
  return {
    ...world,
    hosts: world.hosts.map((host) => (host.name === HOST ? { ...host, certificate } : host)),
  }
}

async function compareOne(name: string, certificate: CertificateSpec): Promise<Difference[]> {
  const spec = worldWith(certificate)
  const folder = mkdtempSync(join(tmpdir(), 'helo-tls-'))
  const server = await startServer(spec, folder)
  const differences: Difference[] = []
  try {
    for (const options of OPTIONS) {
      const ask = `openssl s_client -connect`
      const mine = await new OurShell(spec).run(`echo Q | ${ask} ${HOST}:465 ${options}`)
      const real = await runTheirs(
        `(echo Q; sleep 0.3) | ${ask} localhost:${server.port} -CAfile root.pem ${options}`,
        '',
        folder,
      )
      const [ours, theirs] = [mine, real].map((ran) =>
        [ran.output, ran.errors].map(normalizeHandshake).join('\n=== errors\n'),
      )
      if (ours !== theirs)
        differences.push({
          known: [],
          text: `${name} ${options}\n--- ours\n${ours}\n--- theirs\n${theirs}`,
        })
    }
  } finally {
    server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return differences
}

/** A real server with the certificate that ours shows, below a root with the key of ours. */
async function startServer(spec: WorldSpec, folder: string) {
  const shell = new OurShell(spec)
  await shell.type(`echo Q | openssl s_client -connect ${HOST}:465 -showcerts > chain.pem`)
  writeFileSync(join(folder, 'chain.pem'), await shell.file('chain.pem'))
  const context = { world: { spec } } as CommandContext
  for (const [file, name] of [
    ['key.pem', `tls.${HOST}`],
    ['root.key', 'Simulated Root'],
  ] as const)
    writeFileSync(join(folder, file), pemOf('PRIVATE KEY', pickKey(name, context).privateKey))
  await runTheirs(
    'openssl x509 -in chain.pem -out leaf.pem; openssl req -x509 -key root.key -subj "/CN=Simulated Root" -days 9 -out root.pem',
    '',
    folder,
  )
  const port = await freePort()
  const words = ['s_server', '-accept', `127.0.0.1:${port}`, '-cert', 'leaf.pem', '-key', 'key.pem']
  const child = spawn('openssl', [...words, '-quiet'], { cwd: folder, stdio: 'ignore' })
  await new Promise((resolve) => setTimeout(resolve, 700))
  return { port, stop: () => child.kill() }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })

import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CachingVisitor } from './caching-visitor.ts'

/** A server of files: ours, and those that others have. */
interface Host {
  readonly name: string
  /** Whether it says that assets never change, so that a second visit fetches nothing. */
  readonly keepsAssets: boolean
  readonly isThere: () => boolean
  /** Starts it for the files below a folder. */
  start(root: string, port: number, scratch: string): ChildProcess
}

const has = (program: string, flag: string) => spawnSync(program, [flag]).status === 0
const nginxProgram = process.env['HELO_NGINX'] ?? 'nginx'

const hosts: readonly Host[] = [
  {
    name: 'helo-world',
    keepsAssets: true,
    isThere: () => true,
    start: (root, port) =>
      spawn(
        process.execPath,
        ['--import', 'tsx', join(import.meta.dirname, 'own-server.ts'), root, `${port}`],
        { stdio: 'inherit' },
      ),
  },
  {
    name: 'python3 -m http.server',
    keepsAssets: false,
    isThere: () => has('python3', '--version'),
    start: (root, port) =>
      spawn(
        'python3',
        ['-m', 'http.server', '--bind', '127.0.0.1', '--directory', root, `${port}`],
        {
          stdio: 'ignore',
        },
      ),
  },
  {
    name: 'nginx',
    keepsAssets: true,
    isThere: () => has(nginxProgram, '-v'),
    start(root, port, scratch) {
      const file = join(scratch, 'nginx.conf')
      writeFileSync(file, nginxConfig(root, port, scratch))
      return spawn(nginxProgram, ['-c', file, '-p', scratch, '-e', join(scratch, 'error.log')], {
        stdio: 'inherit',
      })
    },
  },
]

/**
 * Serves the built site by each server that is installed, in a folder, and measures two visits.
 * @returns What is wrong, as sentences.
 */
export async function findServers(dist: string, say: (text: string) => void): Promise<string[]> {
  if (!existsSync(join(dist, 'index.html')))
    return ['There is nothing built yet. Run: npm run build']
  const faults: string[] = []
  for (const host of hosts)
    if (host.isThere()) faults.push(...(await measure(host, dist, say)))
    else say(`Skipped: ${host.name} is not installed.`)
  return faults
}

async function measure(host: Host, dist: string, say: (text: string) => void): Promise<string[]> {
  const scratch = mkdtempSync(join(tmpdir(), 'helo-hosts-'))
  const root = join(scratch, 'root')
  mkdirSync(root)
  symlinkSync(dist, join(root, 'mail'))
  const port = await freePort()
  const server = host.start(root, port, scratch)
  try {
    const site = `http://127.0.0.1:${port}/mail/`
    await untilUp(site)
    const visitor = new CachingVisitor()
    const page = new URL('lessons/speak-smtp/', site)
    const [first, second] = [await visitor.visit(page), await visitor.visit(page)]
    say(`| ${host.name} | ${first.text} | ${second.text} |`)
    const elsewhere = await fetch(new URL('no/such/page/', site))
    return [
      ...first.faults.map((fault) => `${host.name}: ${fault}`),
      ...(elsewhere.status === 404
        ? []
        : [`${host.name}: an unknown page gives ${elsewhere.status}.`]),
      ...(host.keepsAssets && second.octets > 2000
        ? [`${host.name}: the second visit takes ${second.octets} octets.`]
        : []),
    ]
  } finally {
    server.kill('SIGTERM')
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** The lines of docs/hosting.md, with what a server of a test needs around them. */
function nginxConfig(root: string, port: number, scratch: string): string {
  const page = readFileSync(join(import.meta.dirname, '../../docs/hosting.md'), 'utf8')
  const lines = /```nginx\n([^]*?)```/.exec(page)![1]!
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
  return `daemon off; pid ${scratch}/nginx.pid; events {}
${process.getuid?.() === 0 ? 'user root;' : ''}
http { access_log off; server { listen 127.0.0.1:${port}; root ${root};
${places.map((name) => `${name}_temp_path ${scratch}/${name};`).join('\n')}
${lines} } }`
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

async function untilUp(site: string): Promise<void> {
  for (let left = 100; ; left--)
    try {
      await fetch(site, { method: 'HEAD' })
      return
    } catch (error) {
      if (left === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
}

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openBridge, portOf } from '../../../src/bridge/serve/testing/open-bridge.ts'
import type { WorldSpec } from '../../../src/world/spec.ts'
import { findProgram } from '../../clients/exec.ts'
import type { Difference, Oracle } from '../suite.ts'
import { OurShell } from './ours.ts'
import { runTheirs } from './theirs.ts'
import { oracleWorld } from './world.ts'

const MX = 'mx.example.org'

/** What is sent from a host that relays, and to whom: the recipients fail for now, each in its own way. */
const MESSAGES: readonly (readonly string[])[] = [
  ['-f', 'alice@example.net', 'greylisted@example.org'],
  ['-f', 'alice@example.net', '451@example.org', 'greylisted@example.org', '452@example.org'],
  ['-f', '<>', '451@example.org'],
]

/** What waits, as `postqueue -p` lists it, beside a real Postfix that relays to the same server. */
export const queueOracle: Oracle = {
  name: 'shell postqueue',
  apt: 'postfix',
  known: [],
  async run() {
    const isRoot = process.getuid?.() === 0
    if (!isRoot || !(findProgram('postqueue') ?? findProgram('/usr/sbin/postqueue')))
      return undefined
    const spec = withSpecials(oracleWorld(Date.now()))
    const differences: Difference[] = []
    for (const [at, words] of MESSAGES.entries()) {
      const [ours, theirs] = [await inOurs(spec, words), await inPostfix(spec, words)]
      if (ours !== theirs)
        differences.push({ known: [], text: `${at}\n--- ours\n${ours}\n--- theirs\n${theirs}` })
    }
    const statuses = await compareStatuses(spec)
    return {
      version: 'of Debian',
      compared: MESSAGES.length + STATUSES.length,
      differences: [...differences, ...statuses],
    }
  },
}

const withSpecials = (spec: WorldSpec): WorldSpec => ({
  ...spec,
  hosts: spec.hosts.map((host) => (host.name === MX ? { ...host, specialAddresses: true } : host)),
})

const message = `printf 'Subject: hi\\n\\nHello\\n'`

async function inOurs(spec: WorldSpec, words: readonly string[]): Promise<string> {
  const shell = new OurShell(spec)
  // The queue of a desk's mail is at a server.
  await shell.type('ssh mx.example.net')
  await shell.run(`${message} | sendmail ${words.map((word) => `'${word}'`).join(' ')}`)
  const { output } = await shell.run('postqueue -p')
  return alike(output)
}

/** Lines that ask for nothing, or for what is not there. */
const STATUSES = ['postqueue -p', 'postqueue', 'postqueue -x'] as const

async function compareStatuses(spec: WorldSpec): Promise<Difference[]> {
  const postfix = startPostfix('127.0.0.1:9')
  try {
    const differences: Difference[] = []
    for (const line of STATUSES) {
      const ours = (await new OurShell(spec).run(line)).status
      const { status } = await runTheirs(line, postfix.environment, postfix.folder)
      if (ours !== status)
        differences.push({ known: [], text: `$ ${line}\n    + ${ours}\n    - ${status}` })
    }
    return differences
  } finally {
    postfix.stop()
  }
}

async function inPostfix(spec: WorldSpec, words: readonly string[]): Promise<string> {
  const bridge = await openBridge(spec)
  const postfix = startPostfix(`127.0.0.1:${portOf(bridge, 'smtp', MX)}`)
  const run = (line: string) => runTheirs(line, postfix.environment, postfix.folder)
  try {
    await run(`${message} | sendmail ${words.map((word) => `'${word}'`).join(' ')}`)
    for (let tries = 0; tries < 50; tries++) {
      const { output } = await run('postqueue -p')
      // A star marks what is being sent.
      if (/^\(host /m.test(output) && !/^\w+[*]|reason unavailable/m.test(output))
        return alike(output)
      await run('sleep 0.2')
    }
    return 'nothing was tried'
  } finally {
    postfix.stop()
    await bridge.stop()
  }
}

/** Without ids, sizes and times; the other side by its name; recipients, of which Postfix has no order, in one. */
const alike = (text: string): string =>
  inOrder(text)
    .replace(/^[0-9A-Za-z-]{6,}[*!]? +\d+ \w{3} \w{3} [ \d]\d [\d:]{8} /gm, '{id, size and time} ')
    .replace(/host [\w.-]+\[[\d.]+\] said/g, 'host {server} said')

function inOrder(text: string): string {
  const recipients = /(?:^\(.*\n {41}.*\n)+/gm
  return text.replace(recipients, (all) =>
    all
      .match(/^\(.*\n.*\n/gm)!
      .toSorted()
      .join(''),
  )
}

/** A Postfix of its own, below a folder of its own, that relays all. */
function startPostfix(relay: string) {
  const folder = mkdtempSync(join(tmpdir(), 'helo-postfix-'))
  const [address, port] = relay.split(':')
  for (const name of ['etc', 'queue', 'data']) mkdirSync(join(folder, name))
  execFileSync('chmod', ['755', folder])
  execFileSync('chown', ['postfix', join(folder, 'data')])
  writeFileSync(
    join(folder, 'etc/main.cf'),
    [
      'compatibility_level = 3.6',
      `queue_directory = ${folder}/queue`,
      `data_directory = ${folder}/data`,
      `maillog_file = ${folder}/log`,
      `maillog_file_prefixes = ${tmpdir()}`,
      'myhostname = desk.example.org',
      'mydestination =',
      'inet_protocols = ipv4',
      `relayhost = [${address}]:${port}`,
      'smtp_tls_security_level = none',
      '',
    ].join('\n'),
  )
  writeFileSync(join(folder, 'etc/master.cf'), SERVICES)
  const environment = `export MAIL_CONFIG=${folder}/etc`
  const control = (verb: string) =>
    execFileSync('postfix', ['-c', join(folder, 'etc'), verb], { stdio: 'ignore', timeout: 20_000 })
  control('start')
  return {
    ...{ folder, environment },
    stop: () => {
      control('stop')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What it takes to send. */
const SERVICES = `${[
  'pickup unix n - n 60 1 pickup',
  'cleanup unix n - n - 0 cleanup',
  'qmgr unix n - n 300 1 qmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'flush unix n - n 1000? 0 flush',
  'proxymap unix - - n - - proxymap',
  'smtp unix - - n - - smtp',
  'showq unix n - n - - showq',
  'error unix - - n - - error',
  'retry unix - - n - - error',
  'postlog unix-dgram n - n - 1 postlogd',
].join('\n')}\n`

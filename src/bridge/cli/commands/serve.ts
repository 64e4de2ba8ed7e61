import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseIp } from '../../../core/ip.ts'
import type { WorldSpec } from '../../../world/spec.ts'
import type { Caller } from '../../net/relay.ts'
import { announce } from '../../serve/announce.ts'
import { eventLine } from '../../serve/event-line.ts'
import { pickWorld } from '../../serve/pick-world.ts'
import { DEFAULT_PORTS } from '../../serve/ports.ts'
import { startBridge, type Bridge } from '../../serve/start-bridge.ts'
import { exactWords } from '../args.ts'
import { defineCommand, type Args } from '../command.ts'
import { Fault } from '../fault.ts'
import type { Io } from '../io.ts'
import { paintFor } from '../output/paint.ts'
import { timeOption } from '../read-time.ts'

export const serve = defineCommand({
  name: 'serve',
  summary: 'puts a simulated Internet on ports of this machine, for real mail programs',
  syntax: '[options]',
  about: [
    'Opens the DNS over UDP and TCP, and SMTP, submission, LMTP, IMAP and POP3 of every simulated host, with real TLS. It listens on 127.0.0.1 and ::1 alone. What it opens, and lines to try, is printed at the start; Ctrl-C ends it, after the transactions that are under way.',
    'A port that is busy gives the next free one. Each host that offers a service has a port of its own: the first host has the usual one, the next ones follow it.',
  ],
  options: {
    world: { value: 'NAME|FILE', text: '`sandbox` (by default), `sample`, or a world in JSON' },
    zone: {
      value: '[NAME=]FILE',
      times: 'many',
      text: 'publish this zone too, or in place of its namesake',
    },
    user: {
      value: 'ADDRESS:PASSWORD',
      times: 'many',
      text: 'one more mailbox, or another password',
    },
    seed: { value: 'NUMBER', text: 'the world’s seed: ids and challenges follow from it' },
    ...timeOption,
    as: {
      value: 'HOST|ADDRESS',
      text: 'whom your programs are taken for; the world’s first host by default',
    },
    port: {
      value: 'SERVICE=NUMBER',
      times: 'many',
      text: 'the first port to try: `smtp=25`; 0 is any free one; `all=0` for every service',
    },
    host: {
      value: 'ADDRESS',
      times: 'many',
      text: 'listen here in place of the loopback addresses',
    },
    site: { value: 'FOLDER', text: 'the built playground, to be served over HTTP' },
    certificate: { value: 'FILE', text: 'write the certificate of this run there, in PEM' },
    lax: { text: 'let a bare LF end a line of a message, as careless servers do' },
    json: { text: 'print each event of the world as a line of JSON' },
  },
  formats: ['text'],
  examples: [
    'helo-world serve',
    'helo-world serve --zone example.org.zone --user ann@example.org:secret --port smtp=2500',
  ],
  async run(args, io) {
    exactWords(args)
    const spec = await pickWorld(args, io)
    const listen = readListen(args, io)
    const site = readSite(args)
    const stopped = io.stopped()
    const bridge = await open(spec, {
      listen,
      ports: readPorts(args),
      caller: readCaller(args.text('as'), spec),
      ...(site !== undefined && { site }),
      now: () => io.now(),
    })
    await tell(bridge, spec, args, io)
    await stopped
    if (!args.has('json')) io.out('\n  Ending what is under way …\n')
    await bridge.stop()
    return { findings: [], sources: new Map(), text: args.has('json') ? '' : '  Ended.\n' }
  },
})

async function open(
  spec: WorldSpec,
  options: Omit<Parameters<typeof startBridge>[0], 'spec'>,
): Promise<Bridge> {
  try {
    return await startBridge({ spec, ...options })
  } catch (error) {
    throw new Fault(error instanceof Error ? error.message : String(error), 'file')
  }
}

async function tell(bridge: Bridge, spec: WorldSpec, args: Args, io: Io): Promise<void> {
  const file = args.text('certificate')
  if (file !== undefined)
    await io.write(file, bridge.certificate).catch(() => {
      throw new Fault(`\`${file}\` cannot be written.`, 'file')
    })
  if (args.has('json')) {
    io.out(`${JSON.stringify({ type: 'ready', ports: bridge.ports })}\n`)
    bridge.world.subscribe((event) => io.out(`${eventLine(event)}\n`))
  } else io.out(announce(bridge.ports, spec, paintFor(io.colour)))
}

const LOOPBACK = ['127.0.0.1', '::1']

function readListen(args: Args, io: Io): readonly string[] {
  const hosts = args.all('host')
  const wrong = hosts.find((host) => parseIp(host) === undefined)
  if (wrong !== undefined) throw new Fault(`\`${wrong}\` is no IP address to listen on.`)
  const open = hosts.filter((host) => host !== '::1' && !host.startsWith('127.'))
  if (open.length > 0)
    io.err(
      `helo-world: listening on ${open.join(', ')}: others can reach these servers, which are for trying things out and guard nothing.\n`,
    )
  return hosts.length > 0 ? hosts : LOOPBACK
}

function readPorts(args: Args): Record<string, number> {
  const ports: Record<string, number> = {}
  for (const word of args.all('port')) {
    const [, service = '', number] = /^([a-z0-9]+)=(\d{1,5})$/.exec(word) ?? []
    const port = Number(number)
    const known = service === 'all' ? Object.keys(DEFAULT_PORTS) : [service]
    if (number === undefined || port > 65_535 || !known.every((name) => name in DEFAULT_PORTS))
      throw new Fault(
        `Write a port as \`SERVICE=NUMBER\`. The services: all, ${Object.keys(DEFAULT_PORTS).join(', ')}.`,
      )
    for (const name of known) ports[name] = port
  }
  return ports
}

function readCaller(word: string | undefined, { hosts }: WorldSpec): Caller {
  if (word !== undefined && parseIp(word)) {
    const known = hosts.find(({ addresses }) => addresses.includes(word))
    return { name: known?.name ?? 'client.example', address: word }
  }
  const host = word === undefined ? hosts[0] : hosts.find(({ name }) => name === word)
  if (host) return { name: host.name, address: host.addresses[0]! }
  throw new Fault(
    `No host is named \`${word}\`. There are ${hosts.map(({ name }) => name).join(', ')}; an IP address does as well.`,
  )
}

/** Beside the command, where the package holds the built playground. */
const BUILT = join(import.meta.dirname, '../../../../dist')

function readSite(args: Args): string | undefined {
  const folder = args.text('site')
  if (folder === undefined) return existsSync(join(BUILT, 'index.html')) ? BUILT : undefined
  if (existsSync(join(folder, 'index.html'))) return folder
  throw new Fault(`\`${folder}\` holds no built playground: there is no index.html in it.`, 'file')
}

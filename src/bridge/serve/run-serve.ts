import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseIp } from '../../core/ip.ts'
import type { WorldSpec } from '../../world/spec.ts'
import { exactWords } from '../../cli/args.ts'
import type { Args } from '../../cli/command.ts'
import { UsageError } from '../../cli/usage-error.ts'
import type { Io } from '../../cli/io.ts'
import { paintFor } from '../../cli/output/paint.ts'
import type { Report } from '../../cli/report.ts'
import type { Caller } from '../net/relay.ts'
import { announce } from './announce.ts'
import { BUILT_SITE } from './built-site.ts'
import { eventLine } from './event-line.ts'
import { pickWorld } from './pick-world.ts'
import { parsePort, SERVICES } from './ports.ts'
import { startBridge, type Bridge } from './start-bridge.ts'

/**
 * Opens the bridge that the options describe, and serves until it is asked to stop.
 * @throws {UsageError} where an option is not understood, or a port cannot be had.
 */
export async function runServe(args: Args, io: Io): Promise<Report> {
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
  await announceBridge(bridge, args, io)
  await stopped
  if (!args.has('json')) io.out('\n  Ending what is under way …\n')
  await bridge.stop()
  return { findings: [], sources: new Map(), text: args.has('json') ? '' : '  Ended.\n' }
}

async function open(
  spec: WorldSpec,
  options: Omit<Parameters<typeof startBridge>[0], 'spec'>,
): Promise<Bridge> {
  try {
    return await startBridge({ spec, ...options })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), 'file')
  }
}

async function announceBridge(bridge: Bridge, args: Args, io: Io): Promise<void> {
  const file = args.text('certificate')
  if (file !== undefined)
    await io.write(file, bridge.certificate).catch(() => {
      throw new UsageError(`\`${file}\` cannot be written.`, 'file')
    })
  if (args.has('json')) {
    io.out(`${JSON.stringify({ type: 'ready', ports: bridge.ports })}\n`)
    bridge.world.subscribe((event) => io.out(`${eventLine(event)}\n`))
  } else io.out(announce(bridge.facts(), paintFor(io.colour)))
}

const LOOPBACK = ['127.0.0.1', '::1']

function readListen(args: Args, io: Io): readonly string[] {
  const hosts = args.all('host')
  const wrong = hosts.find((host) => parseIp(host) === undefined)
  if (wrong !== undefined) throw new UsageError(`\`${wrong}\` is no IP address to listen on.`)
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
    const read = parsePort(word)
    if (!read)
      throw new UsageError(`Write a port as \`SERVICE=NUMBER\`. The services: ${SERVICES}.`)
    Object.assign(ports, read)
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
  throw new UsageError(
    `No host is named \`${word}\`. There are ${hosts.map(({ name }) => name).join(', ')}; an IP address does as well.`,
  )
}

function readSite(args: Args): string | undefined {
  const folder = args.text('site')
  if (folder === undefined)
    return existsSync(join(BUILT_SITE, 'index.html')) ? BUILT_SITE : undefined
  if (existsSync(join(folder, 'index.html'))) return folder
  throw new UsageError(
    `\`${folder}\` holds no built playground: there is no index.html in it.`,
    'file',
  )
}

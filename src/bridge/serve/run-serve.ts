import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseIp } from '../../core/ip.ts'
import type { WorldSpec } from '../../world/spec.ts'
import { exactWords } from '../../cli/args.ts'
import type { Args } from '../../cli/command.ts'
import { UsageError } from '../../cli/usage-error.ts'
import type { Io } from '../../cli/io.ts'
import { paintFor } from '../../cli/output/paint.ts'
import { readZone, zoneFileOf } from '../../cli/read-zone.ts'
import type { Report } from '../../cli/report.ts'
import type { Caller } from '../net/relay.ts'
import { announce, announceBriefly, editLines, isOpen, readyLines, urlOf } from './announce.ts'
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
    readOnly: args.has('read-only'),
    now: () => io.now(),
  })
  await announceBridge(bridge, args, io, listen)
  const leave = followFiles(bridge, args, io)
  await stopped
  leave()
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

async function announceBridge(
  bridge: Bridge,
  args: Args,
  io: Io,
  listen: readonly string[],
): Promise<void> {
  const file = args.text('certificate')
  if (file !== undefined)
    await io.write(file, bridge.certificate).catch(() => {
      throw new UsageError(`\`${file}\` cannot be written.`, 'file')
    })
  const { ports, token } = bridge
  const edit = args.has('read-only') ? [] : editLines(listen, ports, token)
  if (args.has('json')) {
    const known = edit.length > 0 ? { token } : {}
    io.out(`${JSON.stringify({ type: 'ready', ports, ...known })}\n`)
    bridge.world.subscribe((event) => io.out(`${eventLine(event)}\n`))
  } else io.out([announced(bridge, args, io, listen), edit.join('\n')].filter(Boolean).join('\n'))
}

/** With `--brief` and a playground to look at, its address comes first. */
function announced(bridge: Bridge, args: Args, io: Io, [host]: readonly string[]): string {
  const paint = paintFor(io.colour)
  const page = bridge.ports.find(({ service }) => service === 'http')
  if (!args.has('brief') || !page || host === undefined) return announce(bridge.facts(), paint)
  return [
    ...readyLines({ host, ...page }, paint),
    announceBriefly(bridge.facts(), paint),
    `  What they do is shown at ${urlOf(host, page.port)}live/`,
    '',
    '  Ctrl-C ends it.',
    '',
  ].join('\n')
}

/**
 * Zones that were given as files follow these: a file that is written anew is read again, like an edit.
 * @returns A function that ends it.
 */
function followFiles({ zones }: Bridge, args: Args, io: Io): () => void {
  const leave = args.all('zone').map((word) => {
    const path = zoneFileOf(word)
    const read = async (): Promise<void> => {
      const { zone } = await readZone(word, io)
      // Some programs empty a file before they write it.
      if (zone.text.trim() === '') return
      const outcome = zones.put(zone.origin, zone.text)
      if (args.has('json')) return
      if (outcome.kind === 'too long') io.err(`helo-world: \`${path}\` is too long to be served.\n`)
      const [error] = outcome.kind === 'taken' ? (outcome.zone.errors ?? []) : []
      if (error)
        io.err(
          `helo-world: ${path}:${error.line}:${error.column}: ${error.message} What was served before goes on.\n`,
        )
    }
    // Who writes a file may take it away for a moment.
    return path === '-' ? undefined : io.watch?.(path, () => void read().catch(() => undefined))
  })
  return () => leave.forEach((one) => one?.())
}

const LOOPBACK = ['127.0.0.1', '::1']

function readListen(args: Args, io: Io): readonly string[] {
  const hosts = args.all('host')
  const wrong = hosts.find((host) => parseIp(host) === undefined)
  if (wrong !== undefined) throw new UsageError(`\`${wrong}\` is no IP address to listen on.`)
  const open = hosts.filter(isOpen)
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

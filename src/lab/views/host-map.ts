import { organizationOf } from './host-organization.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import type { WaitingMessage } from '../world-time.ts'
import type { WorldSpec } from '../../world/spec.ts'
import { lastWay } from './last-way.ts'

/** The hosts of a world as a diagram: where each stands, and what goes on between them. */
export interface HostMap {
  /** In reading order: by column, from the top. */
  readonly hosts: readonly MapHost[]
  readonly links: readonly MapLink[]
  /** Those on a wire that name no two hosts: what they do, in a sentence. */
  readonly taps: readonly string[]
}

export interface MapHost {
  readonly name: string
  readonly addresses: readonly string[]
  readonly about: string
  /** What it does: `mail for example.org`, `IMAP` … */
  readonly roles: readonly string[]
  readonly isYours: boolean
  readonly isDown: boolean
  /** Messages that it keeps for another try. */
  readonly waiting: number
  /** Connections to it. */
  readonly connections: number
  /** Its place among those that the last message had, from 1. */
  readonly step?: number
  /** The middle of its place, in percent of the diagram. */
  readonly x: number
  readonly y: number
}

export interface MapLink {
  readonly from: string
  readonly to: string
  /** What was spoken there: `SMTP`, `IMAP` … */
  readonly speaks: readonly string[]
  readonly connections: number
  /** The spec has `from` hand over all that it sends to `to`. */
  readonly isRelay: boolean
  /** The last message went here. */
  readonly isLit: boolean
  /** What somebody on this wire does, in a sentence each. */
  readonly taps: readonly string[]
}

/** @param yours The host that the terminal stands on. */
export function hostMap(
  spec: WorldSpec,
  log: readonly WorldEvent[],
  waiting: readonly WaitingMessage[],
  yours?: string,
): HostMap {
  const links = linksOf(spec, log)
  const way = lastWay(log)
  const isLit = ({ from, to }: Pick<MapLink, 'from' | 'to'>): boolean =>
    way.some((step, at) => step === from && way[at + 1] === to)
  const places = placesOf(spec, yours)
  const down = downNow(log)
  const hosts = places.map(({ host, x, y }): MapHost => {
    const step = way.indexOf(host.name) + 1
    return {
      ...{ name: host.name, addresses: host.addresses, about: host.about ?? '', x, y },
      ...{ roles: rolesOf(spec, host), isYours: host.name === yours, isDown: down.has(host.name) },
      waiting: waiting
        .filter((one) => one.host === host.name)
        .reduce((sum, { recipients }) => sum + recipients.length, 0),
      connections: links
        .filter(({ to }) => to === host.name)
        .reduce((sum, { connections }) => sum + connections, 0),
      ...(step && { step }),
    }
  })
  return {
    hosts,
    links: links.map((link) => ({ ...link, isLit: isLit(link) })),
    taps: (spec.onPath ?? []).flatMap((one) =>
      'to' in one && one.from !== undefined && one.to !== undefined ? [] : [tapText(one)],
    ),
  }
}

type Host = WorldSpec['hosts'][number]

function rolesOf({ devices = [], mailboxes }: WorldSpec, host: Host): string[] {
  const domains = host.smtp?.domains ?? []
  const device = devices.filter((one) => one.host === host.name).map(({ name }) => name)
  const holds = (domain: string): boolean =>
    mailboxes.some(({ address }) => address.endsWith(`@${domain}`))
  return [
    ...device,
    ...domains.map((domain) => (holds(domain) ? `mailboxes of ${domain}` : `mail of ${domain}`)),
    ...(host.submission ? ['submission'] : []),
    ...(host.imap ? ['IMAP'] : []),
    ...(host.pop3 ? ['POP3'] : []),
    ...(host.https ? ['HTTPS'] : []),
    ...(host.lists?.length ? ['lists'] : []),
    ...(host.aliases?.length ? ['aliases'] : []),
    ...(host.relayThrough ? [`relays through ${host.relayThrough.host}`] : []),
  ]
}

type Drawn = Omit<MapLink, 'isLit'>

/** Every pair of hosts that has to do with each other, by the spec or by the log. */
function linksOf(spec: WorldSpec, log: readonly WorldEvent[]): Drawn[] {
  const links = new Map<string, Drawn>()
  const names = new Set(spec.hosts.map(({ name }) => name))
  const add = (from: string, to: string, part: Partial<Drawn>, speaks?: string): void => {
    if (!names.has(from) || !names.has(to) || from === to) return
    const key = `${from} ${to}`
    const known = links.get(key) ?? {
      ...{ from, to, speaks: [], connections: 0, isRelay: false, taps: [] },
    }
    const all = speaks === undefined ? known.speaks : [...new Set([...known.speaks, speaks])]
    links.set(key, {
      ...{ ...known, ...part, speaks: all, taps: [...known.taps, ...(part.taps ?? [])] },
      connections: known.connections + (speaks === undefined ? 0 : 1),
    })
  }
  for (const { name, relayThrough } of spec.hosts)
    if (relayThrough) add(name, relayThrough.host, { isRelay: true })
  for (const { host, server, submission } of spec.devices ?? []) {
    add(host, server, {})
    if (submission?.server !== undefined) add(host, submission.server, {})
  }
  for (const one of spec.onPath ?? [])
    if ('to' in one && one.from !== undefined && one.to !== undefined)
      add(one.from, one.to, { taps: [tapText(one)] })
  for (const event of log)
    if (event.type === 'opened') add(event.from, event.to, {}, protocolOf(event.port))
  return [...links.values()]
}

const PROTOCOLS: Readonly<Record<number, string>> = {
  ...{ 24: 'LMTP', 25: 'SMTP', 587: 'submission', 465: 'submission', 443: 'HTTPS' },
  ...{ 110: 'POP3', 995: 'POP3', 143: 'IMAP', 993: 'IMAP' },
}

const protocolOf = (port: number): string => PROTOCOLS[port] ?? `port ${port}`

type Tap = NonNullable<WorldSpec['onPath']>[number]

function tapText(tap: Tap): string {
  switch (tap.does) {
    case 'listen':
      return 'Somebody reads what is not under TLS.'
    case 'strip-starttls':
      return 'Somebody hides that the server offers STARTTLS.'
    case 'own-certificate':
      return 'Somebody ends TLS here, with a certificate of their own.'
    case 'alter':
      return `Somebody writes \`${tap.replace}\` for \`${tap.find}\`.`
    case 'block':
      return 'Nothing comes through here.'
    case 'redirect':
      return `Connections lead to ${tap.host} in truth.`
    case 'hide-answer':
      return `The DNS’s answers about ${tap.name} do not arrive.`
  }
}

/** Hosts that do not answer now. */
function downNow(log: readonly WorldEvent[]): ReadonlySet<string> {
  const down = new Set<string>()
  for (const event of log) {
    if (event.type !== 'planned') continue
    if (event.what === 'down') down.add(event.host)
    if (event.what === 'up') down.delete(event.host)
  }
  return down
}

interface Place {
  readonly host: Host
  readonly x: number
  readonly y: number
}

/** From the left: your own machines, your servers, services, the servers of others, their machines. */
function placesOf(spec: WorldSpec, yours: string | undefined): Place[] {
  const home = organizationOf(yours ?? '')
  const held = new Set(spec.mailboxes.map(({ address }) => address.split('@')[1] ?? ''))
  const devices = new Set((spec.devices ?? []).map(({ host }) => host))
  const columnOf = (host: Host): number => {
    const { smtp, submission, imap, pop3 } = host
    const domains = [smtp, submission, imap, pop3].flatMap((one) => one?.domains ?? [])
    const isOurs = organizationOf(host.name) === home
    if (!domains.length) return isOurs ? 0 : devices.has(host.name) ? 4 : 2
    if (isOurs || domains.some((domain) => organizationOf(domain) === home)) return 1
    return domains.some((domain) => held.has(domain)) ? 3 : 2
  }
  const columns = [0, 1, 2, 3, 4]
    .map((column) => spec.hosts.filter((host) => columnOf(host) === column))
    .filter((column) => column.length)
    .flatMap(split)
  return columns.flatMap((column, x) =>
    column.map((host, y) => ({
      host,
      x: ((x + 0.5) * 100) / columns.length,
      y: ((y + 0.5) * 100) / column.length,
    })),
  )
}

/** Hosts that stand one above the other. */
const TALLEST = 4

function split(column: readonly Host[]): Host[][] {
  const parts = Math.ceil(column.length / TALLEST)
  const size = Math.ceil(column.length / parts)
  return Array.from({ length: parts }, (_, at) => column.slice(at * size, (at + 1) * size))
}

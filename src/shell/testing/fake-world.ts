import { createMemoryStore } from '../../protocols/store/memory-store.ts'
import { fromUtf8, utf8 } from '../../core/bytes.ts'
import { simulatedClock } from '../../core/clock.ts'
import type { DnsAnswer, DnsRecord, RecordType, Resolver } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import type { Zone, ZoneRecord } from '../../dns/zone/zone.ts'
import type { HostSpec } from '../../world/spec.ts'
import type { Connection, ConnectionListener, World } from '../../world/world.ts'

/** One end of a test's connection: what the server may do. */
export interface FakePeer {
  send(text: string | Uint8Array): void
  close(): void
}

/** What a test's server does when somebody connects; returns what it does with each piece it gets. */
export type FakeServer = (peer: FakePeer) => (text: string) => void

export interface FakeWorld extends World {
  /** Every octet that was sent to a server, as text. */
  readonly received: string[]
  /** How many connections were closed from this side. */
  readonly hungUp: number
}

export interface FakeWorldOptions {
  readonly hosts?: readonly HostSpec[]
  readonly records?: readonly DnsRecord[]
  /** `192.0.2.25:25` ▶ server. */
  readonly servers?: Readonly<Record<string, FakeServer>>
}

const desk: HostSpec = {
  name: 'desk.example.net',
  addresses: ['198.51.100.7'],
  about: 'Your desk.',
}

export const mx: HostSpec = {
  name: 'mx.example.org',
  addresses: ['192.0.2.25', '2001:db8::25'],
  about: 'Takes in mail for example.org.',
  smtp: {
    personality: 'teaching',
    domains: ['example.org'],
    relayFrom: [],
    maxSize: 1000,
    authenticates: false,
  },
}

const soa: DnsRecord = {
  name: 'example.org',
  ttl: 3600,
  type: 'SOA',
  primary: 'ns1.example.org',
  contact: 'hostmaster.example.org',
  serial: 1,
  refresh: 7200,
  retry: 3600,
  expire: 1209600,
  minimum: 300,
}

export const someRecords: readonly DnsRecord[] = [
  soa,
  { name: 'example.org', ttl: 3600, type: 'MX', preference: 10, exchange: 'mx.example.org' },
  { name: 'example.org', ttl: 3600, type: 'MX', preference: 20, exchange: 'backup.example.org' },
  { name: 'example.org', ttl: 300, type: 'TXT', strings: ['v=spf1 mx ', '-all "\\\u00e9'] },
  { name: 'mx.example.org', ttl: 3600, type: 'A', address: '192.0.2.25' },
  { name: 'mx.example.org', ttl: 3600, type: 'AAAA', address: '2001:db8::25' },
  { name: 'mail.example.org', ttl: 60, type: 'CNAME', target: 'mx.example.org' },
  { name: '25.2.0.192.in-addr.arpa', ttl: 60, type: 'PTR', target: 'mx.example.org' },
]

/** A world without engines: a table of records and servers that a test writes. */
export function fakeWorld(options: FakeWorldOptions = {}): FakeWorld {
  const { hosts = [desk, mx], records = someRecords, servers = {} } = options
  const received: string[] = []
  let hungUp = 0
  const zone = {
    file: 'example.org.zone',
    origin: 'example.org',
    text: '',
    entries: [],
    records: records.map((record) => ({ record }) as ZoneRecord),
  } satisfies Zone
  return {
    spec: { seed: 1, now: '', zones: [], hosts, mailboxes: [], mails: [], senders: [] },
    clock: simulatedClock(Date.UTC(2025, 10, 4, 9)),
    hosts,
    zones: [zone],
    problems: [],
    crypto: { answer: () => Promise.resolve(undefined) },
    resolver: tableResolver(records),
    events: [],
    droppedCount: 0,
    mailboxes: [],
    outbox: [],
    devices: [],
    numberings: [],
    useDevice: () => Promise.resolve(),
    store: createMemoryStore(),
    received,
    get hungUp() {
      return hungUp
    },
    setZone: () => undefined,
    forgetAnswers: () => undefined,
    setHost: () => undefined,
    setMessage: () => undefined,
    setFile: () => undefined,
    fetch: () => Promise.reject(new Error('This world serves nothing.')),
    lookUp: (_, name, type) => tableResolver(records).query(name, type),
    send: () => Promise.reject(new Error('This world sends nothing.')),
    settled: () => Promise.resolve(),
    advanceClock: () => undefined,
    retryQueued: () => undefined,
    deleteQueued: () => 0,
    nextDue: undefined,
    subscribe: () => () => undefined,
    copy: () => undefined,
    connect(_, to, port, listener) {
      const server = servers[`${to}:${port}`]
      const known = hosts.find(({ addresses }) => addresses.includes(to))
      if (!known || !server) return { refused: known ? 'refused' : 'unreachable' }
      return connection(
        known.name,
        server,
        listener,
        (text) => received.push(text),
        () => hungUp++,
      )
    },
  }
}

function connection(
  host: string,
  server: FakeServer,
  listener: ConnectionListener,
  print: (text: string) => void,
  hangUp: () => void,
): Connection {
  const receive = server({
    send: (sent) => listener.received(typeof sent === 'string' ? utf8(sent) : sent),
    close: () => listener.closed(),
  })
  return {
    id: 1,
    host,
    secure: () => undefined,
    answered: () => Promise.resolve(),
    shutDown: () => undefined,
    send(bytes) {
      print(fromUtf8(bytes))
      receive(fromUtf8(bytes))
    },
    close: hangUp,
  }
}

function tableResolver(records: readonly DnsRecord[]): Resolver {
  function query(asked: string, type: RecordType): DnsAnswer {
    const name = normalizeName(asked)
    if (name === 'broken.example.org') return { status: 'servfail', records: [] }
    if (name === 'slow.example.org') return { status: 'timeout', records: [] }
    const own = records.filter((record) => record.name === name)
    const found = own.filter((record) => record.type === type)
    if (found.length) return { status: 'ok', records: found }
    const alias = own.find((record) => record.type === 'CNAME')
    if (!alias) return { status: own.length ? 'nodata' : 'nxdomain', records: [] }
    const next = query(alias.target, type)
    return { ...next, aliases: [alias, ...(next.aliases ?? [])] }
  }
  return { query }
}

import { webCrypto } from '../../src/platform/webcrypto.ts'
import { createWorld } from '../../src/world/create.ts'
import type { LogLimits } from '../../src/world/log/recent.ts'
import type { HostSpec, MailSpec, WorldSpec } from '../../src/world/spec.ts'
import type { World } from '../../src/world/world.ts'
import { medianOf } from './measure.ts'

/** What the simulated world costs as it grows: messages, time that goes by, hosts. */
export const worldBenches: readonly { readonly group: string; run(): Promise<string> }[] = [
  { group: 'world-flow', run: measureFlow },
  { group: 'world-retries', run: measureRetries },
  { group: 'world-queue', run: measureQueue },
  { group: 'world-open', run: measureOpening },
  { group: 'world-hosts', run: measureHosts },
]

const MESSAGES = 10_000
const HOSTS = 50
const STRETCH = 1000

/** As a bridge keeps its log. */
const keep: LogLimits = { events: 20_000, octets: 16 << 20 }

const domainOf = (at: number): string => `d${at}.example`
const addressOf = (at: number): string => `2001:db8::${(at + 1).toString(16)}`

/** So many hosts, each with a domain, a zone and a mailbox of its own; each judges what comes in. */
const specOf = (count: number): WorldSpec => ({
  ...{ seed: 7, now: '2026-06-01T08:00:00Z', senders: [] },
  hosts: Array.from({ length: count }, (_, at) => hostOf(at)),
  zones: Array.from({ length: count }, (_, at) => ({
    ...{ origin: domainOf(at), text: zoneOf(at), editable: false },
  })),
  mailboxes: Array.from({ length: count }, (_, at) => ({ address: `bob@${domainOf(at)}` })),
  mails: [mailOf(0, 1 % count, 'first')],
})

const hostOf = (at: number): HostSpec => ({
  ...{ name: `mx.${domainOf(at)}`, addresses: [addressOf(at)] },
  smtp: {
    ...{ personality: 'postfix', domains: [domainOf(at)], relayFrom: [] },
    ...{ maxSize: 1 << 20, authenticates: true },
  },
})

const zoneOf = (at: number): string =>
  [
    '$TTL 3600',
    '@ MX 10 mx',
    `mx AAAA ${addressOf(at)}`,
    '@ TXT "v=spf1 mx -all"',
    '_dmarc TXT "v=DMARC1; p=reject"',
    '',
  ].join('\n')

const mailOf = (from: number, to: number, id: string): MailSpec => ({
  ...{ id, title: 'A message', host: `mx.${domainOf(from)}`, intent: 'good' },
  ...{ mailFrom: `bob@${domainOf(from)}`, rcptTo: [`bob@${domainOf(to)}`] },
  headers: [
    ['From', `bob@${domainOf(from)}`],
    ['To', `bob@${domainOf(to)}`],
    ['Subject', id],
  ],
  body: 'Some words of a message that goes on and on.\n'.repeat(20),
})

const open = (spec: WorldSpec, limits?: LogLimits): World =>
  createWorld(spec, { crypto: webCrypto, ...(limits && { keep: limits }) })

/** Each thousand of messages is timed by itself: what grows with what was before shows in the last. */
async function measureFlow(): Promise<string> {
  const world = open(specOf(HOSTS), keep)
  const times: number[] = []
  const memory: number[] = []
  for (let at = 0; at < MESSAGES; at++) {
    if (at % STRETCH === 0) times.push(performance.now())
    await world.send(mailOf(at % HOSTS, (at * 7 + 1) % HOSTS, `m${at}`))
    if (at % STRETCH === STRETCH - 1) {
      times[times.length - 1] = performance.now() - times.at(-1)!
      memory.push(process.memoryUsage().heapUsed / (1 << 20))
    }
  }
  const arrived = world.mailboxes.reduce((sum, { folders }) => sum + folders[0]!.messages.length, 0)
  if (arrived !== MESSAGES) throw new Error(`${arrived} of ${MESSAGES} messages arrived.`)
  const ratio = times.at(-1)! / times[1]!
  return [
    `\nworld-flow: ${MESSAGES} messages through ${HOSTS} hosts, each judged; the log keeps ${keep.events} events`,
    `  milliseconds for each thousand: ${times.map((time) => time.toFixed(0)).join(' ')}`,
    `  MiB of the heap after each: ${memory.map((size) => size.toFixed(0)).join(' ')}`,
    `  last / second thousand: ${ratio.toFixed(2)} ×  last / first: ${(times.at(-1)! / times[0]!).toFixed(2)} ×`,
    target('at most 1.5 × the second thousand', ratio <= 1.5),
  ].join('\n')
}

const DAYS = 5
const DAY = 86_400_000
/** The last try comes after the five days, at most so much later. */
const LAST_TRY = DAY / 8
const ROUNDS = 15

/** A message to a host that is away, until its sender gives up: how long the five days take to go by. */
async function measureRetries(): Promise<string> {
  const spec = specOf(2)
  const times: number[] = []
  let tries = 0
  for (let round = 0; round < ROUNDS; round++) {
    const world = open({ ...spec, hosts: spec.hosts.slice(0, 1) })
    await world.send(spec.mails[0]!)
    const begun = performance.now()
    world.advanceClock(DAYS * DAY + LAST_TRY)
    await world.settled()
    times.push(performance.now() - begun)
    if (world.outbox.length) throw new Error('The sender has not given up.')
    tries = world.events.filter(({ type }) => type === 'refused').length
  }
  const time = medianOf(times)
  return [
    `\nworld-retries: five days in which one message is tried ${tries} times`,
    `  ${time.toFixed(2)} ms (median of ${ROUNDS}; the first ${times[0]!.toFixed(2)} ms)`,
    target('at most 10 ms', time <= 10),
  ].join('\n')
}

const QUEUES = [250, 2000]

/** Many messages wait at once: what a message costs must not grow with how many others wait. */
async function measureQueue(): Promise<string> {
  const spec = specOf(2)
  const each: number[] = []
  for (const count of QUEUES) {
    const world = open({ ...spec, hosts: spec.hosts.slice(0, 1) }, keep)
    for (let at = 0; at < count; at++) await world.send(mailOf(0, 1, `m${at}`))
    const begun = performance.now()
    world.advanceClock(DAYS * DAY + LAST_TRY)
    await world.settled()
    each.push((performance.now() - begun) / count)
    if (world.outbox.length) throw new Error('The sender has not given up.')
  }
  const ratio = each[1]! / each[0]!
  return [
    `\nworld-queue: five days in which ${QUEUES.join(' and ')} messages are tried again and again`,
    `  milliseconds for each message: ${each.map((time) => time.toFixed(2)).join(' and ')}, ratio ${ratio.toFixed(2)} ×`,
    target('at most 1.5 ×', ratio <= 1.5),
  ].join('\n')
}

const COUNTS = [50, 1000]

/** What a message costs must not grow with how many hosts and mailboxes there are. */
async function measureHosts(): Promise<string> {
  const each: number[] = []
  for (const count of COUNTS) {
    const world = open(specOf(count), keep)
    let begun = 0
    for (let at = -STRETCH; at < STRETCH; at++) {
      if (at === 0) begun = performance.now()
      const from = (at + STRETCH) % count
      await world.send(mailOf(from, (from * 7 + 1) % count, `m${at}`))
    }
    each.push((performance.now() - begun) / STRETCH)
  }
  const ratio = each[1]! / each[0]!
  return [
    `\nworld-hosts: a message among ${COUNTS.join(' and among ')} hosts`,
    `  milliseconds: ${each.map((time) => time.toFixed(3)).join(' and ')}, ratio ${ratio.toFixed(2)} ×`,
    target('at most 1.5 ×', ratio <= 1.5),
  ].join('\n')
}

async function measureOpening(): Promise<string> {
  const many = specOf(1000)
  const times: number[] = []
  for (let round = 0; round < 5; round++) {
    const begun = performance.now()
    const world = open(many)
    times.push(performance.now() - begun)
    if (world.zones.length !== 1000) throw new Error('A zone is missing.')
    await world.send(mailOf(0, 999, 'm'))
  }
  const time = medianOf(times)
  return [
    '\nworld-open: a world of 1000 hosts, each with its zone and mailbox, is opened',
    `  ${time.toFixed(1)} ms (median of 5; the first ${times[0]!.toFixed(1)} ms)`,
    target('at most 200 ms', time <= 200),
  ].join('\n')
}

const target = (what: string, isMet: boolean): string =>
  `  target: ${what}. ${isMet ? 'Met' : 'Not met'}.`

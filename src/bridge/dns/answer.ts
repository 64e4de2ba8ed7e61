import {
  AUTHORITATIVE_ANSWER,
  RECURSION_AVAILABLE,
  RECURSION_DESIRED,
  TRUNCATED_RESPONSE,
  decode,
  encode,
  type Answer,
  type Packet,
} from 'dns-packet'
import type { DnsAnswer, DnsRecord, DnsStatus, RecordType, Resolver } from '../../core/dns.ts'
import { recordsOf } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import { formatOf } from '../../dns/records/index.ts'
import { typeNumber } from '../../dns/zone/type-numbers.ts'
import { wireRecord } from './wire-data.ts'

/** Octets of a UDP answer: without EDNS (RFC 1035 §4.2.1), and at most with it, so that nothing is cut on the way. */
const PLAIN_DATAGRAM = 512
const EDNS_DATAGRAM = 1232

const NOERROR = 0
const FORMERR = 1
const SERVFAIL = 2
const NXDOMAIN = 3
const NOTIMP = 4

/** The bits of a header's flags that give the kind of query (RFC 1035 §4.1.1). */
const OPCODE = 0x7800

/** How a question came. `udp` answers are cut to what a datagram holds. */
export type Transport = 'udp' | 'tcp'

/** Where a name server has its answers from. */
export interface NameSource {
  readonly resolver: Resolver
  /** Answers what a program asked. What goes with an answer is looked up in `resolver`. */
  readonly asked: Resolver['query']
}

/**
 * Answers one DNS message from the simulated zones, as a caching name server would.
 * @returns `undefined` where silence is the answer: what cannot be read, or a time-out that was asked for.
 */
export function answerDns(
  query: Uint8Array,
  names: NameSource,
  transport: Transport,
): Uint8Array | undefined {
  const asked = read(query)
  if (!asked) return refuse(query)
  const [question, more] = asked.questions ?? []
  if (asked.type !== 'query') return undefined
  if (((asked.flags ?? 0) & OPCODE) !== 0) return reply(asked, NOTIMP, [], transport)
  if (!question || more) return reply(asked, FORMERR, [], transport)
  const type = typeOf(question.type)
  if (type === undefined) return reply(asked, NOTIMP, [], transport)
  const name = normalizeName(question.name)
  const answer = names.asked(name, type)
  if (answer.status === 'timeout') return undefined
  const answers = [...(answer.aliases ?? []), ...answer.records].map(wireRecord)
  if (!answers.every((one) => one !== undefined)) return reply(asked, SERVFAIL, [], transport)
  return reply(
    asked,
    CODES[answer.status],
    answers,
    transport,
    absence(name, answer, names.resolver),
  )
}

const CODES: Readonly<Record<DnsStatus, number>> = {
  ok: NOERROR,
  nodata: NOERROR,
  nxdomain: NXDOMAIN,
  servfail: SERVFAIL,
  timeout: SERVFAIL,
}

/** The zone's SOA goes with an absence: it sets how long that may be kept (RFC 2308 §3). */
function absence(name: string, { status, aliases = [] }: DnsAnswer, resolver: Resolver): Answer[] {
  if (status !== 'nodata' && status !== 'nxdomain') return []
  const last = aliases.at(-1)
  let owner = last && 'target' in last && last.type === 'CNAME' ? last.target : name
  for (;;) {
    const [soa] = recordsOf(resolver.query(owner, 'SOA'), 'SOA')
    if (soa && soa.name === owner)
      return [withNegativeTtl(soa)].flatMap((one) => wireRecord(one) ?? [])
    if (owner === '') return []
    owner = owner.includes('.') ? owner.slice(owner.indexOf('.') + 1) : ''
  }
}

const withNegativeTtl = (soa: DnsRecord & { readonly minimum: number }): DnsRecord => ({
  ...soa,
  ttl: Math.min(soa.ttl, soa.minimum),
})

function read(query: Uint8Array): Packet | undefined {
  try {
    return decode(Buffer.from(query))
  } catch {
    return undefined
  }
}

/** What could not be read gets its number back with FORMERR, if it has one and was a question. */
function refuse(query: Uint8Array): Uint8Array | undefined {
  if (query.length < 12 || (query[2]! & 0x80) !== 0) return undefined
  return Uint8Array.of(query[0]!, query[1]!, 0x80, 0x80 | FORMERR, 0, 0, 0, 0, 0, 0, 0, 0)
}

function typeOf(word: string): RecordType | undefined {
  const number = /^UNKNOWN_(\d+)$/.test(word) ? Number(word.slice(8)) : typeNumber(word)
  return number === undefined || number === 255 ? undefined : formatOf(number).type
}

function reply(
  asked: Packet,
  code: number,
  answers: readonly Answer[],
  transport: Transport,
  authorities: readonly Answer[] = [],
): Uint8Array {
  const edns = asked.additionals?.find(({ type }) => type === 'OPT')
  const packet: Packet = {
    type: 'response',
    ...(asked.id !== undefined && { id: asked.id }),
    flags:
      ((asked.flags ?? 0) & RECURSION_DESIRED) | RECURSION_AVAILABLE | AUTHORITATIVE_ANSWER | code,
    questions: [...(asked.questions ?? [])],
    answers: [...answers],
    authorities: [...authorities],
    additionals: edns ? [optRecord()] : [],
  }
  const octets = encode(packet)
  const room = transport === 'tcp' ? 65_535 : edns ? ednsRoom(edns) : PLAIN_DATAGRAM
  if (octets.length <= room) return octets
  return encode({
    ...packet,
    flags: packet.flags! | TRUNCATED_RESPONSE,
    answers: [],
    authorities: [],
  })
}

const ednsRoom = (edns: Answer): number => {
  const offered = 'udpPayloadSize' in edns ? Number(edns.udpPayloadSize) : PLAIN_DATAGRAM
  return Math.min(EDNS_DATAGRAM, Math.max(PLAIN_DATAGRAM, offered))
}

const optRecord = (): Answer =>
  ({
    type: 'OPT',
    name: '.',
    udpPayloadSize: EDNS_DATAGRAM,
    flags: 0,
    extendedRcode: 0,
    ednsVersion: 0,
    options: [],
  }) as unknown as Answer

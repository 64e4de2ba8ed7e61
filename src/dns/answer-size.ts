import type { DnsAnswer, DnsRecord } from '../core/dns.ts'
import { parseIp } from '../core/ip.ts'
import { wireLength } from './names.ts'
import { printFields } from './print-record.ts'

/** Octets of an answer over UDP without EDNS (RFC 1035 §4.2.1). */
export const MAX_DATAGRAM = 512

/** RFC 1035 §4.1.1: octets of the header; §4.1.2: type and class of the question. */
const HEADER = 12
const QUESTION_TAIL = 4
/** §4.1.3: type, class, TTL and length of a record, behind a name that a pointer of two octets repeats. */
const RECORD_HEAD = 12

/**
 * Octets of an answer on the wire, near enough to show whether it fits a datagram: owners are
 * compressed, names in the data are not.
 */
export function answerSize({ records, aliases = [] }: DnsAnswer): number {
  const all = [...aliases, ...records]
  const question = all[0] ? wireLength(all[0].name) : 0
  return all.reduce(
    (sum, one) => sum + RECORD_HEAD + dataSize(one),
    HEADER + question + QUESTION_TAIL,
  )
}

function dataSize(record: DnsRecord): number {
  if ('strings' in record) return record.strings.reduce((sum, string) => sum + 1 + string.length, 0)
  if ('address' in record) return parseIp(record.address)?.length ?? 0
  if ('exchange' in record) return 2 + wireLength(record.exchange)
  if ('target' in record) return wireLength(record.target)
  if (record.type === 'SOA') return wireLength(record.primary) + wireLength(record.contact) + 20
  return printFields(record).join('').length
}

import type {
  DnsAnswer,
  DnsRecord,
  OtherData,
  RecordData,
  RecordHead,
  RecordType,
  SoaData,
  TextData,
} from '../../../core/dns.ts'
import type { DnsQuestion } from '../../../core/effects.ts'
import {
  count,
  listOf,
  oneOf,
  optional,
  plain,
  record,
  tagged,
  text,
  type AnyCodec,
  type JsonCodec,
} from '../../../core/json/codec.ts'
import type { MappedText, Run } from '../../../core/mapped-text.ts'
import { place } from './place.ts'

const recordType: JsonCodec<RecordType> = plain((json) => typeof json === 'string')

const head = { name: text, ttl: count, place: optional(place) }

const mappedText: JsonCodec<MappedText> = record<MappedText>({
  text,
  runs: listOf(record<Run>({ at: count, from: count, to: count })),
  isBare: optional(plain<true>((json) => json === true)),
  isMisread: optional(plain<true>((json) => json === true)),
})

/** The fields of records of these types, whichever it is. */
type Of<Type extends RecordType> = RecordHead &
  Omit<Extract<RecordData, { readonly type: Type }>, 'type'> & { readonly type: Type }

const address = record<Of<'A' | 'AAAA'>>({ ...head, type: oneOf('A', 'AAAA'), address: text })

const target = record<Of<'CNAME' | 'DNAME' | 'NS' | 'PTR'>>({
  ...head,
  type: oneOf('CNAME', 'DNAME', 'NS', 'PTR'),
  target: text,
})

const mx = record<Of<'MX'>>({ ...head, type: oneOf('MX'), preference: count, exchange: text })

const texts = record<RecordHead & TextData>({
  ...head,
  type: oneOf('TXT', 'SPF'),
  strings: listOf(text),
  text: optional(mappedText),
})

const soa = record<RecordHead & SoaData>({
  ...{ ...head, type: oneOf('SOA'), primary: text, contact: text, serial: count, refresh: count },
  ...{ retry: count, expire: count, minimum: count },
})

const others = record<RecordHead & OtherData>({
  ...head,
  type: plain((json) => typeof json === 'string'),
  fields: listOf(text),
})

const forms: ReadonlyMap<string, AnyCodec> = new Map<string, AnyCodec>([
  ...['A', 'AAAA'].map((type) => [type, address] as const),
  ...['CNAME', 'DNAME', 'NS', 'PTR'].map((type) => [type, target] as const),
  ['MX', mx],
  ['TXT', texts],
  ['SPF', texts],
  ['SOA', soa],
])

export const dnsRecord: JsonCodec<DnsRecord> = tagged('type', (type) => forms.get(type) ?? others)

export const dnsQuestion: JsonCodec<DnsQuestion> = record<DnsQuestion>({
  ask: oneOf('dns'),
  name: text,
  type: recordType,
})

export const dnsAnswer: JsonCodec<DnsAnswer> = record<DnsAnswer>({
  status: oneOf('ok', 'nodata', 'nxdomain', 'servfail', 'timeout'),
  records: listOf(dnsRecord),
  aliases: optional(listOf(dnsRecord)),
})

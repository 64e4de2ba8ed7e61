import { asCharacters } from './bytes.ts'
import { groupBy } from './group-by.ts'
import type { MappedText } from './mapped-text.ts'
import { onceForMany } from './once.ts'
import type { Place } from './span.ts'

/**
 * One resource record as an evaluator sees it. Names are absolute, in lower case, without the final
 * dot (`mx.example.org`; the root is ``). Fields of a known type stand beside its name.
 */
export type DnsRecord = RecordHead & RecordData

export interface RecordHead {
  readonly name: string
  /** Seconds. */
  readonly ttl: number
  /** Where it was written, if it was: its file and the whole record's span. */
  readonly place?: Place
}

export type RecordData =
  | { readonly type: 'A'; readonly address: string }
  | { readonly type: 'AAAA'; readonly address: string }
  | { readonly type: 'CNAME'; readonly target: string }
  | { readonly type: 'DNAME'; readonly target: string }
  | { readonly type: 'NS'; readonly target: string }
  | { readonly type: 'PTR'; readonly target: string }
  | { readonly type: 'MX'; readonly preference: number; readonly exchange: string }
  | TextData
  | SoaData
  | OtherData

/** TXT, and SPF (type 99) which is written alike. */
export interface TextData {
  readonly type: 'TXT' | 'SPF'
  /** Each string at most 255 octets; one UTF-16 unit an octet (0 to 255). */
  readonly strings: readonly string[]
  /**
   * The strings joined without a space (RFC 7208 §3.3), their octets as the characters that they
   * spell in UTF-8; and where that stands in the file.
   */
  readonly text?: MappedText
}

export interface SoaData {
  readonly type: 'SOA'
  readonly primary: string
  readonly contact: string
  readonly serial: number
  readonly refresh: number
  readonly retry: number
  readonly expire: number
  /** Seconds an absence may be kept (RFC 2308 §4). */
  readonly minimum: number
}

/** A type that is read and kept: its fields as a zone writes them, the names in them absolute. */
export interface OtherData {
  readonly type:
    | 'CAA'
    | 'SRV'
    | 'TLSA'
    | 'DS'
    | 'DNSKEY'
    | 'RRSIG'
    | 'NSEC'
    | 'HTTPS'
    | 'SVCB'
    | 'SSHFP'
    | 'NAPTR'
    | 'URI'
    | 'SMIMEA'
    | 'CDS'
    | 'CDNSKEY'
    | 'OPENPGPKEY'
    | 'EUI48'
    | 'EUI64'
    | 'NID'
    | 'L32'
    | 'L64'
    | 'LP'
    | 'NSEC3'
    | 'NSEC3PARAM'
    | 'CERT'
    | 'ZONEMD'
    | 'CSYNC'
    | 'DHCID'
    | 'KEY'
    | 'HINFO'
    | 'RP'
    | 'AFSDB'
    | 'KX'
    | 'RESINFO'
    | 'WALLET'
    | 'DSYNC'
    | 'AMTRELAY'
    | 'IPSECKEY'
    | 'APL'
    | 'LOC'
    | `TYPE${number}`
  readonly fields: readonly string[]
}

export type RecordType = DnsRecord['type']

/** The type with its own fields: `RecordOf<'MX'>` has `preference`. */
export type RecordOf<T extends RecordType> = Extract<DnsRecord, WithType<T>> & { readonly type: T }

/** Data of which several types are written alike is found by each of them. */
type WithType<T extends RecordType> = T extends 'TXT' | 'SPF'
  ? TextData
  : T extends OtherData['type']
    ? OtherData
    : { readonly type: T }

/**
 * What became of a question. `nodata`: the name exists, the type does not. `nxdomain`: neither.
 * `servfail` and `timeout` are temporary.
 */
export type DnsStatus = 'ok' | 'nodata' | 'nxdomain' | 'servfail' | 'timeout'

export interface DnsAnswer {
  readonly status: DnsStatus
  /** Records of the asked type, at the end of any alias chain. Empty unless `ok`. */
  readonly records: readonly DnsRecord[]
  /** CNAME and DNAME records that were followed, in order. */
  readonly aliases?: readonly DnsRecord[]
}

/** Anything that answers DNS questions at once: the resolver over zones, a table in a test. */
export interface Resolver {
  query(name: string, type: RecordType): DnsAnswer
}

/** Records of the answer that have the type, with its fields. Many questions may have one answer. */
export const recordsOf = <T extends RecordType>(
  { records }: DnsAnswer,
  type: T,
): readonly RecordOf<T>[] =>
  (records.length <= FEW && records.every((record) => record.type === type)
    ? records
    : (byType(records).get(type) ?? NONE)) as readonly RecordOf<T>[]

/** Records of almost every answer, none of which is of another type. */
const FEW = 16

const byType = onceForMany((records: readonly DnsRecord[]) =>
  groupBy<RecordType, DnsRecord>(records, (record) => record.type),
)

const NONE: readonly DnsRecord[] = []

/** The whole value of a TXT record, in characters: its strings joined without a space. */
export const joinedText = (record: TextData): string =>
  record.text?.text ?? asCharacters(record.strings.join(''))

/**
 * Anything that answers DNS questions, now or later. Names come absolute, in lower case, without
 * the final dot. A question that stays open is an answer too: `servfail` or `timeout`; what `query`
 * throws is not caught.
 *
 * @example
 * const records = { 'example.org TXT': ['v=spf1 -all'] }
 * const resolver = {
 *   query(name, type) {
 *     const strings = records[`${name} ${type}`]
 *     if (!strings) return { status: 'nxdomain', records: [] }
 *     return { status: 'ok', records: [{ name, type, ttl: 300, strings }] }
 *   },
 * }
 */
export interface AsyncResolver {
  query(name: string, type: RecordType): DnsAnswer | Promise<DnsAnswer>
}

import type { Answer } from 'dns-packet'
import type { DnsRecord, OtherData, RecordOf } from '../../core/dns.ts'
import { latin1 } from '../../core/bytes.ts'
import { formatOfType } from '../../dns/records/index.ts'
import { svcbOctets } from './svcb.ts'

/**
 * A record as dns-packet writes it; data that it has no words for are given as octets (RFC 3597 §4).
 * @returns `undefined` where the data cannot be put into octets.
 */
export function wireRecord(record: DnsRecord): Answer | undefined {
  const head = {
    name: record.name === '' ? '.' : record.name,
    ttl: record.ttl,
    class: 'IN' as const,
  }
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return { ...head, type: record.type, data: record.address }
    case 'CNAME':
    case 'DNAME':
    case 'NS':
    case 'PTR':
      return { ...head, type: record.type, data: rooted(record.target) }
    case 'MX':
      return {
        ...head,
        type: 'MX',
        data: { preference: record.preference, exchange: rooted(record.exchange) },
      }
    case 'TXT':
      return { ...head, type: 'TXT', data: record.strings.map((text) => Buffer.from(latin1(text))) }
    case 'SPF':
      return raw(head, record.type, characterStrings(record.strings))
    case 'SOA':
      return { ...head, type: 'SOA', data: soaData(record) }
    default:
      return keptRecord(head, record)
  }
}

type Head = { readonly name: string; readonly ttl: number; readonly class: 'IN' }

const soaData = (soa: RecordOf<'SOA'>) => ({
  mname: rooted(soa.primary),
  rname: rooted(soa.contact),
  serial: soa.serial,
  refresh: soa.refresh,
  retry: soa.retry,
  expire: soa.expire,
  minimum: soa.minimum,
})

const rooted = (name: string): string => (name === '' ? '.' : name)

/** dns-packet writes a type without a name of its own as its octets. */
const raw = (head: Head, type: DnsRecord['type'], octets: Uint8Array): Answer =>
  ({
    ...head,
    type: `UNKNOWN_${formatOfType(type).number}`,
    data: Buffer.from(octets),
  }) as unknown as Answer

const characterStrings = (strings: readonly string[]): Uint8Array =>
  Uint8Array.from(strings.flatMap((text) => [text.length, ...latin1(text)]))

function keptRecord(head: Head, record: OtherData): Answer | undefined {
  const { type, fields } = record
  if (fields[0] === '\\#') return raw(head, type, Buffer.from(fields.slice(2).join(''), 'hex'))
  const data = keptData[type]?.(fields)
  if (data instanceof Uint8Array) return raw(head, type, data)
  return data && ({ ...head, type, data } as unknown as Answer)
}

/** How the fields of a zone line become data: an object of dns-packet, or octets. */
type KeptData = (fields: readonly string[]) => object | Uint8Array | undefined

const keptData: Partial<Record<OtherData['type'], KeptData>> = {
  SRV: ([priority, weight, port, target = '']) => ({
    priority: Number(priority),
    weight: Number(weight),
    port: Number(port),
    target: withoutDot(target),
  }),
  CAA: ([flags, tag, value = '']) => ({ flags: Number(flags), tag, value: unquoted(value) }),
  TLSA: ([usage, selector, matching, certificate = '']) => ({
    usage: Number(usage),
    selector: Number(selector),
    matchingType: Number(matching),
    certificate: Buffer.from(certificate, 'hex'),
  }),
  DS: ([keyTag, algorithm, digestType, digest = '']) => ({
    keyTag: Number(keyTag),
    algorithm: Number(algorithm),
    digestType: Number(digestType),
    digest: Buffer.from(digest, 'hex'),
  }),
  DNSKEY: ([flags, , algorithm, key = '']) => ({
    flags: Number(flags),
    algorithm: Number(algorithm),
    key: Buffer.from(key, 'base64'),
  }),
  RRSIG: ([
    covered,
    algorithm,
    labels,
    ttl,
    expiration,
    inception,
    keyTag,
    signer = '',
    ...key
  ]) => ({
    typeCovered: covered,
    algorithm: Number(algorithm),
    labels: Number(labels),
    originalTTL: Number(ttl),
    expiration: seconds(expiration),
    inception: seconds(inception),
    keyTag: Number(keyTag),
    signersName: withoutDot(signer),
    signature: Buffer.from(key.join(''), 'base64'),
  }),
  NSEC: ([next = '', ...types]) => ({ nextDomain: withoutDot(next), rrtypes: types }),
  SVCB: svcbOctets,
  HTTPS: svcbOctets,
}

const withoutDot = (name: string): string => (name === '.' ? '.' : name.replace(/\.$/, ''))

const unquoted = (text: string): string => text.replace(/^"([^]*)"$/, '$1')

/** A time as RRSIG writes it (RFC 4034 §3.2): `YYYYMMDDHHmmSS`, or seconds since 1970. */
function seconds(time = '0'): number {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(time)
  if (!parts) return Number(time)
  const [year = 0, month = 1, day, hour, minute, second] = parts.slice(1).map(Number)
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000
}

import type { FieldKind } from '../../../dns/record-type.ts'

/**
 * The words that colours follow. They are data of their own, so that colouring fetches no record
 * format and no evaluator; a test holds them to those.
 */

/** The kinds of each record type's fields, in order; `text` stands for all that follow. */
export const fieldKinds: Readonly<Record<string, readonly FieldKind[]>> = {
  A: ['address'],
  AAAA: ['address'],
  AFSDB: ['number', 'name'],
  AMTRELAY: ['number', 'number', 'other'],
  CAA: ['number', 'other', 'string'],
  CDNSKEY: ['number', 'number', 'number', 'other'],
  CDS: ['number', 'number', 'number', 'other'],
  CERT: ['number', 'number', 'number', 'other'],
  CNAME: ['name'],
  CSYNC: ['number', 'number', 'other'],
  DNAME: ['name'],
  DNSKEY: ['number', 'number', 'number', 'other'],
  DS: ['number', 'number', 'number', 'other'],
  DSYNC: ['other', 'number', 'number', 'name'],
  HINFO: ['string', 'string'],
  HTTPS: ['number', 'name', 'other'],
  IPSECKEY: ['number', 'other', 'other'],
  KX: ['number', 'name'],
  L32: ['number', 'address'],
  L64: ['number', 'address'],
  LP: ['number', 'name'],
  MX: ['number', 'name'],
  NAPTR: ['number', 'number', 'string', 'string', 'string', 'name'],
  NID: ['number', 'address'],
  NS: ['name'],
  NSEC: ['name', 'other'],
  NSEC3: ['number', 'number', 'number', 'other', 'other', 'other'],
  NSEC3PARAM: ['number', 'number', 'number', 'other'],
  PTR: ['name'],
  RESINFO: ['text'],
  RP: ['name', 'name'],
  RRSIG: [
    ...(['other', 'number', 'number', 'duration', 'other'] as const),
    ...(['other', 'number', 'name', 'other'] as const),
  ],
  SMIMEA: ['number', 'number', 'number', 'other'],
  SOA: ['name', 'name', 'number', 'duration', 'duration', 'duration', 'duration'],
  SPF: ['text'],
  SRV: ['number', 'number', 'number', 'name'],
  SSHFP: ['number', 'other'],
  SVCB: ['number', 'name', 'other'],
  TLSA: ['number', 'number', 'number', 'other'],
  TXT: ['text'],
  URI: ['number', 'number', 'string'],
  WALLET: ['text'],
  ZONEMD: ['number', 'number', 'other'],
}

/** The label that the names of a family's records have; all of them are lists of tags. */
export const tagLabels: readonly string[] = ['_domainkey', '_dmarc', '_mta-sts', '_tls', '_bimi']

/** How the version of a list of tags begins, in any case. */
export const tagVersions: readonly string[] = ['DKIM', 'DMARC', 'STSv', 'TLSRPT', 'BIMI']

/** What stands in an SPF record; modifiers show themselves by their `=`. */
export const mechanisms: ReadonlySet<string> = new Set([
  ...['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'],
])

import { recordTypes } from '../../../../dns/records/index.ts'
import type { Word } from './word.ts'

/** What each record type is good for, for somebody who runs mail. */
const MEANINGS: Readonly<Record<string, string>> = {
  A: 'The IPv4 address of a name. A name may have several.',
  AAAA: 'The IPv6 address of a name. A name may have several.',
  MX: 'A host that takes in the domain’s mail. The lowest preference is tried first.',
  TXT: 'Free text. SPF, DKIM keys and DMARC policies are published as texts.',
  CNAME: 'Another name for this one: whoever asks is sent on. No other record may stand beside it.',
  NS: 'A name server of the zone, or of the part of it that is handed on.',
  PTR: 'The name of an address, in the reverse zone. Mail servers look whether it leads back.',
  SOA: 'The start of the zone: its first name server, its contact, its times. Exactly one a zone.',
  SPF: 'A type of its own for SPF, given up again. Publish SPF as `TXT`.',
  DNAME: 'Sends every name below this one on to the same name below another.',
  SRV: 'The host and port of a service, such as `_submission._tcp`.',
  CAA: 'Which certificate authorities may issue certificates for the domain.',
  TLSA: 'The certificate that a server will show (DANE). It counts only in a signed zone.',
  DS: 'The fingerprint of a child zone’s key, for DNSSEC.',
  DNSKEY: 'A public key of the zone, for DNSSEC.',
  RRSIG: 'A signature over other records, for DNSSEC. Tools write it.',
  NSEC: 'Proves which names do not exist, for DNSSEC. Tools write it.',
  HTTPS: 'How to reach a web site: other names, protocols, keys.',
  SVCB: 'How to reach a service: other names, protocols, keys.',
}

/** What is offered first: the types that mail is made of. */
const FIRST = ['MX', 'TXT', 'A', 'AAAA', 'CNAME', 'NS', 'PTR', 'SOA']

export interface TypeWord extends Word {
  readonly type: string
}

/** Every type that a zone may hold by name, those for mail first. */
export const recordTypeWords: readonly TypeWord[] = recordTypes
  .map(({ type, syntax, source }) => ({ type, syntax, source, meaning: MEANINGS[type] ?? '' }))
  .toSorted((a, b) => rank(a.type) - rank(b.type))

function rank(type: string): number {
  const at = FIRST.indexOf(type)
  return at < 0 ? FIRST.length : at
}

const byType = new Map(recordTypeWords.map((word) => [word.type, word]))

export const typeWord = (type: string): TypeWord | undefined => byType.get(type.toUpperCase())

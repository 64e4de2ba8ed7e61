import type { RecordType } from '../../core/dns.ts'
import { formatOf, recordTypes } from '../../dns/records/index.ts'
import { typeNumber } from '../../dns/zone/type-numbers.ts'

const FOR_MAIL: readonly RecordType[] = ['MX', 'TXT', 'A', 'AAAA', 'CNAME', 'NS', 'PTR', 'SOA']

/** Types that can be asked for by name, the ones about mail first. */
export const RECORD_TYPES: readonly RecordType[] = [
  ...new Set([...FOR_MAIL, ...recordTypes.map(({ type }) => type)]),
]

/** @returns The type that a word names, in any case: `mx`, `LOC`, `TYPE65280`; else undefined. */
export function recordType(word: string): RecordType | undefined {
  const number = typeNumber(word)
  return number === undefined ? undefined : formatOf(number).type
}

/** Words that the real `dig` takes for a type, and what to do here instead. */
export const OTHER_TYPES: Readonly<Record<string, string>> = {
  ANY: 'Servers hardly answer `ANY` any more (RFC 8482). Ask for one type: `MX`, `TXT`, `A` …',
  AXFR: 'Copying whole zones is not simulated. Ask for one type: `MX`, `TXT`, `A` …',
  IXFR: 'Copying whole zones is not simulated. Ask for one type: `MX`, `TXT`, `A` …',
  DKIM: 'There is no record type DKIM: keys are published in `TXT` records at `selector._domainkey.example.org`.',
  DMARC:
    'There is no record type DMARC: policies are published in `TXT` records at `_dmarc.example.org`.',
}

import { zoneProblems } from '../../src/dns/zone/problems/list.ts'

/** What cannot be read hides its other problems: a fix may show them. */
const HIDING = new Set([
  ...zoneProblems.map(({ code }) => code),
  ...[
    'bimi/location',
    'dkim/key-armour',
    'dmarc/leading-space',
    'dmarc/missing-semicolon',
    'dmarc/report-separator',
    'dmarc/tag-syntax',
    'mta-sts/id-missing',
    'tls-rpt/duplicate-tag',
    'message/bare-cr',
    'message/nul',
  ],
  ...[
    'spf/glued-strings',
    'spf/sender-id',
    'spf/characters',
    'spf/leading-characters',
    'zone/cname-with-other-data',
    'zone/doubled-origin',
    'zone/key-name', // at a wrong name a key is not read
    'zone/soa-below-apex', // NS records beside it are taken for those of the zone
  ],
])
/** Of a tag in upper case the value is not read; nor is a record whose version is not. */
export const hides = (code: string): boolean =>
  HIDING.has(code) || /\/(?:version|tag-case|unknown-tag$)/.test(code)

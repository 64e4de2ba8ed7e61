import fc from 'fast-check'
import { allRules, familyOf, type KnownRule } from '../../src/lint/all-rules.ts'
import { readExample } from '../../src/lint/rule-examples.ts'

/** The owner of a family's TXT records. */
const OWNERS: Readonly<Record<string, string>> = {
  spf: '@',
  dkim: 's1._domainkey',
  dmarc: '_dmarc',
  'mta-sts': '_mta-sts',
  'tls-rpt': '_smtp._tls',
  bimi: 'default._bimi',
}

const isZone = ({ reading }: KnownRule): boolean => reading.includes('lines of the zone')

/** A record's text on one line, as a zone writes it. */
function lineOf(rule: KnownRule, text: string): string[] {
  const owner = OWNERS[familyOf(rule)]
  const isText = owner !== undefined && /^[ !#-[\]-~]+$/.test(text) && /^\s*v\s*=/i.test(text)
  return isText ? [`${owner} TXT "${text}"`] : []
}

const pieces = allRules.flatMap((rule) =>
  [...rule.bad, ...rule.good].flatMap((example) => {
    const { text } = readExample(example)
    return isZone(rule) ? [text] : lineOf(rule, text)
  }),
)

const HEAD = [
  '$TTL 1h',
  '@ SOA ns hostmaster 1 1d 2h 4w 1h',
  '@ NS ns',
  'ns A 192.0.2.53',
  'mail A 192.0.2.25',
  'www A 192.0.2.1',
]

/** Zones of `example.com` with a little of everything that the rules speak of. */
export const zoneTexts = fc
  .tuple(fc.subarray(HEAD), fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 }))
  .map(([head, some]) => `${[...head, ...some].join('\n')}\n`)

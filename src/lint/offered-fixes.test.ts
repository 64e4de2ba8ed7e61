import { expect, test } from 'vitest'
import { lintRecords } from './lint-records.ts'
import { zoneFamily } from './dns/family.ts'
import { parseZone } from '../dns/zone/parse.ts'

function titlesOf(code: string, text: string): string[] {
  const { zone } = parseZone(`$TTL 1h\n${text}`, { origin: 'example.com' })
  const found = [...zoneFamily.lint(zone), ...lintRecords(zone.records.map(({ record }) => record))]
  return found
    .filter((one) => one.code === code)
    .flatMap(({ fixes }) => fixes.map(({ title }) => title))
}

test.each([
  [
    'mx/null-mx-beside-others',
    '@ MX 0 .\n@ MX 10 mail',
    ['Remove the null MX', 'Keep the null MX alone'],
  ],
  ['mx/null-mx-beside-others', '@ MX 0 .\n@ MX 10 a\n@ MX 20 b', ['Remove the null MX']],
  ['mx/null-mx-beside-others', '@ MX 0 .\n@ MX 1 .\n@ MX 10 mail', []],
  ['zone/cname-with-other-data', 'www CNAME a\nwww TXT "x"', ['Remove the CNAME']],
  ['zone/cname-with-other-data', 'www CNAME a\nwww CNAME b\nwww TXT "x"', []],
  ['zone/target-is-address', 'www CNAME 192.0.2.1\nweb A 192.0.2.1', ['Write `web.example.com.`']],
  ['zone/target-is-address', 'www CNAME 192.0.2.1\nwww A 192.0.2.1', []],
  ['spf/domain-name', '@ TXT "v=spf1 include:shop -all"', []],
  ['spf/bad-ip4', '@ TXT "v=spf1 ip4:192.0.2.300-all"', []],
  ['dmarc/policy-missing', '_dmarc TXT "v=DMARC1"', ['Add `p=none`']],
  ['dmarc/policy-missing', '_dmarc TXT v=DMARC1; p=reject', []],
  ['dmarc/missing-semicolon', '_dmarc TXT "v=DMARC1 p=none"', ['Put a `;` in']],
  ['dmarc/missing-semicolon', '_dmarc TXT "v=DMARC1 p=none; p=none"', []],
])('%s: a fix is offered only where it solves the problem: %s', (code, text, offered) =>
  expect(titlesOf(code, text)).toEqual(offered),
)

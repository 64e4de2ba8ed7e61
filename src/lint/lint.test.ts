import { expect, test } from 'vitest'
import { mapPlain } from '../core/mapped-text.ts'
import { slice } from '../core/span.ts'
import { lintRecords } from './lint-records.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { readRecordExample } from './example-records.ts'

const families = (example: string): string[] => {
  const { all } = readRecordExample(example, 'example.com')
  return [...new Set(lintRecords(all).map(({ code }) => code.split('/')[0]!))]
}

test.each([
  ['example.com TXT v=spf1 -all mx', ['spf']],
  ['example.com TXT v=DMARC1; p=none', ['dmarc']],
  ['example.com TXT v=DKIM1; p=', ['dkim']],
  ['_dmarc.example.com TXT v=DMARC1; p=nono', ['dmarc']],
  ['_dmarc.example.com TXT v=spf1 -all', ['dmarc']],
  ['_dmarc.example.com TXT v=DKIM1; p=', ['dkim']],
  ['_dmarc.example.com TXT hello', []],
  ['s1._domainkey.example.com TXT k=rsa; p=!', ['dkim']],
  ['s1._domainkey.example.com TXT v=DMARC1; p=none; rua=mailto:d@example.com', ['dmarc']],
  ['example.com TXT google-site-verification=abc', []],
  ['_mta-sts.example.com TXT v=STSv1; id=', ['mta-sts']],
  ['example.com TXT v=STSv1; id=1', ['mta-sts']],
  ['_smtp._tls.example.com TXT v=TLSRPTv1; rua=', ['tls-rpt']],
  ['_smtp._tls.example.com TXT hello', []],
  ['default._bimi.example.com TXT v=BIMI1; l=', ['bimi']],
  ['_bimi.example.com TXT v=BIMI1; l=', ['bimi']],
])('%s is a matter for %j', (example, expected) => expect(families(example)).toEqual(expected))

test('findings stand where the zone file wrote them', () => {
  const text = '_dmarc TXT "v=DMARC1; p=rej" "ected; rua=mailto:d@example.com"\n'
  const { zone } = parseZone(text, { origin: 'example.com' })
  const found = lintRecords(zone.records.map(({ record }) => record))
  expect(found.map(({ code }) => code)).toEqual(['dmarc/policy-value'])
  expect(slice(text, found[0]!.span)).toBe('rej" "ected')
})

test('places of reports are parted by commas only where all of them can be read then', () => {
  const titles = (rua: string): string[] => {
    const { all } = readRecordExample(`_smtp._tls.example.com TXT v=TLSRPTv1; rua=${rua}`, '')
    return lintRecords(all).flatMap(({ fixes }) => fixes.map(({ title }) => title))
  }
  expect(titles('mailto:a@example.com mailto:b@example.com')).toEqual(['Part them by a comma'])
  expect(titles('=mailto:a@example.com mailto:b@example.com')).toEqual([])
})

test.each([
  ['a key', 's._domainkey.example.com TXT v=DKIM1; s=a; s=b; p=', 'dkim/service'],
  [
    'a size limit',
    '_dmarc.example.com TXT v=DMARC1; p=none; rua=mailto:d@example.com!10mm',
    'dmarc/report-encoding',
  ],
  [
    'an address',
    '_smtp._tls.example.com TXT v=TLSRPTv1; mailto:t@example.c,m',
    'tls-rpt/tag-syntax',
  ],
  ['an owner', '}_smtp._tls.example.com TXT v=TLSRPTv1;', 'tls-rpt/no-address'],
])('a slip in %s that no fix repairs is only reported: %s', (_, line, code) => {
  const found = lintRecords(readRecordExample(line, '').all).filter((one) => one.code === code)
  expect(found.map(({ fixes }) => fixes)).toEqual([[]])
})

test('a text of spaces alone is looked through once', () => {
  const record = { name: 'example.com', ttl: 1, type: 'TXT' as const, strings: [] }
  const blank = { ...record, text: mapPlain(' '.repeat(65_535)) }
  // Taking them apart in all ways would take minutes.
  expect(lintRecords([blank])).toEqual([])
})

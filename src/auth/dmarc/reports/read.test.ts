import fc from 'fast-check'
import { expect, test } from 'vitest'
import { latin1, utf8 } from '../../../core/bytes.ts'
import { sectionLabel } from '../../../core/section.ts'
import { slice } from '../../../core/span.ts'
import { readAggregateReport } from './read.ts'
import { SAMPLE_7489, SAMPLE_9990 } from './testing/samples.ts'
import { writeAggregateReport } from './write.ts'

test('the sample of RFC 9990 is read without a problem', () => {
  const { report, form, problems, recordSpans, text } = readAggregateReport(SAMPLE_9990)
  expect(problems).toEqual([])
  expect(form).toBe('9990')
  expect(slice(text, recordSpans[0]!)).toMatch(/^<record>[^]*<\/record>$/)
  expect(report).toEqual({
    metadata: {
      orgName: 'Sample Reporter',
      email: 'report_sender@example-reporter.com',
      extraContactInfo: '...',
      reportId: '3v98abbp8ya9n3va8yr8oa3ya',
      begin: 302832000,
      end: 302918399,
      generator: 'Example DMARC Aggregate Reporter v1.2',
    },
    policy: {
      domain: 'example.com',
      ...{ p: 'quarantine', sp: 'none', np: 'none', testing: 'n', discoveryMethod: 'treewalk' },
    },
    records: [
      {
        ...{ sourceIp: '192.0.2.123', count: 123, disposition: 'pass', dkim: 'pass', spf: 'fail' },
        ...{ reasons: [], headerFrom: 'example.com', envelopeFrom: 'example.com' },
        dkimResults: [{ domain: 'example.com', selector: 'abc123', result: 'pass' }],
        spfResult: { domain: 'example.com', result: 'fail' },
      },
    ],
  })
})

test('a report by RFC 7489 is read without a problem, and known as one', () => {
  const { report, form, problems } = readAggregateReport(SAMPLE_7489)
  expect(problems).toEqual([])
  expect(form).toBe('7489')
  expect(report?.policy).toMatchObject({ pct: 50, aspf: 's' })
  expect(report?.records[0]).toMatchObject({
    reasons: [{ type: 'forwarded', comment: 'a list & its members' }, { type: 'sampled_out' }],
    spfResult: { scope: 'helo', result: 'softfail' },
  })
})

test('written anew it is one of RFC 9990', () => {
  const { report } = readAggregateReport(SAMPLE_7489)
  const again = readAggregateReport(writeAggregateReport(report!))
  expect(again.form).toBe('9990')
  expect(again.report?.records[0]?.reasons).toEqual([
    { type: 'other', comment: 'forwarded: a list & its members' },
    { type: 'other', comment: 'sampled_out' },
  ])
})

test.each([
  ['<count>123</count>', '<count>many</count>', 'report/number', 'many', '§3.1.1.8'],
  ['<p>quarantine</p>', '<p>perhaps</p>', 'report/value', 'perhaps', '§3.1.1.5'],
  ['<p>quarantine</p>', '', 'report/missing', 'policy_published', '§3.1.1.5'],
  ['192.0.2.123', '192.0.2.1234', 'report/address', '192.0.2.1234', '§3.1.1.8'],
  ['<disposition>pass', '<disposition>drop', 'report/value', 'drop', '§3.1.1.9'],
  ['<selector>abc123</selector>', '', 'report/missing', 'dkim', '§3.1.1.12'],
  ['<end>302918399', '<end>302831999', 'report/period', '<date_range>', '§3.1.1.3'],
  ['<version>1.0', '<version>2.0', 'report/value', '2.0', '§3.1.1.2'],
  ['<result>fail</result>', '<result>hardfail</result>', 'report/value', 'hardfail', '§3.1.1.13'],
  ['<email>', '<email>a@b.example</email><email>', 'report/repeated', 'email', '§3.1.1.3'],
])('%s as %j: %s at `%s`', (from, to, code, where, section) => {
  const { text, problems } = readAggregateReport(SAMPLE_9990.replace(from, to))
  expect(problems.map((problem) => problem.code)).toEqual([code])
  const [problem] = problems
  expect(slice(text, problem!.span).trim().startsWith(where)).toBe(true)
  expect(sectionLabel(problem!.source)).toBe(`RFC 9990 ${section}`)
})

test.each([
  ['', 'xml/no-element'],
  ['<html/>', 'report/missing'],
])('%j is no report: %s', (text, code) => {
  const found = readAggregateReport(text)
  expect(found.report).toBeUndefined()
  expect(found.problems[0]?.code).toBe(code)
})

test('other charsets are read as the document declares', () => {
  const text = SAMPLE_9990.replace('Sample Reporter', 'Caf\xe9')
  const head = '<?xml version="1.0" encoding="iso-8859-1"?>\n'
  expect(readAggregateReport(latin1(head + text)).report?.metadata.orgName).toBe('Café')
  expect(readAggregateReport(utf8(`\ufeff${text}`)).report?.metadata.orgName).toBe('Café')
})

test('a report cut anywhere is read as far as it goes', () => {
  for (let at = 0; at < SAMPLE_9990.length; at += 7) {
    const cut = SAMPLE_9990.slice(0, at)
    for (const { span } of readAggregateReport(cut).problems)
      expect(span.to).toBeLessThanOrEqual(cut.length)
  }
})

test('any octets are read', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(readAggregateReport(bytes).problems.length).toBeGreaterThan(0)
    }),
    { seed: 9990, numRuns: 300 },
  ))

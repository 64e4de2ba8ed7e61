import { zipSync } from 'fflate'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeReportMail } from '../../auth/dmarc/reports/mail.ts'
import { SAMPLE_7489, SAMPLE_9990 } from '../../auth/dmarc/reports/testing/samples.ts'
import { writeTlsReport } from '../../auth/tls-rpt/write.ts'
import { encodeBase64 } from '../../core/base64.ts'
import { concatBytes, fromUtf8, utf8 } from '../../core/bytes.ts'
import { gzip } from '../../core/gzip.ts'
import { reportLimits } from './limits.ts'
import { readReports } from './read-reports.ts'
import { JUNE, report, row, xml } from './testing/reports.ts'

const rows = [row({ ip: '192.0.2.1', count: 3, aligned: 'spf', spf: ['pass', 'example.org'] })]
const plain = xml(rows)
const mail = composeReportMail({
  ...{ report: report(rows), submitter: 'bigmail.test', from: 'a@bigmail.test' },
  ...{ to: 'dmarc@example.org', at: JUNE * 1000 },
})
const tls = utf8(
  writeTlsReport({
    ...{ organization: 'Bigmail', id: 't1', start: JUNE * 1000, end: (JUNE + 86_399) * 1000 },
    policies: [
      {
        ...{
          type: 'sts',
          domain: 'example.org',
          lines: ['version: STSv1'],
          hosts: ['mx.example.org'],
        },
        ...{ successes: 40, failures: 2 },
        details: [
          {
            type: 'certificate-expired',
            sessions: 2,
            receivingHost: 'mx.example.org',
            sendingIp: '192.0.2.9',
          },
        ],
      },
    ],
  }),
)
const read = (...files: Uint8Array[]) =>
  readReports({ files: files.map((bytes, at) => ({ name: `file ${at + 1}`, bytes })) })

describe('a report is read', () => {
  test.each<[string, Uint8Array]>([
    ['as XML', plain],
    ['with a byte order mark', concatBytes([utf8('\ufeff'), plain])],
    ['packed with gzip', gzip(plain)],
    ['in a ZIP archive', zipSync({ 'a.xml': plain })],
    ['as gzip in ZIP in ZIP', zipSync({ 'b.zip': zipSync({ 'a.xml.gz': gzip(plain) }) })],
    ['out of its mail', mail],
    ['out of a file of Apple Mail', concatBytes([utf8('812       \n'), mail])],
    ['out of a mail in a ZIP archive', zipSync({ 'inbox/1.eml': mail })],
    [
      'as the base64 of its mail’s part',
      utf8(encodeBase64(gzip(plain)).replace(/.{76}/g, '$&\r\n')),
    ],
    [
      'out of a mailbox of mails',
      concatBytes([
        utf8('From a@b.example Mon Jun  1 00:00:00 2026\nSubject: hello\n\nFrom here on\n\n'),
        ...[utf8('From c@d.example Tue Jun  2 00:00:00 2026\n'), mail],
      ]),
    ],
  ])('%s', (_, bytes) => {
    const { aggregate } = read(bytes)
    expect([aggregate?.messages, aggregate?.aligned, aggregate?.days.length]).toEqual([3, 3, 1])
  })

  test('by either RFC', () => {
    const { files, aggregate } = readReports({
      files: [
        { name: 'new', bytes: utf8(SAMPLE_9990) },
        { name: 'old', bytes: utf8(SAMPLE_7489) },
      ],
    })
    expect(files.map(({ state }) => state)).toEqual(['aggregate', 'aggregate'])
    expect(aggregate?.policies.map(({ text, errors }) => [text, ...errors])).toEqual([
      ['p=quarantine; sp=none; np=none'].map((text) => text.replace('; np=none', '')),
      ['p=reject; aspf=s; pct=50', 'two records'],
    ])
    expect(aggregate?.moreDays).toBe(1)
  })

  test('several that were pasted one behind the other, each', () =>
    expect(read(concatBytes([plain, xml(rows, { id: '2' })])).aggregate?.messages).toBe(6))

  test('about TLS, packed or not', () => {
    for (const bytes of [tls, gzip(tls)]) {
      const sum = read(bytes).tls
      expect([sum?.successes, sum?.failures, sum?.days[0]?.failures]).toEqual([40, 2, 2])
      expect(sum?.domains[0]?.causes[0]).toMatchObject({
        ...{ type: 'certificate-expired', hosts: ['mx.example.org'], sessions: 2 },
        next: {
          text: expect.stringContaining('Renew the certificate of `mx.example.org`') as string,
        },
      })
    }
  })

  test('about single messages', () => {
    const arf = [
      ...['Content-Type: multipart/report; report-type=feedback-report; boundary=b', '', '--b'],
      ...['Content-Type: text/plain', '', 'One message failed.', '--b'],
      ...['Content-Type: message/feedback-report', '', 'Feedback-Type: auth-failure', 'Version: 1'],
      ...['User-Agent: x/1', 'Auth-Failure: dmarc', 'Identity-Alignment: spf'],
      ...[
        'Source-IP: 203.0.113.9',
        'Reported-Domain: example.org',
        'Delivery-Result: reject',
        '',
        '--b',
      ],
      ...[
        'Content-Type: message/rfc822',
        '',
        'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=',
        '',
        'x',
        '--b--',
        '',
      ],
    ].join('\r\n')
    const { failures, files } = read(utf8(arf))
    expect(failures).toMatchObject([
      { what: 'dmarc (spf)', domain: 'example.org', ip: '203.0.113.9', subject: 'Grüße' },
    ])
    expect(files[0]?.state).toBe('failure')
  })
})

describe('a week of a mailbox', () => {
  test('is summed by day, and a day without a report is one', () => {
    const days = [1, 2, 5].map((day) => xml(rows, { id: String(day), day }))
    const { aggregate } = read(...days, xml(rows, { id: '1', org: 'Marlowe' }))
    expect(aggregate?.days.map(({ passed }) => passed)).toEqual([6, 3, 0, 0, 3])
    expect(aggregate?.reporters).toEqual([
      { name: 'Bigmail', reports: 3, messages: 9 },
      { name: 'Marlowe', reports: 1, messages: 3 },
    ])
  })

  test('counts a report once that came twice, and says so', () => {
    const other = xml([row({ ip: '192.0.2.2', count: 9 })])
    const { aggregate, files } = read(plain, gzip(plain), mail, other, tls, tls)
    expect(aggregate?.messages).toBe(3)
    expect(files.map(({ state, text }) => [state, /already[^.]*/.exec(text)?.[0]])).toEqual([
      ['aggregate', undefined],
      ['duplicate', 'already; it counts once'],
      ['duplicate', 'already; it counts once'],
      ['duplicate', 'already, with other numbers; the first counts'],
      ['tls', undefined],
      ['duplicate', 'already; it counts once'],
    ])
  })

  test('leaves out what is about domains of others', () => {
    const { files, aggregate, policyDomains } = readReports({
      files: [
        { name: 'a', bytes: plain },
        { name: 'b', bytes: xml(rows, { domain: 'example.net' }) },
      ],
      own: ['Example.Org.'],
    })
    expect(aggregate?.messages).toBe(3)
    expect(policyDomains).toEqual(['example.net', 'example.org'])
    expect(files.map(({ state }) => state)).toEqual(['aggregate', 'omitted'])
  })
})

describe('what cannot be read has a sentence, and the rest is read', () => {
  const entities = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${'bcdefghi'
    .split('')
    .map((name, at, all) => `<!ENTITY ${name} "${`&${all[at - 1] ?? 'a'};`.repeat(10)}">`)
    .join('')}]>`

  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(), 'It is empty.'],
    ['a text', utf8('Good morning'), 'neither XML, JSON nor a mail'],
    [
      'a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]),
      'neither XML, JSON, a mail, gzip nor ZIP',
    ],
    [
      'a message of Outlook',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'a file of Outlook',
    ],
    ['a page', utf8('<html><p>x</p></html>'), 'this document is a `html`'],
    ['JSON of another kind', utf8('{"a":1}'), 'no report about TLS'],
    ['a mail without a report', utf8('Subject: x\r\n\r\nhello'), 'No part of this mail'],
    ['gzip that is cut off', gzip(plain).slice(0, 200), 'cannot be unpacked'],
    ['ZIP that is cut off', zipSync({ 'a.xml': plain }).slice(0, 200), 'cannot be unpacked'],
    ['a gzip bomb', gzip(new Uint8Array(60_000_000)), 'more than 20,971,520 octets'],
    ['a ZIP bomb', zipSync({ 'a.xml': new Uint8Array(60_000_000) }), 'more than 20,971,520 octets'],
    ['a smaller ZIP bomb', zipSync({ 'a.xml': new Uint8Array(9_000_000) }), '400 times'],
    [
      'packed again and again',
      gzip(gzip(gzip(gzip(gzip(gzip(plain)))))),
      `more than ${reportLimits.depth} times`,
    ],
    ['a file of 50 MB', new Uint8Array(50_000_000).fill(0x3c), 'larger than 20 MiB'],
  ])('%s', (_, bytes, why) => {
    const start = performance.now()
    const { files, aggregate } = read(bytes, xml(rows, { id: '2' }))
    expect(performance.now() - start).toBeLessThan(3000)
    expect(files[0]).toMatchObject({
      state: 'unread',
      name: expect.stringContaining('file 1') as string,
    })
    expect(files[0]?.text).toContain(why)
    expect(aggregate?.messages).toBe(3)
  })

  test('a bomb of entities means nothing, and is named at its line', () => {
    const text = fromUtf8(plain)
      .replace('<feedback', `${entities}\n<feedback`)
      .replace('Bigmail', '&i;')
    const { files, aggregate } = read(utf8(text))
    expect(aggregate?.messages).toBe(3)
    expect(files[0]?.problems[0]).toMatchObject({ line: 2, from: 0 })
    expect(
      files[0]?.problems[1]?.excerpt?.slice(files[0].problems[1].from, files[0].problems[1].to),
    ).toBe('&i;')
  })

  test('a report that is cut off counts up to its last whole row', () => {
    const two = fromUtf8(xml([...rows, row({ ip: '192.0.2.7', count: 5 })]))
    const { files, aggregate } = read(utf8(two.slice(0, two.indexOf('<count>5') + 8)))
    expect(aggregate?.messages).toBe(3)
    expect(files[0]?.text).toContain('its last row is not counted')
  })

  test('more files than are read at once are each named', () => {
    const many = Array.from({ length: reportLimits.files + 2 }, (_, at) =>
      xml(rows, { id: String(at) }),
    )
    const { files, aggregate } = read(...many)
    expect(aggregate?.reports).toBe(reportLimits.files)
    expect(files.filter(({ state }) => state === 'unread')).toHaveLength(2)
  })

  test('a report as large as may be takes no long time', () => {
    const one = fromUtf8(plain)
    const record = /<record>[^]*<\/record>/.exec(one)![0]
    const count = 6_000
    const large = one.replace(record, () =>
      Array.from({ length: count }, (_, at) =>
        record.replace('192.0.2.1', `198.51.${(at >> 8) & 255}.${at & 255}`),
      ).join(''),
    )
    const start = performance.now()
    const { aggregate } = readReports({
      files: [{ name: 'a', bytes: utf8(large) }],
      zone: 'v=spf1 ip4:192.0.2.0/24 mx -all',
    })
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(aggregate?.messages).toBe(count * 3)
  })

  test('any octets', () => {
    const check = (bytes: Uint8Array): void => {
      expect(read(bytes).files.length).toBeGreaterThan(0)
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), check), { seed: 1, numRuns: 300 })
    const kinds = [plain, gzip(plain), zipSync({ 'a.xml': plain, 'b.json': tls }), mail, tls]
    const damaged = fc.tuple(fc.constantFrom(...kinds), fc.nat(), fc.nat(255), fc.nat())
    fc.assert(
      fc.property(damaged, ([bytes, at, octet, end]) => {
        const changed = bytes.slice(0, 1 + (end % bytes.length))
        changed[at % changed.length] = octet
        check(changed)
      }),
      { seed: 2, numRuns: 400 },
    )
  })
})

test('many policies of one report about TLS are summed in little time', () => {
  const policy = JSON.stringify({
    policy: { 'policy-type': 'sts', 'policy-domain': 'example.org' },
    summary: { 'total-successful-session-count': 1, 'total-failure-session-count': 1 },
    'failure-details': [{ 'result-type': 'certificate-expired', 'failed-session-count': 1 }],
  })
  const text = `{"organization-name":"B","policies":[${Array(40_000).fill(policy).join()}]}`
  const start = performance.now()
  const { tls: sum } = read(utf8(text))
  expect(sum?.domains[0]?.causes[0]?.sessions).toBe(10_000)
  expect(performance.now() - start).toBeLessThan(10_000)
})

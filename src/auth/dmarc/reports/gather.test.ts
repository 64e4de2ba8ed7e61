import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runSync } from '../../../core/effects.ts'
import { createResolver } from '../../../dns/resolver.ts'
import { parseZone } from '../../../dns/zone/parse.ts'
import { evaluateDmarc } from '../evaluate.ts'
import { gatherReports, type Observation, type Reporter } from './gather.ts'
import { readAggregateReport } from './read.ts'
import { summarizeReports } from './summary.ts'
import { writeAggregateReport } from './write.ts'

const ZONE = `
_dmarc.example.com. TXT "v=DMARC1; p=reject; sp=quarantine; rua=mailto:d@example.com"
_dmarc.test.example.com. TXT "v=DMARC1; p=reject; t=y; adkim=s; rua=mailto:d@example.com"
`
const DAY = Date.UTC(2026, 5, 1)
const reporter: Reporter = {
  orgName: 'Receiver & Sons',
  email: 'reports@mail.receiver.example',
  host: 'mail.receiver.example',
  begin: DAY / 1000,
  end: DAY / 1000 + 86_400,
}

interface Given extends Partial<Omit<Observation, 'dmarc' | 'spf' | 'dkim'>> {
  readonly from?: string
  readonly spf?: string
  readonly dkim?: readonly (readonly [domain: string, result: 'pass' | 'fail'])[]
  readonly zone?: string
  readonly mode?: '9989' | '7489'
}

function seen({
  from = 'example.com',
  spf = 'pass',
  dkim = [],
  zone = ZONE,
  mode = '9989',
  ...more
}: Given): Observation {
  const dns = createResolver([parseZone(zone, { origin: '' }).zone])
  const mailFrom = more.mailFrom ?? `bounces@${from}`
  const domain = mailFrom.slice(mailFrom.indexOf('@') + 1) || 'mx.example.com'
  const signatures = dkim.map(([d, result]) => ({
    ...{ domain: d, selector: 's1', result },
    reason: result === 'pass' ? 'It holds.' : 'The body was changed.',
  }))
  const query = {
    from,
    spf: { result: mailFrom === '' ? 'none' : spf, domain },
    dkim: signatures,
    mode,
  }
  const dmarc = runSync(evaluateDmarc(query), (question) =>
    question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
  )
  const identity = mailFrom === '' ? ('helo' as const) : ('mailfrom' as const)
  return {
    ...{ at: DAY + 1000, ip: '192.0.2.1', mailFrom },
    ...more,
    spf: { result: spf as Observation['spf']['result'], domain, identity },
    dkim: signatures,
    dmarc,
  }
}

const day: readonly Observation[] = [
  seen({
    dkim: [
      ['other.example', 'pass'],
      ['example.com', 'pass'],
    ],
  }),
  seen({
    dkim: [
      ['other.example', 'pass'],
      ['example.com', 'pass'],
    ],
    at: DAY + 5000,
  }),
  seen({
    ip: '2001:DB8:0:0::7',
    spf: 'softfail',
    dkim: [['example.com', 'fail']],
    applied: 'none',
    reasons: [{ type: 'mailing_list', comment: 'list <users>' }],
  }),
  seen({ ip: '192.0.2.30', from: 'news.example.com', spf: 'fail' }),
  seen({ ip: '192.0.2.4', mailFrom: '', rcptTo: 'bob@receiver.example' }),
  seen({ from: 'test.example.com', spf: 'fail' }),
  seen({ from: 'nobody.example' }),
  seen({ at: DAY - 1 }),
]

const GOLDEN = `<?xml version="1.0" encoding="UTF-8"?>
<feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0">
  <version>1.0</version>
  <report_metadata>
    <org_name>Receiver &amp; Sons</org_name>
    <email>reports@mail.receiver.example</email>
    <report_id>1780272000-example.com@mail.receiver.example</report_id>
    <date_range>
      <begin>1780272000</begin>
      <end>1780358399</end>
    </date_range>
  </report_metadata>
  <policy_published>
    <domain>example.com</domain>
    <discovery_method>treewalk</discovery_method>
    <p>reject</p>
    <sp>quarantine</sp>
    <np>quarantine</np>
    <fo>0</fo>
    <adkim>r</adkim>
    <aspf>r</aspf>
    <testing>n</testing>
  </policy_published>
  <record>
    <row>
      <source_ip>192.0.2.1</source_ip>
      <count>2</count>
      <policy_evaluated>
        <disposition>pass</disposition>
        <dkim>pass</dkim>
        <spf>pass</spf>
      </policy_evaluated>
    </row>
    <identifiers>
      <header_from>example.com</header_from>
      <envelope_from>example.com</envelope_from>
    </identifiers>
    <auth_results>
      <dkim>
        <domain>example.com</domain>
        <selector>s1</selector>
        <result>pass</result>
      </dkim>
      <dkim>
        <domain>other.example</domain>
        <selector>s1</selector>
        <result>pass</result>
      </dkim>
      <spf>
        <domain>example.com</domain>
        <scope>mfrom</scope>
        <result>pass</result>
      </spf>
    </auth_results>
  </record>
  <record>
    <row>
      <source_ip>192.0.2.4</source_ip>
      <count>1</count>
      <policy_evaluated>
        <disposition>reject</disposition>
        <dkim>fail</dkim>
        <spf>fail</spf>
      </policy_evaluated>
    </row>
    <identifiers>
      <header_from>example.com</header_from>
      <envelope_from></envelope_from>
      <envelope_to>receiver.example</envelope_to>
    </identifiers>
    <auth_results>
    </auth_results>
  </record>
  <record>
    <row>
      <source_ip>2001:db8::7</source_ip>
      <count>1</count>
      <policy_evaluated>
        <disposition>none</disposition>
        <dkim>fail</dkim>
        <spf>fail</spf>
        <reason>
          <type>mailing_list</type>
          <comment>list &lt;users&gt;</comment>
        </reason>
      </policy_evaluated>
    </row>
    <identifiers>
      <header_from>example.com</header_from>
      <envelope_from>example.com</envelope_from>
    </identifiers>
    <auth_results>
      <dkim>
        <domain>example.com</domain>
        <selector>s1</selector>
        <result>fail</result>
        <human_result>The body was changed.</human_result>
      </dkim>
      <spf>
        <domain>example.com</domain>
        <scope>mfrom</scope>
        <result>softfail</result>
      </spf>
    </auth_results>
  </record>
  <record>
    <row>
      <source_ip>192.0.2.30</source_ip>
      <count>1</count>
      <policy_evaluated>
        <disposition>quarantine</disposition>
        <dkim>fail</dkim>
        <spf>fail</spf>
      </policy_evaluated>
    </row>
    <identifiers>
      <header_from>news.example.com</header_from>
      <envelope_from>news.example.com</envelope_from>
    </identifiers>
    <auth_results>
      <spf>
        <domain>news.example.com</domain>
        <scope>mfrom</scope>
        <result>fail</result>
      </spf>
    </auth_results>
  </record>
</feedback>
`

test('a day is one report for each policy domain, as the schema wants it', () => {
  const reports = gatherReports(day, reporter)
  expect(reports.map(({ report }) => report.policy.domain)).toEqual([
    'example.com',
    'test.example.com',
  ])
  expect(writeAggregateReport(reports[0]!.report)).toBe(GOLDEN)
})

test('what is written is read back', () => {
  for (const { report } of gatherReports(day, reporter)) {
    const found = readAggregateReport(writeAggregateReport(report))
    expect(found.problems).toEqual([])
    expect(found.report).toEqual(report)
  }
})

test('a policy in test mode reports why it was not applied', () => {
  const [report] = gatherReports([seen({ from: 'test.example.com', spf: 'fail' })], reporter)
  expect(report?.report.policy).toMatchObject({ testing: 'y', adkim: 's' })
  expect(report?.report.records[0]).toMatchObject({
    disposition: 'quarantine',
    reasons: [{ type: 'policy_test_mode' }],
  })
})

test.each([
  ['a receiver of its own mind', { spf: 'fail', applied: 'none' as const }, 'local_policy'],
  [
    'a message not sampled',
    {
      spf: 'fail',
      mode: '7489' as const,
      zone: '_dmarc.example.com. TXT "v=DMARC1; p=reject; pct=0"',
    },
    'other',
  ],
])('%s is reported', (_, given, type) =>
  expect(gatherReports([seen(given)], reporter)[0]?.report.records[0]?.reasons[0]?.type).toBe(type),
)

test('a policy that changed in the period makes two reports, each with an id of its own', () => {
  const changed = [seen({}), seen({ zone: ZONE.replace('p=reject; sp', 'p=none; sp') })]
  const ids = gatherReports(changed, reporter).map(({ report }) => report.metadata.reportId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(2)
  for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9]+$/)
})

test('addresses that changed in the period: the newest ones get the report', () => {
  const later = ZONE.replaceAll('mailto:d@', 'mailto:new@')
  const messages = [seen({ at: DAY + 2000, zone: later }), seen({ at: DAY + 1000 })]
  const addresses = [messages, messages.toReversed()].map((some) =>
    gatherReports(some, reporter).map(({ record }) => record.rua.map(({ text }) => text)),
  )
  expect(addresses).toEqual([[['mailto:new@example.com']], [['mailto:new@example.com']]])
})

test('the order of the messages makes no difference', () =>
  fc.assert(
    fc.property(fc.shuffledSubarray([...day], { minLength: day.length }), (shuffled) => {
      const write = (all: readonly Observation[]): string[] =>
        gatherReports(all, reporter).map(({ report }) => writeAggregateReport(report))
      expect(write(shuffled)).toEqual(write(day))
    }),
    { seed: 9990, numRuns: 50 },
  ))

test('reports are summed up by client', () => {
  const reports = gatherReports(day, reporter).map(({ report }) => report)
  const { messages, aligned, unaligned, sources } = summarizeReports(reports)
  expect([messages, aligned, unaligned]).toEqual([6, 2, 4])
  expect(sources.map(({ sourceIp, aligned: a, unaligned: u }) => `${sourceIp} ${a} ${u}`)).toEqual([
    '192.0.2.1 0 1',
    '192.0.2.4 0 1',
    '192.0.2.30 0 1',
    '2001:db8::7 0 1',
    '192.0.2.1 2 0',
  ])
  expect(sources.at(-1)?.vouchedFor).toEqual(['example.com', 'other.example'])
})

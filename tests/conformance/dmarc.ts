import { evaluateDmarc, type Identifier } from '../../src/auth/dmarc/evaluate.ts'
import { parseDmarc } from '../../src/auth/dmarc/parse.ts'
import type { ReportUri } from '../../src/auth/dmarc/report-uri.ts'
import { walkTree } from '../../src/auth/dmarc/tree-walk.ts'
import { dmarcRecords } from '../../src/auth/dmarc/lookup.ts'
import { runSync, type Effect } from '../../src/core/effects.ts'
import { joinedText, type DnsAnswer } from '../../src/core/dns.ts'
import { lint } from '../../src/library/lint.ts'
import { parseZone } from '../../src/dns/zone/parse.ts'
import { ALIGNMENTS, RECORDS, type AlignmentExample, type RecordExample } from './dmarc-examples.ts'
import type { Compared, Suite } from './suite.ts'

const PREFIX = '_dmarc.'

function answer(records: AlignmentExample['records'], name: string): DnsAnswer {
  const text = name.startsWith(PREFIX) ? records[name.slice(PREFIX.length)] : undefined
  if (text === undefined) return { status: 'nxdomain', records: [] }
  return { status: 'ok', records: [{ name, ttl: 300, type: 'TXT', strings: [text] }] }
}

const ask = <Result>(asking: Effect<Result>, { records }: AlignmentExample): Result =>
  runSync(asking, (question) =>
    question.ask === 'dns' ? answer(records, question.name) : undefined,
  )

const passing = (domain: string): Identifier => ({ result: 'pass', domain })
const NO_SPF: Identifier = { result: 'none', domain: 'unrelated.example' }

function compareAlignment(example: AlignmentExample): Compared {
  const { from, spf, dkim, spfAligned, dkimAligned, policyDomain } = example
  const verdict = ask(
    evaluateDmarc({
      from,
      spf: spf === undefined ? NO_SPF : passing(spf),
      dkim: dkim === undefined ? [] : [passing(dkim)],
      mode: '9989',
    }),
    example,
  )
  const found = verdict.alignment
  const organizations = new Set([
    verdict.organizationalDomain,
    ...found.dkim.map(({ organizationalDomain }) => organizationalDomain),
  ])
  const actual = {
    spf: spf === undefined ? undefined : found.spf?.aligned,
    dkim: found.dkim[0]?.aligned,
    policyDomain: verdict.policyDomain,
    result: verdict.result,
    organizations: example.organizations && [...organizations].filter((one) => one !== undefined),
  }
  const passes = spfAligned === true || dkimAligned === true
  const wanted = {
    spf: spfAligned,
    dkim: dkimAligned,
    policyDomain,
    result: passes ? 'pass' : 'fail',
    organizations: example.organizations,
  }
  return { actual, wanted, reason: verdict.reason }
}

/** The questions of a walk from the author domain (§4.10), in order. */
function compareWalk(example: AlignmentExample): Compared {
  const records = dmarcRecords()
  ask(walkTree(records, example.from), example)
  const actual = records.steps.map(({ asked }) => asked?.question.name)
  return { actual, wanted: example.asked?.map((name) => `${PREFIX}${name}`) }
}

const addresses = (uris: readonly ReportUri[]) => uris.map(({ address }) => address)

/** Read from the zone file as it is printed; rules report only that it does not enforce yet. */
function compareRecord({ origin, zone, p, testing, rua, ruf }: RecordExample): Compared {
  const parsed = parseZone(`$TTL 1h\n${zone}\n`, { origin })
  const texts = parsed.zone.records.flatMap(({ record }) =>
    record.type === 'TXT' || record.type === 'SPF' ? [joinedText(record)] : [],
  )
  const record = parseDmarc(texts[0] ?? '')
  const found = lint([parsed]).flatMap(({ code }) => (code.startsWith('dmarc/') ? [code] : []))
  const advice = p === 'none' ? ['dmarc/policy-none'] : testing ? ['dmarc/testing'] : []
  const { isDmarc, p: policy, testing: tested } = record
  return {
    actual: [isDmarc, policy, tested, addresses(record.rua), addresses(record.ruf), found],
    wanted: [true, p, testing, rua, ruf, advice],
  }
}

export const dmarcExamples: Suite = {
  name: 'DMARC: RFC 9989 App. B',
  parts: [
    {
      what: 'alignments',
      count: 11,
      cases: ALIGNMENTS.map((one) => ({ name: one.name, run: () => compareAlignment(one) })),
    },
    {
      what: 'walks',
      count: 3,
      cases: ALIGNMENTS.filter(({ asked }) => asked).map((one) => ({
        name: one.name,
        run: () => compareWalk(one),
      })),
    },
    {
      what: 'records',
      count: 7,
      cases: RECORDS.map((one) => ({ name: one.name, run: () => compareRecord(one) })),
    },
  ],
}

import { runSync } from '../../src/core/effects.ts'
import type { Resolver } from '../../src/core/dns.ts'
import { evaluateSpf } from '../../src/auth/spf/evaluate.ts'
import { parseSpf } from '../../src/auth/spf/parse.ts'
import { createResolver } from '../../src/dns/resolver.ts'
import { parseZone } from '../../src/dns/zone/parse.ts'
import { lintZones } from '../../src/lint/lint-zones.ts'
import { zoneProfiles } from '../../src/lint/zone-profiles.ts'
import { completionsAt } from '../../src/lab/language/completions.ts'
import { colourZone } from '../../src/lab/language/colours/colour-zone.ts'
import { hoverAt } from '../../src/lab/language/hover.ts'
import type { BenchGroup } from './measure.ts'
import { messageSize, verify, verifyWith } from './dkim.ts'
import { dmarcCases, judgeDmarc, judgeDmarcWith, judgeUnmetDmarc } from './dmarc.ts'
import { dkimRival, dmarcRival, spfRival, zoneRival } from './rivals.ts'
import { takeThousand } from './smtp.ts'
import { SPF_SUITE } from '../conformance/spf-scenarios.ts'
import { judgeSuite, judgeSuiteWith, judgeUnmetSuite, suiteSize } from './spf-suite.ts'
import { hostLines, mailZone } from './zones.ts'

const origin = 'example.org'
const small = mailZone(0)
const page = mailZone(190)
const large = mailZone(10_000)
const resolver = createResolver([parseZone(page, { origin }).zone])
const editorContext = { origin, zones: [parseZone(page, { origin }).zone] }

export const benches: readonly BenchGroup[] = [
  {
    group: 'spf',
    about: 'judging one connection; parsing alone is the measure',
    cases: {
      'parse a record': () =>
        parseSpf('v=spf1 ip4:192.0.2.0/24 a mx include:_spf.example.org -all'),
      'pass at the first term': () => spf('192.0.2.25', resolver),
      'fail after every term': () => spf('203.0.113.66', resolver),
    },
  },
  {
    group: 'auth-spf',
    about: `the openspf suite, ${suiteSize} cases, with the trace of each; every answer is new to both, and its text has been met before`,
    missing: suiteSize ? undefined : `the openspf suite is not at ${SPF_SUITE}`,
    cases: {
      'every case': judgeSuite,
      'every case, no text met before': judgeUnmetSuite,
      ...(spfRival && { 'every case, mailauth': () => judgeSuiteWith(spfRival!) }),
    },
    targets: [{ of: 'every case', against: 'every case, mailauth', most: 0.4 }],
  },
  {
    group: 'auth-dkim',
    about: `verifying a message of ${messageSize} octets, RSA-2048, relaxed/relaxed; the key has been met before`,
    cases: {
      verify,
      ...(dkimRival && { 'verify, mailauth': () => verifyWith(dkimRival!) }),
    },
    targets: [{ of: 'verify', against: 'verify, mailauth', most: 0.45 }],
  },
  {
    group: 'auth-dmarc',
    about: `${dmarcCases} messages judged by RFC 9989, with the trace of each; every answer is new to both, and its text has been met before`,
    cases: {
      evaluate: judgeDmarc,
      'evaluate, no text met before': judgeUnmetDmarc,
      ...(dmarcRival && { 'evaluate, mailauth': () => judgeDmarcWith(dmarcRival!) }),
    },
    targets: [{ of: 'evaluate', against: 'evaluate, mailauth', most: 0.5 }],
  },
  {
    group: 'zone',
    about: `reading zones of ${hostLines(small)}, ${hostLines(page)} and ${hostLines(large)} lines`,
    cases: {
      'parse, small': () => parseZone(small, { origin }),
      'parse, a page': () => parseZone(page, { origin }),
      'parse, large': () => parseZone(large, { origin }),
    },
  },
  {
    group: 'auth-large-zone',
    about: `a zone of ${hostLines(large)} lines, read and judged`,
    cases: {
      'parse and lint': () => diagnose(large),
      parse: () => parseZone(large, { origin }),
      ...(zoneRival && { 'parse alone, dns-zonefile': () => zoneRival!.parse(large) }),
    },
    targets: [
      { of: 'parse', against: 'parse alone, dns-zonefile', most: 0.5 },
      { of: 'parse and lint', against: 'parse alone, dns-zonefile', most: 1 },
    ],
  },
  {
    group: 'language',
    about: `what the editor asks of a zone of ${hostLines(page)} lines`,
    cases: {
      colours: () => colourZone(page),
      hover: () => hoverAt(page, page.indexOf('-all'), editorContext),
      completion: () => completionsAt(page, page.indexOf('-all'), editorContext),
    },
  },
  {
    group: 'auth-keystroke',
    about: `a changed zone of ${hostLines(page)} lines, to what the editor shows`,
    cases: {
      parse: () => parseZone(page, { origin }),
      'parse and lint': () => diagnose(page),
      'parse, lint and ask SPF': () => {
        diagnose(page)
        spf('203.0.113.66', createResolver([parseZone(page, { origin }).zone]))
      },
    },
    targets: [{ of: 'parse and lint', most: 4 }],
  },
  {
    group: 'protocols-smtp',
    about: 'a thousand messages of 4 KB, pipelined, in chunks of 64 KiB',
    cases: {
      'as Postfix speaks': () => takeThousand('postfix'),
      'as the teaching server speaks': () => takeThousand('teaching'),
    },
  },
]

const spf = (ip: string, from: Resolver) =>
  runSync(evaluateSpf({ ip, helo: 'mail.example.net', mailFrom: 'bob@example.org' }), (question) =>
    question.ask === 'dns' ? from.query(question.name, question.type) : undefined,
  )

function diagnose(text: string): number {
  const { zone, problems } = parseZone(text, { origin })
  return problems.length + lintZones([zone], zoneProfiles.simulated).length
}

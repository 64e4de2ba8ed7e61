import type { Diagnostic, Severity } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import type { Effect } from '../core/effects.ts'
import type { Section } from '../core/section.ts'
import { crossRecordRules, adviceRules } from './cross-record/rules/index.ts'
import { lintArc } from './arc/lint.ts'
import { arcRules } from './arc/rules/index.ts'
import { lintBimi } from './bimi/lint.ts'
import { bimiRules } from './bimi/rules/index.ts'
import { lintSignatures } from './dkim/lint-signature.ts'
import { lintDkim } from './dkim/lint.ts'
import { keyRules } from './dkim/rules/index.ts'
import { signatureRules } from './dkim/signature-rules/index.ts'
import { lintDmarc } from './dmarc/lint.ts'
import { dmarcRules } from './dmarc/rules/index.ts'
import { adviseCrossRecords, lintCrossRecords } from './cross-record/lint.ts'
import { lintUnsubscribe } from './list-unsubscribe/lint.ts'
import { unsubscribeRules } from './list-unsubscribe/rules/index.ts'
import { lintStsRecord } from './mta-sts/lint.ts'
import { policyRules } from './mta-sts/policy-rules/index.ts'
import { stsRules } from './mta-sts/rules/index.ts'
import { lintMx } from './mx/lint.ts'
import { mxRules } from './mx/rules/index.ts'
import { lintResults } from './results/lint.ts'
import { resultsRules } from './results/rules/index.ts'
import { spfDnsRules } from './spf/dns-dependent-rules/index.ts'
import { lintSpfThroughDns } from './spf/lint-dns-dependent.ts'
import { spfRules } from './spf/rules/index.ts'
import { lintTlsRpt } from './tls-rpt/lint.ts'
import { tlsRptRules } from './tls-rpt/rules/index.ts'
import { zoneRules } from './dns/rules/index.ts'
import { zoneProblems } from '../dns/zone/problems/list.ts'
import { lintFormat } from './message/lint.ts'
import { mimeRules } from './message/mime-rules/index.ts'
import { messageRules } from './message/rules/index.ts'
import {
  EXAMPLE_FILE,
  lintRecordExample,
  lintSpfExample,
  lintZoneExample,
  type LintExample,
  type LintRecord,
} from './rule-examples.ts'
import {
  lintAskingExample,
  lintMessageExample,
  lintPolicyExample,
  policiesIn,
} from './more-rule-examples.ts'

/** A rule as its page shows it: everything but its check, and how its examples are read. */
export interface KnownRule extends RuleFacts, Reading {}

interface RuleFacts {
  /** `spf/terms-after-all`: its family and its name. */
  readonly code: string
  readonly severity: Severity
  readonly source: Section
  readonly why: string
  /** `«…»` marks what is found. */
  readonly bad: readonly string[]
  readonly good: readonly string[]
}

interface Reading {
  readonly lintExample: LintExample
  /** How its examples are read, in a sentence. Backticks mark code. */
  readonly reading: string
}

const zone: Reading = {
  lintExample: lintZoneExample,
  reading: 'The examples are lines of the zone `example.com`.',
}

const spf: Reading = {
  lintExample: lintSpfExample,
  reading:
    'Each line of an example is a TXT record at `example.com`; `" "` stands between the strings of one.',
}

const record = (owner: string, lint: LintRecord): Reading => ({
  lintExample: lintRecordExample(owner, lint),
  reading: `An example is the text of a TXT record at \`${owner}\`, unless it names another owner. Lines below it are its neighbours.`,
})

const asking = (
  lint: (all: readonly DnsRecord[], text: string) => Effect<Diagnostic[]>,
): Reading => ({
  lintExample: lintAskingExample(lint),
  reading: 'An example is a zone with all the names that there are.',
})

const message = (lint: Parameters<typeof lintMessageExample>[0]): Reading => ({
  lintExample: lintMessageExample(lint),
  reading: 'An example is a message, or the head of one.',
})

const results: Reading = {
  lintExample: (text) => lintResults(text, undefined, EXAMPLE_FILE),
  reading: 'An example is the value of an Authentication-Results field.',
}

const policy: Reading = {
  lintExample: lintPolicyExample,
  reading:
    'An example is the policy file of `example.com`. Lines that start with `>` tell what is known beside it.',
}

function* followSpf(all: readonly DnsRecord[]): Effect<Diagnostic[]> {
  const found: Diagnostic[] = []
  for (const one of all) if ('strings' in one) found.push(...(yield* lintSpfThroughDns(one, all)))
  return found
}

const known = (rules: readonly RuleFacts[], reading: Reading): KnownRule[] =>
  rules.map(({ code, severity, source, why, bad, good }) => ({
    ...{ code, severity, source, why, bad, good },
    ...reading,
  }))

/** Every rule of every family: a new list of rules is a line here. */
export const allRules: readonly KnownRule[] = [
  ...known(zoneProblems, zone),
  ...known(zoneRules, zone),
  ...known(
    mxRules,
    asking((all, text) => lintMx(all, policiesIn(text))),
  ),
  ...known(spfRules, spf),
  ...known(spfDnsRules, asking(followSpf)),
  ...known(keyRules, record('s1._domainkey.example.com', lintDkim)),
  ...known(messageRules, message(lintFormat)),
  ...known(mimeRules, message(lintFormat)),
  ...known(signatureRules, message(lintSignatures)),
  ...known(dmarcRules, record('_dmarc.example.com', lintDmarc)),
  ...known(crossRecordRules, asking(lintCrossRecords)),
  ...known(adviceRules, asking(adviseCrossRecords)),
  ...known(arcRules, message(lintArc)),
  ...known(resultsRules, results),
  ...known(stsRules, record('_mta-sts.example.com', lintStsRecord)),
  ...known(policyRules, policy),
  ...known(tlsRptRules, record('_smtp._tls.example.com', lintTlsRpt)),
  ...known(bimiRules, record('default._bimi.example.com', lintBimi)),
  ...known(unsubscribeRules, message(lintUnsubscribe)),
]

/** `spf` of `spf/terms-after-all`. */
export const familyOf = ({ code }: Pick<KnownRule, 'code'>): string =>
  code.slice(0, code.indexOf('/'))

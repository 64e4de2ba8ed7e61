import type { DnsRecord } from '../../core/dns.ts'
import type { Effect } from '../../core/effects.ts'
import { defaults, dnsFamily, inRunOrder } from '../family.ts'
import * as adviceRules from './advice-rules/index.ts'
import * as rules from './rules/index.ts'
import { crossRecordSubject, type CrossRecordSubject } from './subject.ts'

// Records are at hand; only the rules ask.
// eslint-disable-next-line require-yield
function* subjects(all: readonly DnsRecord[]): Effect<CrossRecordSubject[]> {
  return [crossRecordSubject(all)]
}

/** Records of several kinds that do not work together. */
export const crossRecordFamily = dnsFamily({
  prefixes: ['spf', 'dmarc', 'bimi', 'mta-sts'],
  defaults: defaults('deliverability'),
  rules: inRunOrder(rules),
  subjects,
})

/** Records that would be good to have: advice, and no problem of what is written. */
export const adviceFamily = dnsFamily({
  prefixes: ['spf', 'dmarc', 'mx', 'tls-rpt'],
  defaults: { ...defaults('security'), recommended: false },
  rules: inRunOrder(adviceRules),
  subjects,
})

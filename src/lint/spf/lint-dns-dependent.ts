import type { Effect } from '../../core/effects.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import { runAskingRules } from '../asking-rule.ts'
import { evaluatedSpfRules } from './dns-dependent-rules/index.ts'
import { publishedSpf } from '../../auth/spf/published.ts'
import { isSpfText } from '../../auth/spf/record.ts'
import { surveySpf } from './lookup-plan.ts'

/**
 * Looks for faults that show only where an SPF record is followed through DNS: targets that are
 * missing, circles, limits that are passed. What lies in its text alone is `lintSpf`'s.
 * @param all Every record known.
 * @returns Diagnostics at the terms of the record. Empty for one that SPF does not select, and at a
 *   wildcard, whose domain is any.
 */
export function* lintSpfEvaluated(
  record: DnsRecord & TextData,
  all: readonly DnsRecord[],
): Effect<Diagnostic[]> {
  if (record.type !== 'TXT' || record.name.startsWith('*.') || !isSpfText(joinedText(record)))
    return []
  const domain = normalizeName(record.name)
  const published = publishedSpf(record, domain)
  const survey = yield* surveySpf(published)
  const subject = { published: record, record: published.record, domain, survey, all }
  return yield* runAskingRules(evaluatedSpfRules, subject)
}

import type { Diagnostic } from '../../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../../core/dns.ts'
import { mapPlain } from '../../core/mapped-text.ts'
import { runRules } from '../../core/rule.ts'
import { sourceOf } from '../record-source.ts'
import { policyRules } from './policy-rules/index.ts'
import { parseStsPolicy } from '../../auth/mta-sts/policy.ts'
import { stsFormat } from '../../auth/formats/mta-sts.ts'
import { attempts } from '../../auth/text-family.ts'
import { parseStsRecord } from '../../auth/mta-sts/record.ts'
import type { PolicySubject, StsSubject } from './subject.ts'
import { stsRules } from './rules/index.ts'

export const stsSubjectOf = (
  record: DnsRecord & TextData,
  all: readonly DnsRecord[],
): StsSubject => ({ record: parseStsRecord(joinedText(record)), owner: record.name, all })

/**
 * What is amiss with the TXT record of MTA-STS. Empty for a record that is none.
 * @param all Every record that is known.
 */
export function lintStsRecord(
  record: DnsRecord & TextData,
  all: readonly DnsRecord[],
): Diagnostic[] {
  if (!attempts(stsFormat, record.name, joinedText(record))) return []
  return runRules(stsRules, stsSubjectOf(record, all), sourceOf(record))
}

/** What is known of a policy beside its text. */
export type PolicyContext = Omit<PolicySubject, 'policy'>

/**
 * What is amiss with a policy file.
 * @param file The name it is shown under; its address by default.
 */
export function lintStsPolicy(
  text: string,
  context: PolicyContext,
  file = `https://mta-sts.${context.domain}/.well-known/mta-sts.txt`,
): Diagnostic[] {
  const source = { file, text: mapPlain(text) }
  return runRules(policyRules, { ...context, policy: parseStsPolicy(text) }, source)
}

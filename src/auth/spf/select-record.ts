import type { DnsAnswer } from '../../core/dns.ts'
import { isLost } from '../question-step.ts'
import { publishedSpf, selectedIn, type PublishedSpf } from './published.ts'
import { lost } from './evaluation-context.ts'

export type Selection =
  | { readonly found: PublishedSpf }
  | { readonly result: 'none' | 'temperror' | 'permerror'; readonly reason: string }

/**
 * Selects the record that is SPF among a domain's TXT records (RFC 7208 §4.4, §4.5). Records of the
 * type SPF (99) are not asked for (§3.1).
 */
export function selectRecord(answer: DnsAnswer, domain: string): Selection {
  if (isLost(answer))
    return { result: 'temperror', reason: `${upperFirst(lost(answer, domain, 'TXT'))}.` }
  const found = selectedIn(answer)
  const [only, ...more] = found
  if (!only) return { result: 'none', reason: absence(answer, domain) }
  if (more.length)
    return {
      result: 'permerror',
      reason: `\`${domain}\` publishes ${found.length} SPF records, and SPF reads a name with one only.`,
    }
  return { found: publishedSpf(only, domain) }
}

const absence = ({ status }: DnsAnswer, domain: string): string =>
  status === 'nxdomain' ? `\`${domain}\` does not exist.` : `\`${domain}\` publishes no SPF record.`

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

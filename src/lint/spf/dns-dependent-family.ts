import { joinedText, type DnsRecord } from '../../core/dns.ts'
import { normalizeName } from '../../core/domain.ts'
import type { Effect } from '../../core/effects.ts'
import { publishedSpf, type TextRecord } from '../../auth/spf/published.ts'
import { isSpfText } from '../../auth/spf/record.ts'
import { defaults, dnsFamily, inRunOrder } from '../family.ts'
import { allOf } from '../record-index.ts'
import * as rules from './dns-dependent-rules/index.ts'
import type { SpfDnsSubject } from './dns-dependent-subject.ts'
import { planLookups } from './lookup-plan.ts'

/** SPF records that are followed through DNS: a limit of ours, so that a huge zone stays quick. */
export const MAX_FOLLOWED = 200

/**
 * SPF records and everything they lead to: missing targets, loops, exceeded limits. Records that SPF
 * does not select are left out, and wildcards, whose domain is any.
 */
export const spfDnsFamily = dnsFamily<SpfDnsSubject>({
  prefixes: ['spf'],
  defaults: defaults('deliverability'),
  rules: inRunOrder(rules),
  *subjects(all) {
    const subjects: SpfDnsSubject[] = []
    for (const record of allOf('TXT', all).filter(isSpfStart).slice(0, MAX_FOLLOWED))
      if (isFollowed(record)) subjects.push(yield* subjectOf(record, all))
    return subjects
  },
})

const isSpfStart = ({ strings }: TextRecord): boolean => /^v=spf1/i.test(strings[0] ?? '')

const isFollowed = (record: TextRecord): boolean =>
  !record.name.startsWith('*.') && isSpfText(joinedText(record))

function* subjectOf(record: TextRecord, all: readonly DnsRecord[]): Effect<SpfDnsSubject> {
  const domain = normalizeName(record.name)
  const published = publishedSpf(record, domain)
  const plan = yield* planLookups(published)
  return { published: record, record: published.record, domain, plan, all }
}

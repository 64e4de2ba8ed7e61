import type { DnsRecord, TextData } from '../../../core/dns.ts'
import { once } from '../../../core/once.ts'
import { defineRule } from '../../../core/rule.ts'
import { recordsAt } from '../../record-index.ts'
import type { SpfSubject } from '../subject.ts'

/** Octets of a name and all its records of the type that still fit in a plain UDP answer. */
const MAX_OCTETS = 450

const manyHosts = Array.from({ length: 24 }, (_, at) => `ip4:198.51.100.${at + 100}`).join(' ')

export const recordSize = defineRule<SpfSubject>({
  code: 'spf/record-size',
  severity: 'info',
  source: { rfc: 7208, section: '3.4' },
  why: 'Answers over 512 octets need more than plain UDP, and some networks lose them. With name and texts under 450 octets, they fit.',
  bad: [`«v=spf1» ${manyHosts} -all`],
  good: ['v=spf1 ip4:198.51.100.0/24 -all'],
  *check({ published, all, version }) {
    const { members, octets: known } = sizeOf(recordsAt(published.name, all))
    const own = members.has(published) ? 0 : octetsOf(published)
    const octets = published.name.length + own + known
    if (octets >= MAX_OCTETS)
      yield {
        span: version,
        message: `The TXT records of \`${published.name}\` come to ${octets} octets; from ${MAX_OCTETS} on, an answer may not fit in one packet.`,
      }
  },
})

const octetsOf = ({ strings }: TextData): number =>
  strings.reduce((sum, string) => sum + string.length, 0)

const sizeOf = once((records: readonly DnsRecord[]) => ({
  members: new Set(records),
  octets: records.reduce((sum, one) => sum + (one.type === 'TXT' ? octetsOf(one) : 0), 0),
}))

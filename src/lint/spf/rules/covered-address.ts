import { inNetwork } from '../../../core/ip.ts'
import { defineRule } from '../../../core/rule.ts'
import { removeTerm } from '../fixes.ts'
import { mechanismsOf, type Mechanism, type SpfRecord } from '../../../auth/spf/record.ts'
import { relatedSpan, type SpfSubject } from '../subject.ts'

/** Networks that are compared with each other, so that a huge record stays quick. */
const MAX_COMPARED = 300

export const coveredAddress = defineRule<SpfSubject>({
  code: 'spf/covered-address',
  severity: 'info',
  source: { rfc: 7208, section: '4.6.2' },
  why: 'The first term that matches decides. An address inside a network that was named before can never decide.',
  bad: [
    'v=spf1 ip4:192.0.2.0/24 «ip4:192.0.2.7» -all',
    'v=spf1 ip6:2001:db8::/32 mx «-ip6:2001:db8:1::/48» -all',
  ],
  good: ['v=spf1 -ip4:192.0.2.7 ip4:192.0.2.0/24 ip4:198.51.100.1 -all'],
  *check(subject) {
    const networks = networksOf(subject)
    for (const [index, inner] of networks.entries()) {
      const outer = networks.slice(0, index).find((earlier) => covers(earlier, inner))
      if (outer && outer.term.text !== inner.term.text)
        yield {
          span: inner.term.span,
          message: `\`${inner.term.text}\` can never decide: \`${outer.term.text}\` stands before it, and covers it.`,
          related: [relatedSpan(subject, outer.term.span, 'This covers it')],
          fixes: [removeTerm(subject, inner.term)],
        }
    }
  },
})

interface Range {
  readonly term: Mechanism
  readonly octets: Uint8Array
  readonly bits: number
}

const networksOf = (record: SpfRecord): Range[] =>
  mechanismsOf(record)
    .flatMap((term) => {
      const octets = term.network?.octets
      const prefix = term.cidr4 ?? term.cidr6
      if (!octets || (prefix && prefix.bits === undefined)) return []
      return [{ term, octets, bits: prefix?.bits ?? octets.length * 8 }]
    })
    .slice(0, MAX_COMPARED)

const covers = (outer: Range, inner: Range): boolean =>
  outer.bits <= inner.bits && inNetwork(inner.octets, outer.octets, outer.bits)

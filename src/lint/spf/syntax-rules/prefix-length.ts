import type { Fix } from '../../../core/diagnostic.ts'
import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { partAll, replace, remove, rewrite } from '../fixes.ts'
import type { RecordProblem } from '../../../auth/spf/record.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const prefixLength = defineRule<SpfSubject>({
  code: 'spf/prefix-length',
  severity: 'error',
  source: { rfc: 7208, section: '5.6' },
  why: 'A prefix length counts the bits that must agree: 0 to 32 for IPv4, 0 to 128 for IPv6, without leading zeros.',
  bad: [
    'v=spf1 ip4:192.0.2.0«/33» -all',
    'v=spf1 ip6:2001:db8::«/129» -all',
    'v=spf1 ip4:192.0.2.0«/024» -all',
    'v=spf1 ip4:192.0.2.0«/» -all',
    'v=spf1 ip4:192.0.2.0«/255.255.255.0» -all',
    'v=spf1 a«/64» -all',
    'v=spf1 mx«/x» -all',
    'v=spf1 ip4:192.0.2.0«/24-all»',
  ],
  good: ['v=spf1 ip4:192.0.2.0/24 a/32 mx/0//128 -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('prefix-length'), (found) => repair(subject, found))
  },
})

function repair(subject: SpfSubject, { span, term }: RecordProblem): Fix[] {
  const parted = term ? partAll(term) : []
  if (parted.length) return parted
  const written = slice(subject.text, span)
  const plain = written.replace(/^(\/+)0+(?=\d)/, '$1')
  if (plain !== written && term) return rewrite(term, term.text.replace(written, plain))
  if (/^\/+$/.test(written)) return [remove(`Remove \`${written}\``, span)]
  const bits = Number(written.slice(1))
  const forIpv6 = (term?.name === 'a' || term?.name === 'mx') && bits > 32 && bits <= 128
  return forIpv6 ? [replace(`Write \`/${written}\`, which is for IPv6`, span, `/${written}`)] : []
}

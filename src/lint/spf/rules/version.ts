import { defineRule } from '../../../core/rule.ts'
import { slice } from '../../../core/span.ts'
import { replace } from '../fixes.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'
import { isCutAfterVersion } from '../strings.ts'

export const version = defineRule<SpfSubject>({
  code: 'spf/version',
  severity: 'error',
  source: { rfc: 7208, section: '4.5' },
  why: 'A record counts as SPF only if it begins with `v=spf1`, followed by a space or nothing. Any other is passed over, as if it were not there.',
  bad: [
    '«v=spf10» mx -all',
    '«v=spf1;» mx -all',
    '«v=spf1,mx» -all',
    '«v = spf1» mx -all',
    '«spf1» mx -all',
    '«v=spf2» mx -all',
  ],
  good: ['v=spf1 mx -all', 'V=SPF1 -all', 'v=spf1'],
  *check(subject) {
    if (isCutAfterVersion(subject) || leadingLength(subject) > 0) return
    yield* reportProblems(subject, isKind('version'), ({ span }) => {
      const rest = slice(subject.text, span).replace(/^(?:v\s*=\s*)?sp[fl]\d*[;:,.]*/i, '')
      const text = rest ? `v=spf1 ${rest}` : 'v=spf1'
      return [replace(`Write \`${text}\``, span, text)]
    })
  },
})

/** Characters that wrongly stand before a version that is right. */
export const leadingLength = ({ text }: SpfSubject): number =>
  /^[^!#-&(-~]+(?=v=spf1(?:[ "]|$))/i.exec(text)?.[0].length ?? 0

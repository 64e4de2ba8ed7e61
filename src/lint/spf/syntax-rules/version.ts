import { defineRule } from '../../../core/rule.ts'
import { slice, type Span } from '../../../core/span.ts'
import { replace } from '../fixes.ts'
import { codeOf, inAscii, isInvisible } from '../look-alikes.ts'
import { isVersionTypo } from '../meant-as-spf.ts'
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
    '«v=spf1\u00a0mx\u00a0-all»',
    '«v=spf1\u2013all»',
    '«v:spf1» mx -all',
    '«ip4:192.0.2.1» -all',
  ],
  good: ['v=spf1 mx -all', 'V=SPF1 -all', 'v=spf1', 'v=verify1 all'],
  *check(subject) {
    if (isCutAfterVersion(subject) || leadingLength(subject) > 0) return
    const spoilt = spoiltVersion(subject)
    const found = reportProblems(subject, isKind('version'), ({ span }) => {
      const written = slice(subject.text, span)
      if (isVersionTypo(written)) return [replace('Write `v=spf1`', span, 'v=spf1')]
      const rest = inAscii(written.replace(/^(?:v\s*=\s*)?sp[fl]\d*[;:,.]*/i, ''))?.trim()
      if (rest === undefined) return []
      const text = rest ? `v=spf1 ${rest}` : 'v=spf1'
      return [replace(`Write \`${text}\``, span, text)]
    })
    for (const one of found) yield spoilt ? { ...one, message: messageFor(subject) } : one
  },
})

/** The first word, where a character beyond ASCII stands right behind `v=spf1`. */
export const spoiltVersion = ({ text, problems }: SpfSubject): Span | undefined =>
  /^v=spf1[^ -~]/i.test(text) ? problems.find(isKind('version'))?.span : undefined

function messageFor({ text }: SpfSubject): string {
  const [character = ''] = text.slice('v=spf1'.length)
  const what = isInvisible(character)
    ? `an invisible character (${codeOf(character)})`
    : `\`${character}\` (${codeOf(character)})`
  return `Right behind \`v=spf1\` stands ${what}, and only a plain space ends the version.`
}

/** Characters that wrongly stand before a version that is right. */
export const leadingLength = ({ text }: SpfSubject): number =>
  /^[^!#-&(-~]+(?=v=spf1(?:[ "]|$))/i.exec(text)?.[0].length ?? 0

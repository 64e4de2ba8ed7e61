import { defineRule } from '../../../core/rule.ts'
import { rewrite } from '../fixes.ts'
import { labelsOf } from '../../../core/domain.ts'
import type { Term } from '../../../auth/spf/record.ts'
import { isKind, reportProblems, type SpfSubject } from '../subject.ts'

export const domainName = defineRule<SpfSubject>({
  code: 'spf/domain-name',
  severity: 'error',
  source: { rfc: 7208, section: '7.1' },
  why: 'A domain ends in a dot and a top label of letters, digits and hyphens that is not all digits, or in a macro.',
  bad: [
    'v=spf1 include:«example» -all',
    'v=spf1 a:«example.-org» -all',
    'v=spf1 a:«mail.example.org:25» -all',
    'v=spf1 include:«https://example.org/» -all',
    'v=spf1 include:«https://example.org/spf» -all',
    'v=spf1 a:«192.0.2.300» -all',
    'v=spf1 a:«shop» -all',
  ],
  good: ['v=spf1 include:example.org a:%{d} exists:%{ir}.example.org. -all'],
  *check(subject) {
    yield* reportProblems(subject, isKind('single-label', 'domain-end'), ({ kind, term }) => {
      if (!term) return []
      return rewrite(term, kind === 'single-label' ? inDomain(term, subject) : plainer(term.text))
    })
  },
})

/** Without what people copy along: a scheme, a path, a port. */
const plainer = (text: string): string =>
  text.replace(/(?<=[:=])https?:\/\//i, '').replace(/(?::\d+|\/[^\d/]*)$/, '')

/** A host that is called as in a zone file, by its first label, is one of the record's own domain. */
function inDomain({ name, text }: Term, { published }: SpfSubject): string {
  if (name !== 'a' && name !== 'mx') return text
  const labels = labelsOf(published.name)
  const domain = labels.slice(labels.findIndex((label) => !label.startsWith('_'))).join('.')
  return text.replace(/^([^:]+:[^./]+)\.?/, `$1.${domain}`)
}

import type { Severity } from '../../../core/diagnostic.ts'
import { sectionLabel } from '../../../core/section.ts'
import { allRules, type KnownRule } from '../../../lint/all-rules.ts'
import { escapeHtml } from '../template.ts'
import { families, type RuleFamily } from './families.ts'
import { richHtml, severityTag } from './rule-html.ts'
import type { RulePage } from './rule-pages.ts'
import { firstSentence, ruleHeading, ruleName } from './titles.ts'

/** The page that lists the families. */
export const ruleIndex = (): RulePage => ({
  file: 'rules/index.html',
  slots: { count: `${allRules.length}`, list: families().map(familyItem).join('') },
})

let made: readonly RulePage[] | undefined

/** A page for each family; made once, for the dev server asks again and again. */
export const familyPages = (): readonly RulePage[] => (made ??= families().map(familyPage))

/** The id is what links to a family led to when one page held all rules. */
const familyItem = ({ name, title, about, rules }: RuleFamily): string =>
  `<li id="${name}"><h2><a href="${name}/">${escapeHtml(title)}</a></h2>` +
  `<p>${richHtml(about)}</p><p class="counts">${counts(rules)}</p></li>`

const SEVERITIES: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
  hint: ['hint', 'hints'],
}

/** `71 rules: 43 errors, 14 warnings, 9 notes, 5 hints` */
function counts(rules: readonly KnownRule[]): string {
  const parts = Object.entries(SEVERITIES).flatMap(([severity, [one, many]]) => {
    const count = rules.filter((rule) => rule.severity === severity).length
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]
  })
  return `${rules.length} rules: ${parts.join(', ')}`
}

function familyPage(
  { name, title, about, rules }: RuleFamily,
  at: number,
  all: readonly RuleFamily[],
): RulePage {
  return {
    file: `rules/${name}/index.html`,
    slots: {
      title: escapeHtml(title),
      description: escapeHtml(about.replaceAll('`', '')),
      prose: richHtml(about),
      count: counts(rules),
      list: rules.map(ruleItem).join(''),
      next: `${link(all[at - 1], 'prev', 'Before')} ${link(all[at + 1], 'next', 'Next')}`.trim(),
    },
  }
}

const ruleItem = (rule: KnownRule): string =>
  `<li><h2><a href="${ruleName(rule)}/">${escapeHtml(ruleHeading(rule))}</a></h2> ` +
  `${severityTag(rule.severity)}<p>${richHtml(firstSentence(rule.why))}</p>` +
  `<p class="facts"><code>${rule.code}</code> · ${escapeHtml(sectionLabel(rule.source))}</p></li>`

const link = (to: RuleFamily | undefined, rel: string, words: string): string =>
  to === undefined
    ? ''
    : `<a rel="${rel}" href="../${to.name}/">${words}: ${escapeHtml(to.title)}</a>`

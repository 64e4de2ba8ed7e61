import type { Severity } from '../../../core/diagnostic.ts'
import { sectionLabel } from '../../../core/section.ts'
import { allRules, type KnownRule } from '../../../lint/all-rules.ts'
import { escapeHtml } from '../template.ts'
import type { SiteWords } from '../words/load-words.ts'
import { families, type RuleFamily } from './families.ts'
import { IN_ENGLISH, richHtml, severityTag } from './rule-html.ts'
import { recordTypes } from './records.ts'
import type { RulePage } from './rule-pages.ts'
import { firstSentence, ruleHeading, ruleName } from './titles.ts'

type RuleWords = SiteWords['rules']

/** The page that lists the families. */
export const ruleIndex = (words: RuleWords): RulePage => ({
  file: 'rules/index.html',
  slots: {
    count: `${allRules.length}`,
    families: options(families().map(({ name, title }) => [name, title])),
    records: options(recordTypes(allRules).map((type) => [type, type])),
    list: families()
      .map((family) => familyItem(family, words))
      .join(''),
  },
})

/** @param all Each with its value and what is read. */
const options = (all: readonly (readonly [value: string, text: string])[]): string =>
  all
    .map(([value, text]) => `<option value="${value}"${IN_ENGLISH}>${escapeHtml(text)}</option>`)
    .join('')

const made = new WeakMap<RuleWords, readonly RulePage[]>()

/** A page for each family; made once, for the dev server asks again and again. */
export function familyPages(words: RuleWords): readonly RulePage[] {
  const all = families()
  const pages = made.get(words) ?? all.map((_, at) => familyPage(all, at, words))
  made.set(words, pages)
  return pages
}

/** The id is what links to a family led to when one page held all rules. */
const familyItem = ({ name, title, about, rules }: RuleFamily, words: RuleWords): string =>
  `<li id="${name}"><h2${IN_ENGLISH}><a href="${name}/">${escapeHtml(title)}</a></h2>` +
  `<p${IN_ENGLISH}>${richHtml(about)}</p><p class="counts">${counts(rules, words)}</p></li>`

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint']

/** `71 rules: 43 errors, 14 warnings, 9 notes, 5 hints` */
function counts(rules: readonly KnownRule[], words: RuleWords): string {
  const parts = SEVERITIES.flatMap((severity) => {
    const { length } = rules.filter((rule) => rule.severity === severity)
    return length === 0 ? [] : [words.count[severity](length)]
  })
  return escapeHtml(words.counts(rules.length, parts))
}

function familyPage(all: readonly RuleFamily[], at: number, words: RuleWords): RulePage {
  const { name, title, about, rules } = all[at]!
  const before = link(all[at - 1], 'prev', words.before)
  return {
    file: `rules/${name}/index.html`,
    slots: {
      title: escapeHtml(title),
      description: escapeHtml(about.replaceAll('`', '')),
      prose: richHtml(about),
      count: counts(rules, words),
      list: rules.map((rule) => ruleItem(rule, words)).join(''),
      next: `${before} ${link(all[at + 1], 'next', words.next)}`.trim(),
    },
  }
}

const ruleItem = (rule: KnownRule, words: RuleWords): string =>
  `<li><h2${IN_ENGLISH}><a href="${ruleName(rule)}/">${escapeHtml(ruleHeading(rule))}</a></h2> ` +
  `${severityTag(rule.severity, words)}<p${IN_ENGLISH}>${richHtml(firstSentence(rule.why))}</p>` +
  `<p class="facts"><code>${rule.code}</code> · ${escapeHtml(sectionLabel(rule.source))}</p></li>`

const link = (to: RuleFamily | undefined, rel: string, label: (title: string) => string): string =>
  to === undefined ? '' : `<a rel="${rel}" href="../${to.name}/">${escapeHtml(label(to.title))}</a>`

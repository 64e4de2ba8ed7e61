import { visible } from '../../../core/text/visible.ts'
import { applyEdits, type Diagnostic, type TextEdit } from '../../../core/diagnostic.ts'
import { allRules, familyOf, type KnownRule } from '../../../lint/all-rules.ts'
import { readExample } from '../../../lint/rule-examples.ts'
import {
  editedHtml,
  IN_ENGLISH,
  markedHtml,
  richHtml,
  sectionLink,
  severityTag,
} from './rule-html.ts'
import { sandboxLink } from './sandbox-link.ts'
import { families } from './families.ts'
import { escapeHtml, type Slots } from '../template.ts'
import type { SiteWords } from '../words/load-words.ts'
import { ruleHeading, ruleTitle } from './titles.ts'

/** A page about rules, in the built site. */
export interface RulePage {
  readonly file: string
  readonly slots: Slots
}

type RuleWords = SiteWords['rules']

const made = new WeakMap<RuleWords, readonly RulePage[]>()

/** A page for each rule; made once, for the dev server asks again and again. */
export function rulePages(words: RuleWords): readonly RulePage[] {
  const pages = made.get(words) ?? allRules.map((rule) => rulePage(rule, words))
  made.set(words, pages)
  return pages
}

function rulePage(rule: KnownRule, words: RuleWords): RulePage {
  const family = families().find(({ name }) => name === familyOf(rule))!
  return {
    file: `rules/${rule.code}/index.html`,
    slots: {
      title: escapeHtml(ruleHeading(rule)),
      description: escapeHtml(rule.why.replaceAll('`', '')),
      place:
        `<a href="../"${IN_ENGLISH}>${escapeHtml(family.title)}</a> ` +
        `${severityTag(rule.severity, words)} <code>${escapeHtml(rule.code)}</code>`,
      prose: ruleBody(rule, words),
      next: neighbours(rule, words),
    },
  }
}

const ruleBody = (rule: KnownRule, words: RuleWords): string =>
  [
    `<p class="why"${IN_ENGLISH}>${richHtml(rule.why)}</p>`,
    `<p class="source">${sectionLink(rule.source)}</p>`,
    `<h2>${escapeHtml(words.finds)}</h2>`,
    `<p class="reading"${IN_ENGLISH}>${richHtml(rule.reading)}</p>`,
    ...rule.bad.map((example) => badExample(rule, example, words)),
    toSandbox(rule, words),
    `<h2>${escapeHtml(words.leavesAlone)}</h2>`,
    ...rule.good.map(
      (example) => `<pre class="good"><code>${escapeHtml(visible(example))}</code></pre>`,
    ),
  ].join('\n')

/** What rules find in their own examples, which is the same in each language of the site. */
const findings = new WeakMap<KnownRule, Map<string, readonly Diagnostic[]>>()

function findingsIn(rule: KnownRule, text: string): readonly Diagnostic[] {
  const known = findings.get(rule) ?? new Map<string, readonly Diagnostic[]>()
  findings.set(rule, known)
  const found = known.get(text) ?? rule.lintExample(text).filter(({ code }) => code === rule.code)
  known.set(text, found)
  return found
}

function badExample(rule: KnownRule, example: string, words: RuleWords): string {
  const { text, marks } = readExample(example)
  const found = findingsIn(rule, text)
  const messages = [...new Set(found.map(({ message }) => message))]
  return (
    `<figure class="bad"><pre><code>${markedHtml(text, marks)}</code></pre>` +
    `<figcaption${IN_ENGLISH}>${messages.map((message) => `<p>${richHtml(message)}</p>`).join('')}</figcaption>` +
    `${ownFixes(found)
      .map((fix) => fixHtml(text, fix, words))
      .join('')}</figure>`
  )
}

interface OwnFix {
  readonly title: string
  readonly edits: readonly TextEdit[]
}

/** Each way to fix the first finding, and what others there are, once. */
export function ownFixes(found: readonly Diagnostic[]): OwnFix[] {
  const all = found.flatMap(({ fixes }) => fixes)
  return [...new Map(all.map((fix) => [JSON.stringify(fix.edits), fix])).values()]
}

function fixHtml(text: string, { title, edits }: OwnFix, words: RuleWords): string {
  const { before, after } = editedHtml(text, edits)
  return (
    `<div class="fix"><p${IN_ENGLISH}>${richHtml(title)}:</p><dl>` +
    `<dt>${escapeHtml(words.beforeFix)}</dt><dd><pre><code>${before}</code></pre></dd>` +
    `<dt>${escapeHtml(words.afterFix)}</dt><dd><pre><code>${after}</code></pre></dd></dl></div>`
  )
}

/** Opens the sandbox with an example in its zone, where that shows the finding. */
function toSandbox(rule: KnownRule, words: RuleWords): string {
  const fragment = sandboxLink(rule)
  return fragment === undefined
    ? ''
    : `<p><a class="button small" href="../../../sandbox/#${fragment}">${escapeHtml(words.inSandbox)}</a></p>`
}

/** The rules before and after it: from the last of a family it goes on to the first of the next. */
function neighbours(rule: KnownRule, words: RuleWords): string {
  const rules = families().flatMap((family) => family.rules)
  const at = rules.indexOf(rule)
  const link = (
    to: KnownRule | undefined,
    rel: string,
    label: (title: string) => string,
  ): string =>
    to === undefined
      ? ''
      : `<a rel="${rel}" href="../../${to.code}/">${escapeHtml(label(ruleTitle(to)))}</a>`
  return `${link(rules[at - 1], 'prev', words.before)} ${link(rules[at + 1], 'next', words.next)}`.trim()
}

/** A fix as Markdown shows it: the text behind it. */
export const fixed = (text: string, { edits }: OwnFix): string => applyEdits(text, edits)

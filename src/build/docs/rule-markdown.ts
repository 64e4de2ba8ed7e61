import { sectionLabel, sectionUrl } from '../../core/section.ts'
import { visible, withPictures } from '../../core/text/visible.ts'
import type { KnownRule } from '../../lint/all-rules.ts'
import { readExample } from '../../lint/rule-examples.ts'
import { renderFrame } from '../../core/frame.ts'
import { families, type RuleFamily } from '../site/rule-pages/families.ts'
import { fixed, ownFixes } from '../site/rule-pages/rule-pages.ts'
import { ruleTitle } from '../site/rule-pages/titles.ts'

export interface MarkdownFile {
  /** Below the folder of the reference: `spf.md`. */
  readonly path: string
  readonly text: string
}

/** The reference of all rules: one file a family, and one that lists them. */
export const ruleReference = (): MarkdownFile[] => [
  { path: 'README.md', text: contents(families()) },
  ...families().map((family) => ({ path: `${family.name}.md`, text: familyText(family) })),
]

const contents = (all: readonly RuleFamily[]): string =>
  [
    '# Rules',
    ...all.flatMap(({ name, title, rules }) => [
      `## [${title}](${name}.md)`,
      rules
        .map((rule) => `- [\`${rule.code}\`](${name}.md#${anchor(rule)}) (${rule.severity})`)
        .join('\n'),
    ]),
  ].join('\n\n') + '\n'

/** As renderers of Markdown name the heading `ruleTitle`. */
const anchor = (rule: KnownRule): string => ruleTitle(rule).replaceAll(' ', '-')

const familyText = ({ title, rules }: RuleFamily): string =>
  [`# ${title}`, ...rules.flatMap(ruleText)].join('\n\n') + '\n'

const ruleText = (rule: KnownRule): string[] => [
  `## ${ruleTitle(rule)}`,
  `\`${rule.code}\`, ${rule.severity}, [${sectionLabel(rule.source)}](${sectionUrl(rule.source)})`,
  rule.why,
  rule.reading,
  'Found:',
  ...rule.bad.map((example) => fenced(drawn(rule, example))),
  'Left alone:',
  ...rule.good.map((example) => fenced(visible(example))),
]

/** The example's frames, and what its fixes make of it. */
function drawn(rule: KnownRule, example: string): string {
  const { text } = readExample(example)
  const found = rule.lintExample(text).filter(({ code }) => code === rule.code)
  const frames = found.map((one) => renderFrame(one, text).split('\n').slice(1, -1).join('\n'))
  const fixes = ownFixes(found).map((fix) => `${fix.title}:\n${visible(fixed(text, fix))}`)
  return [...frames.map(withPictures), ...fixes].join('\n\n')
}

const fenced = (text: string): string => `\`\`\`\n${text}\n\`\`\``

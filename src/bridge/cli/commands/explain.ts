import { wrapBeside, wrapText } from '../../../core/text/columns.ts'
import { editDistance } from '../../../core/text/edit-distance.ts'
import { sectionLabel, sectionUrl } from '../../../core/section.ts'
import { visible, withPictures } from '../../../core/text/visible.ts'
import { renderFrame } from '../../../core/frame.ts'
import { allRules, familyOf, type KnownRule } from '../../../lint/all-rules.ts'
import { readExample } from '../../../lint/rule-examples.ts'
import { exactWords } from '../../../cli/args.ts'
import { defineCommand } from '../../../cli/command.ts'
import { UsageError } from '../../../cli/usage-error.ts'
import type { Io } from '../../../cli/io.ts'
import { paintFor } from '../../../cli/output/paint.ts'

export const explain = defineCommand({
  name: 'explain',
  summary: 'shows a rule’s reason, section and examples',
  syntax: '[RULE | FAMILY]',
  about: [
    'Explains why a rule is there, where it is written, what it finds and what it leaves alone. With a family (`spf`, `zone`) or with nothing it lists the rules.',
  ],
  options: {},
  formats: ['text', 'json'],
  examples: ['helo-world explain spf/terms-after-all', 'helo-world explain dmarc'],
  run({ words }, io) {
    const [word] = words.length === 0 ? [] : exactWords({ ...EMPTY, words }, 'the rule')
    const family =
      word === undefined ? allRules : allRules.filter((rule) => familyOf(rule) === word)
    const report =
      family.length > 0 || word === undefined ? listed(family, io) : printRule(find(word), io)
    return Promise.resolve({ findings: [], sources: new Map(), ...report })
  },
})

const EMPTY = { text: () => undefined, all: () => [], has: () => false, need: () => '' }

/** @throws {UsageError} with the rule that is nearest. */
function find(word: string): KnownRule {
  const typed = word.toLowerCase()
  const named = allRules.filter(({ code }) => code === typed || code.endsWith(`/${typed}`))
  const [rule] = named
  if (rule && named.length === 1) return rule
  if (rule) throw new UsageError(`Several rules are called so: ${named.map(quoted).join(', ')}.`)
  throw new UsageError(
    `There is no rule \`${word}\`. The nearest: ${nearest(typed).map(quoted).join(', ')}.`,
  )
}

const quoted = ({ code }: KnownRule): string => `\`${code}\``

/** Rules whose code, or name alone, needs the fewest characters changed. */
function nearest(typed: string): KnownRule[] {
  const far = ({ code }: KnownRule): number =>
    Math.min(editDistance(code, typed), editDistance(code.slice(code.indexOf('/') + 1), typed))
  const ranked = allRules.map((rule) => ({ rule, far: far(rule) })).sort((a, b) => a.far - b.far)
  return ranked
    .filter((one) => one.far === ranked[0]?.far)
    .map(({ rule }) => rule)
    .slice(0, 3)
}

const listed = (rules: readonly KnownRule[], { width }: Io) => ({
  text: `${wrapBeside(
    rules.map(({ code, why }) => [code, why.split(/(?<=[.?!]) /)[0]!]),
    width,
    '',
  ).join('\n')}\n`,
  data: { rules: rules.map(facts) },
})

const facts = ({ code, severity, source, why, bad, good }: KnownRule) => ({
  ...{ code, severity, why },
  section: sectionLabel(source),
  url: sectionUrl(source),
  ...{ bad, good },
})

function printRule(rule: KnownRule, { width, colour }: Io) {
  const paint = paintFor(colour)
  const lines = [
    `${paint('bold', rule.code)} (${rule.severity})`,
    '',
    ...wrapText(rule.why, '', width),
    `${sectionLabel(rule.source)}  ${sectionUrl(rule.source)}`,
    '',
    paint('bold', 'What it finds'),
    ...wrapText(rule.reading, '', width),
    ...rule.bad.flatMap((example) => ['', indent(withPictures(drawExample(rule, example)))]),
    '',
    paint('bold', 'What it leaves alone'),
    ...rule.good.flatMap((example) => ['', indent(visible(example))]),
    '',
  ]
  return { text: lines.join('\n'), data: { rule: facts(rule) } }
}

/** The frame of its first finding, without the rule's own line: its name stands above. */
function drawExample(rule: KnownRule, example: string): string {
  const { text } = readExample(example)
  const found = rule.lintExample(text).find(({ code }) => code === rule.code)
  return found ? renderFrame(found, text).split('\n').slice(1, -1).join('\n') : text
}

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ')

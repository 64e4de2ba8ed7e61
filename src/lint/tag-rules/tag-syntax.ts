import type { Fix } from '../../core/diagnostic.ts'
import type { Finding } from '../../core/rule.ts'
import { slice, span, type Span } from '../../core/span.ts'
import type { TagFormat } from '../../auth/tag-format.ts'
import type { TagList, TagProblem } from '../../auth/tag-list.ts'
import { fix } from '../tag-edits.ts'
import { exampleTags, joinTags } from '../tag-examples.ts'
import type { ListRule } from '../tag-family.ts'

export const tagSyntax: ListRule = {
  name: 'tag-syntax',
  facts(format) {
    const [first = '', ...rest] = exampleTags(format)
    return {
      severity: 'error',
      source: format.source,
      why: 'The text is a list of `name=value`, separated by semicolons. What is no tag makes readers ignore it, and may take its neighbour with it.',
      bad: [joinTags(first, '«hello»', ...rest), `${first};«;» ${joinTags(...rest)}`],
      good: [`${format.example};`],
    }
  },
  *check(list, { format, ownProblem }) {
    for (const problem of list.problems)
      yield* ownProblem?.(list, problem) ?? reportOf(list, problem, format)
    if (!format.spaceBesideEquals) yield* spaces(list)
  },
}

function reportOf(list: TagList, problem: TagProblem, format: TagFormat): Finding[] {
  const { kind, span: where, message } = problem
  if (kind === 'empty') return [{ span: where, message, fixes: [takeOut(list, where)] }]
  if (kind === 'duplicate') return []
  const isExtension = kind === 'name' && format.extensionName?.test(slice(list.text, where))
  return isExtension ? [] : [{ span: where, message }]
}

/** At the very front with the space behind it: nothing may stand before the version. */
function takeOut({ text, span: whole }: TagList, { from, to }: Span): Fix {
  const isFront = text.slice(whole.from, from).trim() === ''
  const gap = isFront ? /^\s*/.exec(text.slice(to, whole.to))![0].length : 0
  return fix('Take it out', span(isFront ? whole.from : from, to + gap), '')
}

/** White space beside a `=`; that of the version is the business of its own rule. */
function* spaces({ text, tags }: TagList): Generator<Finding> {
  for (const { name, nameSpan, valueSpan } of tags) {
    const between = span(nameSpan.to, Math.max(nameSpan.to, valueSpan.from))
    if (name === 'v' || valueSpan.from >= valueSpan.to || !/\s/.test(slice(text, between))) continue
    yield {
      span: between,
      message: `No space may stand beside the \`=\` of \`${name}\`.`,
      fixes: [fix('Take the space out', between, '=')],
    }
  }
}

import type { Finding } from '../../core/rule.ts'
import { span } from '../../core/span.ts'
import { startsAs, type TagFormat } from '../../auth/tag-format.ts'
import type { Tag, TagList } from '../../auth/tag-list.ts'
import { fix, moveFirst } from '../tag-edits.ts'
import { exampleTags, joinTags } from '../tag-examples.ts'
import type { ListRule } from '../tag-family.ts'

/** How the text must begin. */
const beginning = ({ version: { value, begins } }: TagFormat): string =>
  `v=${value}${begins === 'literal' ? ';' : ''}`

export const version: ListRule = {
  name: 'version',
  facts(format) {
    const [first = '', ...rest] = exampleTags(format)
    return {
      severity: 'error',
      source: format.source,
      why: `It must begin with \`${beginning(format)}\`, exactly. What begins otherwise is ignored.`,
      bad: [joinTags(`«${first}0»`, ...rest), joinTags(...rest, `«${first}»`)],
      good: [format.example],
    }
  },
  *check(list, { format }) {
    if (startsAs(format, list)) return
    const tag = list.tags.find(({ name }) => name.toLowerCase() === 'v')
    yield tag ? wrongVersion(list, tag, format) : noVersion(list, format)
  },
}

function noVersion(list: TagList, format: TagFormat): Finding {
  const start = list.span.from
  return {
    span: list.tags[0]?.span ?? list.span,
    message: `The record must begin with \`${beginning(format)}\`; without it ${format.readers} pass it over.`,
    fixes: [
      fix(`Begin with \`${beginning(format)}\``, span(start, start), `v=${format.version.value}; `),
    ],
  }
}

function wrongVersion(list: TagList, tag: Tag, format: TagFormat): Finding {
  const isFirst = tag === list.tags[0]
  const isLiteral = format.version.begins === 'literal'
  const whole = span(
    isFirst ? list.span.from : tag.span.from,
    isFirst && isLiteral ? tag.rawSpan.to : tag.span.to,
  )
  const right = `v=${format.version.value}`
  const end = isLiteral && list.text[tag.rawSpan.to] !== ';' ? ';' : ''
  return {
    span: whole,
    message: `The record must begin with \`${beginning(format)}\`, exactly; as written, ${format.readers} pass it over.`,
    fixes: [
      isFirst
        ? fix(`Write \`${beginning(format)}\``, whole, `${right}${end}`)
        : moveFirst(list, tag, right),
    ],
  }
}

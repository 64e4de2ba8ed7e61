import type { Fix, Severity } from '../../core/diagnostic.ts'
import { span } from '../../core/span.ts'
import { describedTag, type TagFormat } from '../../auth/tag-format.ts'
import { tagNamed, type Tag, type TagList } from '../../auth/tag-list.ts'
import { removal, removeTag } from '../tag-edits.ts'
import { exampleTags, joinTags } from '../tag-examples.ts'
import type { ListRule } from '../tag-family.ts'

type Duplicates = TagFormat['duplicates']

const SEVERITIES: Readonly<Record<Duplicates, Severity>> = {
  void: 'error',
  'first-counts': 'warning',
  'each-counts': 'info',
}

const REASONS: Readonly<Record<Duplicates, string>> = {
  void: 'Each tag may stand once. With a second one no reader knows which counts, so the whole is void.',
  'first-counts': 'A tag counts where it stands first; the second is passed over.',
  'each-counts': 'Each tag of the name counts, but not every reader looks for a second one.',
}

export const duplicateTag: ListRule = {
  name: 'duplicate-tag',
  facts: (format) => ({
    severity: SEVERITIES[format.duplicates],
    source: format.source,
    why: REASONS[format.duplicates],
    bad: [joinTags(format.example, `«${exampleTags(format).at(-1)}»`)],
    good: [format.example],
  }),
  *check(list, { format }) {
    for (const { kind, span: where, message } of list.problems) {
      if (kind !== 'duplicate') continue
      const tag = list.tags.find((one) => one.span.from === where.from)
      if (tag && canJoin(format, tag.name)) yield repeated(list, tag)
      else yield { span: where, message, fixes: tag ? [removeTag(list, tag)] : [] }
    }
  },
}

/** Whether the values of two such tags may stand in one. */
const canJoin = (format: TagFormat, name: string): boolean =>
  format.duplicates === 'each-counts' && describedTag(format, name)?.separator === ','

function repeated(list: TagList, tag: Tag) {
  const { name, value } = tag
  const holdsMore = value !== '' && Boolean(tagNamed(list, name)?.value)
  return {
    span: tag.span,
    message: `\`${name}\` stands here once more. That is allowed, but not every sender reads both: put them into one.`,
    fixes: [holdsMore ? join(list, tag) : removeTag(list, tag)],
  }
}

/** Puts the second value behind the first, so that none is lost. */
function join(list: TagList, again: Tag): Fix {
  const end = tagNamed(list, again.name)!.valueSpan.to
  return {
    title: `Put both into one \`${again.name}\``,
    edits: [{ span: span(end, end), text: `,${again.value}` }, removal(list, again)],
  }
}

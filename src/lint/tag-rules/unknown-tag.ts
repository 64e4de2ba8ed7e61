import type { Fix } from '../../core/diagnostic.ts'
import { describedTag } from '../../auth/tag-format.ts'
import type { Tag, TagList } from '../../auth/tag-list.ts'
import { fix, removeTag } from '../tag-edits.ts'
import { joinTags } from '../tag-examples.ts'
import { hasRule, type ListRule } from '../tag-family.ts'

type Family = Parameters<ListRule['check']>[1]

export const unknownTag: ListRule = {
  name: 'unknown-tag',
  facts: (format) => ({
    severity: 'info',
    source: format.source,
    why: 'Tags that are not registered are ignored. That is allowed, but it is often a slip of the pen.',
    bad: [joinTags(format.example, '«unknown»=1')],
    good: [format.example],
  }),
  *check(list, family) {
    for (const tag of list.tags)
      if (isUnknown(tag.name, family))
        yield {
          span: tag.nameSpan,
          message: `\`${tag.name}=\` is no tag of ${family.format.noun}, so it is ignored.`,
          fixes: fixesOf(list, tag, family),
        }
  },
}

function isUnknown(name: string, family: Family): boolean {
  if (describedTag(family.format, name)) return false
  const lower = name.toLowerCase()
  if (lower === 'v' && hasRule(family, 'version')) return false
  return !(hasRule(family, 'tag-case') && describedTag(family.format, lower))
}

function fixesOf(list: TagList, tag: Tag, { format, isSigned }: Family): Fix[] {
  if (isSigned) return []
  const lower = tag.name.toLowerCase()
  return describedTag(format, lower)
    ? [fix(`Write \`${lower}\``, tag.nameSpan, lower)]
    : [removeTag(list, tag)]
}

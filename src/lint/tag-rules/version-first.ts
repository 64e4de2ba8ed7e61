import { tagNamed } from '../../auth/tag-list.ts'
import { moveFirst } from '../tag-edits.ts'
import { exampleTags, joinTags } from '../tag-examples.ts'
import type { ListRule } from '../tag-family.ts'

export const versionFirst: ListRule = {
  name: 'version-first',
  facts(format) {
    const [first, ...rest] = exampleTags(format)
    return {
      severity: 'error',
      source: format.source,
      why: `\`v=${format.version.value}\` must be the first tag. If it is not, the whole is ignored.`,
      bad: [joinTags(...rest, `«${first}»`)],
      good: [format.example],
    }
  },
  *check(list, { format }) {
    const found = tagNamed(list, 'v')
    if (found && list.tags[0] !== found)
      yield {
        span: found.span,
        message: `\`v=${format.version.value}\` must stand first, else this is not ${format.noun}.`,
        fixes: [moveFirst(list, found)],
      }
  },
}

import { describedTag } from '../../auth/tag-format.ts'
import { fix } from '../tag-edits.ts'
import { exampleTags, joinTags } from '../tag-examples.ts'
import { hasRule, type ListRule } from '../tag-family.ts'

export const tagCase: ListRule = {
  name: 'tag-case',
  facts(format) {
    const tags = exampleTags(format)
    const marked = tags.at(-1)!.replace(/^\w+/, (name) => `«${name.toUpperCase()}»`)
    return {
      severity: 'error',
      source: format.source,
      why: 'Names of tags are lowercase: in uppercase one is another tag, which no reader knows.',
      bad: [joinTags(...tags.slice(0, -1), marked)],
      good: [format.example],
    }
  },
  *check({ tags }, family) {
    for (const { name, nameSpan } of tags) {
      const lower = name.toLowerCase()
      if (name === lower || !describedTag(family.format, lower)) continue
      // The one rule about the version reports its name too.
      if (lower === 'v' && hasRule(family, 'version')) continue
      yield {
        span: nameSpan,
        message: `\`${name}=\` is not \`${lower}=\`: write it in lower case.`,
        fixes: [fix(`Write \`${lower}\``, nameSpan, lower)],
      }
    }
  },
}

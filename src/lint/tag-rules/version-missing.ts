import { span } from '../../core/span.ts'
import { fix } from '../tag-edits.ts'
import { exampleTags, joinTags } from '../tag-examples.ts'
import type { ListRule } from '../tag-family.ts'

export const versionMissing: ListRule = {
  name: 'version-missing',
  facts(format) {
    const [, first = '', ...rest] = exampleTags(format)
    const { value, required } = format.version
    return {
      severity: required ? 'error' : 'hint',
      source: format.source,
      why: required
        ? `Without \`v=${value}\` at its start the whole is ignored, whatever else it holds.`
        : `\`v=${value}\` may be left out, but with it no reader mistakes the text for another.`,
      bad: [joinTags(first.replace(/^\w+/, '«$&»'), ...rest)],
      good: [format.example],
    }
  },
  *check({ tags, span: whole }, { format: { version, noun } }) {
    const [first] = tags
    if (!first || tags.some(({ name }) => name.toLowerCase() === 'v')) return
    yield {
      span: first.nameSpan,
      message: version.required
        ? `This record lacks \`v=${version.value}\`, so it is ignored.`
        : `The record does not state that it is ${noun}: start it with \`v=${version.value};\`.`,
      fixes: [
        fix(
          `Put \`v=${version.value};\` first`,
          span(whole.from, whole.from),
          `v=${version.value}; `,
        ),
      ],
    }
  },
}

import { tagNamed } from '../../auth/tag-list.ts'
import { fix } from '../tag-edits.ts'
import { exampleTags, joinTags } from '../tag-examples.ts'
import type { ListRule } from '../tag-family.ts'

export const versionValue: ListRule = {
  name: 'version-value',
  facts(format) {
    const { value } = format.version
    return {
      severity: 'error',
      source: format.source,
      why: `The version is compared exactly with \`${value}\`. With any other the whole is ignored.`,
      bad: [joinTags(`v=«${value}0»`, ...exampleTags(format).slice(1))],
      good: [format.example],
    }
  },
  *check(list, { format: { version, noun }, isOtherVersion }) {
    const found = tagNamed(list, 'v')
    if (!found || found.value === version.value || isOtherVersion?.(found.value)) return
    yield {
      span: found.value === '' ? found.span : found.valueSpan,
      message: `The version of ${noun} must read \`${version.value}\`; with \`${found.value}\` it is ignored.`,
      fixes: [fix(`Write \`${version.value}\``, found.valueSpan, version.value)],
    }
  },
}

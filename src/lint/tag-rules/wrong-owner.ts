import { lacksSelector, rightOwner, standsRight } from '../../auth/owner-pattern.ts'
import { exampleOwner, exampleTags, joinTags, recordLine } from '../tag-examples.ts'
import type { RecordRule } from '../tag-family.ts'
import { startOf } from '../tag-record.ts'

export const wrongOwner: RecordRule = {
  name: 'wrong-owner',
  facts(format) {
    const [first = '', ...rest] = exampleTags(format)
    const where = exampleOwner(format)
    return {
      severity: 'error',
      source: format.source,
      why: `Such a record is looked for at a name like \`${where}\`, and nowhere else.`,
      bad: [recordLine('example.com', joinTags(`«${first}»`, ...rest))],
      good: [recordLine(where, format.example)],
    }
  },
  checkOf: ({ name, owner: pattern }) =>
    function* ({ record, owner }) {
      if (standsRight(pattern, owner)) return
      const right = `the record belongs at \`${rightOwner(pattern, owner)}\``
      yield {
        span: startOf(record),
        message: lacksSelector(pattern, owner)
          ? `This name lacks the selector: ${right}.`
          : `No host looks for ${name} at \`${owner}\`: ${right}.`,
      }
    },
}

import { isTextOf } from '../../auth/tag-format.ts'
import { recordsLike } from '../record-index.ts'
import { exampleOwner, recordLine } from '../tag-examples.ts'
import type { RecordRule } from '../tag-family.ts'
import { isTextThat, otherPlaces } from '../tag-record.ts'

export const severalRecords: RecordRule = {
  name: 'several-records',
  facts(format) {
    const line = (text: string) => recordLine(exampleOwner(format), text)
    return {
      severity: 'error',
      source: format.source,
      why: `A name must hold one record. Of several ${format.readers} use none.`,
      bad: [`${line(`«${format.example}»`)}\n${line(format.example)}`],
      good: [line(format.example)],
    }
  },
  checkOf(format) {
    const { name, noun, owner: pattern } = format
    const counts = (text: string) => pattern.holdsOneText === true || isTextOf(format, text)
    const isOurs = isTextThat(counts)
    return function* ({ record, owner, all }) {
      const same = recordsLike(owner, all, isOurs)
      if (same.length < 2 || !counts(record.text)) return
      yield {
        span: record.span,
        message: pattern.holdsOneText
          ? `\`${owner}\` holds ${same.length} TXT records; for ${noun} it may have one.`
          : `\`${owner}\` holds ${same.length} ${name} records, so none of them counts.`,
        related: otherPlaces(same, record.text, `Another ${name} record of the same name.`),
      }
    }
  },
}

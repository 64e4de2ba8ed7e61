import { domainOf } from '../../auth/owner-pattern.ts'
import { exampleOwner, exampleTags, joinTags, recordLine } from '../tag-examples.ts'
import type { RecordRule } from '../tag-family.ts'
import { startOf } from '../tag-record.ts'

export const doubledOrigin: RecordRule = {
  name: 'doubled-origin',
  facts(format) {
    const [first = '', ...rest] = exampleTags(format)
    const where = exampleOwner(format)
    return {
      severity: 'error',
      source: { rfc: 1035, section: '5.1' },
      why: 'In a zone file a name without a dot at its end gets the zone’s own name appended. Written in full it needs the dot.',
      bad: [recordLine(`${where}.example.com`, joinTags(`«${first}»`, ...rest))],
      good: [recordLine(where, format.example)],
    }
  },
  checkOf: ({ owner: pattern }) =>
    function* ({ record, owner }) {
      if (!isDoubled(domainOf(pattern, owner))) return
      yield {
        span: startOf(record),
        message: `This record stands at \`${owner}\`: the domain came twice. End the name with a dot, or write it without the domain.`,
      }
    },
}

/** Whether the labels are two or more, twice over. */
function isDoubled(labels: readonly string[]): boolean {
  const half = labels.length / 2
  return half >= 2 && half % 1 === 0 && labels.every((label, at) => label === labels[at % half])
}

import type { OtherData } from '../../core/dns.ts'
import { words } from '../fields/columns.ts'
import { defineRecordType, type RecordFormat } from '../record-type.ts'
import { cover } from '../../core/span.ts'
import { genericExpected } from '../zone/problems/data.ts'
import { typeNumbers } from '../zone/type-numbers.ts'

/**
 * A type without a file of its own. One with a mnemonic (`LOC`) is kept as written; one without has
 * its data as `\#` (RFC 3597 §5), which is read before any format is asked.
 */
export function unknownRecord(number: number): RecordFormat<OtherData> {
  const type = `TYPE${number}` as const
  return defineRecordType<OtherData>({
    type,
    number,
    source: { rfc: 3597, section: '5' },
    syntax: named(number) ? `${named(number)} <data>` : `${type} \\# <length> <hex>`,
    meaning: 'A type that is kept as it is written.',
    fields: [],
    parse(fields) {
      if (named(number) === undefined) {
        const all = fields.rest('data')
        if (all.length)
          fields.report(
            genericExpected,
            cover(all[0]!.span, all.at(-1)!.span),
            `The fields of \`${type}\` have no names, so they are written as \`\\#\`, a length and hexadecimal octets.`,
          )
        return undefined
      }
      const kept = words.read(fields)
      return kept && { type, fields: kept }
    },
    print: (data) => data.fields,
  })
}

const names = new Map([...typeNumbers].map(([name, number]) => [number, name]))

const named = (number: number): string | undefined => names.get(number)

import type { OtherData } from '../../core/dns.ts'
import { defineRecordType, type RecordFormat } from '../record-type.ts'
import type { Column } from './columns.ts'

interface Kept extends Pick<RecordFormat, 'number' | 'source' | 'syntax' | 'meaning'> {
  readonly type: OtherData['type']
  readonly columns: readonly Column[]
}

/** A type whose fields are checked and kept as a zone writes them; names in them are absolute. */
export const defineKeptType = ({ columns, ...about }: Kept): RecordFormat<OtherData> =>
  defineRecordType<OtherData>({
    ...about,
    fields: columns.map(({ kind, meaning }) => ({ kind, ...(meaning && { meaning }) })),
    parse(fields) {
      const kept: string[] = []
      for (const column of columns) {
        const read = column.read(fields)
        if (!read) return undefined
        for (const field of read) kept.push(field)
      }
      return { type: about.type, fields: kept }
    },
    print: (data) => data.fields,
  })

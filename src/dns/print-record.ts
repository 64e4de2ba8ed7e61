import type { DnsRecord, RecordData } from '../core/dns.ts'
import { plainTypes } from './plain-types.ts'

/** What a zone is read to have a foreign comment or a rule at, where a line begins with it. */
const FOREIGN_MARK = /^(?:#|\/\/|\/\*|<!--|[-=~]{3}|\*{3})/

/** A record as a zone or `dig` writes it: `example.com. 3600 IN MX 10 mail.example.com.` */
export const printRecord = (record: DnsRecord): string =>
  `${record.name.replace(FOREIGN_MARK, String.raw`\$&`)}. ${record.ttl} IN ${record.type} ${printData(record)}`.trimEnd()

/** What follows the type: `10 mail.example.com.` Equal data are equal texts. */
export const printData = (data: RecordData): string => printFields(data).join(' ')

const byType = new Map(plainTypes.map((format) => [format.type, format]))

export const printFields = (data: RecordData): readonly string[] =>
  'fields' in data ? data.fields : byType.get(data.type)!.print(data)

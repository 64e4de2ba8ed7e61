import { joinedText, type DnsRecord, type TextData } from '../core/dns.ts'
import { mapPlain } from '../core/mapped-text.ts'
import type { Source } from '../core/rule.ts'

/** Where a TXT record's text stands; for a record without a file, its name and the text itself. */
export const sourceOf = (record: DnsRecord & TextData): Source => ({
  file: record.place?.file ?? record.name,
  text: record.text ?? mapPlain(joinedText(record)),
})

import { joinedText, type DnsRecord, type TextData } from '../core/dns.ts'
import { mapPlain } from '../core/mapped-text.ts'
import { once } from '../core/once.ts'
import type { Source } from '../core/rule.ts'

/** Where a record's text is written: in its zone file, or else as a source of its own. */
export const sourceOf = (record: DnsRecord & TextData): Source =>
  record.place && record.text ? { file: record.place.file, text: record.text } : ownSource(record)

/** A long record has many findings, each of which asks. */
const ownSource = once((record: DnsRecord & TextData): Source => ({
  file: record.name,
  text: mapPlain(joinedText(record)),
}))

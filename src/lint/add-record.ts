import type { Fix } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import { span } from '../core/span.ts'
import { recordsOfFile } from './record-index.ts'

/**
 * Adds a record to the file that another one stands in, behind its last record, so that no line loses
 * the owner it inherits.
 * @param line Its owner absolute, with its final dot.
 */
export function addRecord(
  title: string,
  line: string,
  beside: DnsRecord,
  all: readonly DnsRecord[],
): Fix[] {
  const file = beside.place?.file
  if (file === undefined) return []
  const end = recordsOfFile(file, all).at(-1)?.place?.span.to ?? 0
  return [{ title, edits: [{ file, span: span(end, end), text: `\n${line}` }] }]
}

/** A TXT record's line; its text has no quote and no backslash in it. */
export const textLine = (owner: string, text: string): string => `${owner}. TXT "${text}"`

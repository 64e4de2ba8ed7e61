import type { WireRow } from './conversation.ts'

/** How a server refuses: for good, or for now. */
export type Refusal = 'good' | 'now'

const REFUSALS: readonly (readonly [RegExp, Refusal])[] = [
  // Digits of SMTP and LMTP (RFC 5321 §4.2.1).
  [/^5\d\d[ -]/, 'good'],
  [/^4\d\d[ -]/, 'now'],
  // POP3 (RFC 1939 §3), and the end of a command of IMAP (RFC 9051 §7.1).
  [/^-ERR\b/, 'good'],
  [/^[^\s*+]\S* (NO|BAD)\b/, 'good'],
]

/** Whether a line is a server's refusal; undefined for what a client sends, and for data. */
export function refusalIn(row: WireRow): Refusal | undefined {
  if (row.kind === 'mark' || row.from === 'client' || row.role !== 'talk') return undefined
  return REFUSALS.find(([form]) => form.test(row.text))?.[1]
}

import type { Span } from '../core/span.ts'

/** The addresses of a `From`, `To`, `Cc` … field (RFC 5322 §3.4). Spans count in the given text. */
export interface AddressList {
  readonly entries: readonly (Mailbox | Group)[]
  /** Every mailbox, those of groups too, in order. */
  readonly mailboxes: readonly Mailbox[]
  readonly problems: readonly AddressProblem[]
}

export interface Mailbox {
  readonly kind: 'mailbox'
  /** The display name, encoded words decoded. */
  readonly name?: string
  /** Without quotes and escapes. */
  readonly localPart: string
  /** As written, without comments; a literal with its brackets. Empty where it is missing. */
  readonly domain: string
  /** `local@domain`, quoted where it must be. */
  readonly address: string
  readonly span: Span
  /** The address alone, without name and angle brackets. */
  readonly addressSpan: Span
  readonly domainSpan?: Span
}

export interface Group {
  readonly kind: 'group'
  readonly name: string
  readonly members: readonly Mailbox[]
  readonly span: Span
}

export interface AddressProblem {
  readonly span: Span
  /** One sentence: what stands there and what belongs there. */
  readonly message: string
}

const DOT_ATOM = /^[^\s()<>[\]:;@\\,."]+(?:\.[^\s()<>[\]:;@\\,."]+)*$/

/** Writes an address; the local part is quoted where RFC 5322 §3.4.1 needs it. */
export function formatAddress(localPart: string, domain: string): string {
  const local = DOT_ATOM.test(localPart) ? localPart : `"${localPart.replace(/["\\]/g, '\\$&')}"`
  return domain === '' ? local : `${local}@${domain}`
}

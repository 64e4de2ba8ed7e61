import type { Span } from '../../core/span.ts'
import type { HeaderField } from '../field.ts'

/** A part of a message (RFC 2045 §2.4); the message itself is the outermost. Spans count octets. */
export interface Part {
  readonly fields: readonly HeaderField[]
  /** In lower case: `text/plain`. */
  readonly type: string
  readonly parameters: Readonly<Record<string, string>>
  /** `7bit`, `8bit`, `binary`, `base64`, `quoted-printable`, or as written, in lower case. */
  readonly encoding: string
  /** `inline`, `attachment`, or as written, in lower case (RFC 2183 §2). */
  readonly disposition?: string
  readonly filename?: string
  /** Without its angle brackets (RFC 2045 §7). */
  readonly contentId?: string
  readonly span: Span
  readonly body: Span
  /** Of a multipart; empty for any other. */
  readonly parts: readonly Part[]
  /** Of a multipart: what stands before its first boundary and behind its last. */
  readonly preamble?: Span
  readonly epilogue?: Span
  /** Of a multipart: its closing boundary is missing, so its last part runs to the end. */
  readonly isOpen?: true
  /** The message inside of a `message/rfc822`, with fields of its own (RFC 2046 §5.2.1). */
  readonly inner?: Part
  /** Of a `message/partial` (RFC 2046 §5.2.2). */
  readonly fragment?: Fragment
}

/** One piece of a message that was sent in several. */
export interface Fragment {
  readonly id: string
  /** From 1. */
  readonly number: number
  /** Only the last piece must state it. */
  readonly total?: number
}

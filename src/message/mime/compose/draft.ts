import type { TransferEncoding } from '../transfer-encoding.ts'

/** A part to be written. */
export interface DraftPart {
  /** `text/plain`, `multipart/mixed`, `message/rfc822` … */
  readonly type: string
  /** `charset` is added to text, `boundary` to a multipart. */
  readonly parameters?: Readonly<Record<string, string>>
  /**
   * A text is written in UTF-8 with CRLF; octets stay as they are; parts make a multipart.
   */
  readonly content: string | Uint8Array | readonly DraftPart[]
  /** Chosen by the octets if it is left out. */
  readonly encoding?: TransferEncoding
  readonly filename?: string
  /** `attachment` where there is a file name; else none. */
  readonly disposition?: 'inline' | 'attachment'
  readonly description?: string
  /** Without angle brackets. */
  readonly contentId?: string
}

export interface MimeDraft {
  /** In order. Values are texts for people: what is not ASCII is encoded (RFC 2047). */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly content: DraftPart
  /** `utf-8` leaves values as UTF-8, for ways that take it (RFC 6532). `encoded` by default. */
  readonly values?: 'encoded' | 'utf-8'
}

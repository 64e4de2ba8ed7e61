/** What the search, sort and thread functions know of a message. */
export interface MessageRecord {
  /** Its number in the session's view. */
  readonly seq: number
  readonly uid: number
  /** System flags with their backslash, and keywords; compared without regard to case. */
  readonly flags: ReadonlySet<string>
  /** `\Recent` belongs to a session, not to a message. */
  readonly recent?: boolean
  /** Milliseconds since 1970. */
  readonly internalDate: number
  /** In minutes; in which the day of the internal date is told. 0 by default. */
  readonly zone?: number
  readonly modseq: number
  readonly bytes: Uint8Array
  readonly emailId?: string
  readonly threadId?: string
}

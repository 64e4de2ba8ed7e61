/** What the search, sort and thread functions know of a message. */
export interface MessageRecord {
  /** Its number in the session's view. */
  readonly seq: number
  readonly uid: number
  /** System flags with their backslash, and keywords; compared without regard to case. */
  readonly flags: readonly string[]
  /** `\Recent` belongs to a session, not to a message. */
  readonly recent?: boolean
  /** Milliseconds since 1970. */
  readonly internalDate: number
  /** Minutes east of Greenwich: its day is the one of this zone; UTC by default. */
  readonly zone?: number
  readonly modSeq: number
  readonly bytes: Uint8Array
  readonly emailId?: string
  readonly threadId?: string
}

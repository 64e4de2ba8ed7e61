import type { RfcSection } from '../core/section.ts'

/** What the editor offers and explains of a tag. */
export interface TagWord {
  /** One sentence. */
  readonly meaning: string
  /** How it is written: `p=none|quarantine|reject`. */
  readonly syntax: string
  /** The values it may have, and what each means; none where the value is free. */
  readonly values: readonly TagValue[]
  /** What holds without the tag; absent where nothing does. */
  readonly otherwise?: string
  readonly source: RfcSection
  /** Gone from the standard: explained, never offered. */
  readonly historic?: true
}

export interface TagValue {
  readonly value: string
  readonly meaning: string
}

export interface ZoneCase {
  readonly id: number
  readonly origin: string
  readonly text: string
  /** The mistakes that were put in, by the text of their lines. */
  readonly mistakes: readonly string[]
}

/** What a checker reports of a zone. */
export interface Checked {
  readonly accepted: boolean
  /** Owner, TTL, type and data in one spelling; sorted, each once. */
  readonly records: readonly string[]
  readonly messages: readonly string[]
  /** Lines of the file that hold an error, from 1. */
  readonly lines: readonly number[]
}

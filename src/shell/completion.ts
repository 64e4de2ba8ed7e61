/** What Tab makes of a line. */
export interface Completion {
  /** The stretch of the line that is replaced. */
  readonly from: number
  readonly to: number
  readonly text: string
  /** What could be meant, where it is not one word alone. */
  readonly choices: readonly string[]
}

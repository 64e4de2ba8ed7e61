/** What one command line may hold. Beyond a limit it is not run, and a sentence says which one it was. */
export const limits = {
  /** Programs in a line. */
  commands: 200,
  /** Words that variables and patterns make of one command. */
  words: 5000,
  /** UTF-16 units of one word once its variables are filled in. */
  word: 262_144,
  /** UTF-16 units that a variable holds. */
  variable: 65_536,
  /** Variables of a terminal. */
  variables: 200,
} as const

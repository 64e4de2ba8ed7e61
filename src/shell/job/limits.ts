/** What a running line may use. */
export const jobLimits = {
  /** Octets that a program may print into a file or a pipe. */
  output: 4_194_304,
  /** Octets that it may print on the screen: as many as a file holds. */
  screen: 1_048_576,
} as const

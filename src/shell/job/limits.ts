/** What a running line may use. */
export const jobLimits = {
  /** Octets that a program may print, to the screen, a file or a pipe. */
  output: 4_194_304,
} as const

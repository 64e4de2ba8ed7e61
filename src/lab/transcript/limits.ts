/** What of a transcript is read; the rest is left out, and said so. */
export const limits = {
  /** Characters of the whole text. */
  text: 100_000,
  lines: 2000,
  connections: 20,
  /** Characters of one line. */
  line: 16_000,
} as const

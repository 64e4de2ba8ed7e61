/** What is checked at once. Limits of ours. */
export const checkLimits = {
  /** Octets of a file, and characters of a text. */
  text: 2_000_000,
  texts: 20,
  /** Findings that are shown. */
  findings: 200,
  /** Characters of a line that are shown. */
  line: 400,
  /** Lines of a fix that are shown. */
  fixLines: 40,
}

/** Limits of ours, far above what a record holds. */
export const composeLimits = {
  /** Entries of a list. */
  entries: 100,
  /** Characters of one value. */
  value: 8192,
  /** Characters of what is pasted to be read. */
  pasted: 65_536,
}

/**
 * What a fresh start leaves as it is: when a lesson was done, and how often it was done again since, as ISO
 * dates; and states that were saved.
 */
export interface DoneRecord {
  /** When it was done for the first time. */
  readonly doneAt?: string
  /** How often it was done again, from the start or as its variant. */
  readonly reviewed?: number
  /** When it was done again last. */
  readonly reviewedAt?: string
  /** States to go back to, as `src/lab/snapshots/` packs them, which reads them too. */
  readonly states?: readonly unknown[]
}

/** Reads a record out of stored work; what is no date or no count is left out. */
export function recordOf(value: Readonly<Partial<Record<keyof DoneRecord, unknown>>>): DoneRecord {
  const { doneAt, reviewed, reviewedAt, states } = value
  return {
    ...(isDate(doneAt) && { doneAt }),
    ...(typeof reviewed === 'number' && reviewed > 0 && { reviewed: Math.floor(reviewed) }),
    ...(isDate(reviewedAt) && { reviewedAt }),
    ...(Array.isArray(states) && { states }),
  }
}

/** Adds that the lesson was done: for the first time, or as a review. @param now In milliseconds. */
export function recordDone(record: DoneRecord, now: number): DoneRecord {
  const date = new Date(now).toISOString()
  return record.doneAt === undefined
    ? { ...record, doneAt: date }
    : { ...record, reviewed: (record.reviewed ?? 0) + 1, reviewedAt: date }
}

const isDate = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value))

/** SPF results by the id of their sender case. */
export type Results = Readonly<Record<string, string>>

/** Milliseconds: what changes within them is one edit, key by key. */
export const EDIT = 1000

/** What the senders got before the last edit that changed something. */
export interface Changes {
  readonly before: Results
  readonly now: Results
  /** Milliseconds, on any clock. */
  readonly changedAt: number
}

/** @param changes Undefined at first: then nothing has changed yet. */
export function withResults(changes: Changes | undefined, now: Results, at: number): Changes {
  if (!changes) return { before: now, now, changedAt: -Infinity }
  if (isSame(changes.now, now)) return changes
  const goesOn = at - changes.changedAt < EDIT
  return { before: goesOn ? changes.before : changes.now, now, changedAt: at }
}

/** What a sender got before, where it was something else. */
export function formerResult({ before, now }: Changes, id: string): string | undefined {
  return before[id] === now[id] ? undefined : before[id]
}

const isSame = (these: Results, others: Results): boolean =>
  Object.keys({ ...these, ...others }).every((id) => these[id] === others[id])

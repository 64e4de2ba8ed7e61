/** What was expunged, and when: so that a client that was away need not ask for every UID (RFC 7162 §3.2). */
export interface VanishedLog {
  add(modSeq: number, uids: readonly number[]): void
  /**
   * @returns UIDs that went after that moment, rising; `undefined` if the log does not go back so far.
   */
  since(modSeq: number): readonly number[] | undefined
}

/** @param keep UIDs that are remembered; the oldest are forgotten first. */
export function vanishedLog(keep: number): VanishedLog {
  let entries: { readonly modSeq: number; readonly uids: readonly number[] }[] = []
  let count = 0
  let forgotten = 0
  return {
    add(modSeq, uids) {
      entries.push({ modSeq, uids })
      count += uids.length
      if (count <= keep) return
      let drop = 0
      for (; count > keep && drop < entries.length; drop++) {
        count -= entries[drop]!.uids.length
        forgotten = entries[drop]!.modSeq
      }
      entries = entries.slice(drop)
    },
    since(modSeq) {
      if (modSeq < forgotten) return undefined
      return entries
        .filter((entry) => entry.modSeq > modSeq)
        .flatMap(({ uids }) => uids)
        .toSorted((a, b) => a - b)
    },
  }
}

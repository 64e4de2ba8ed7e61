interface Entry {
  readonly modSeq: number
  readonly uids: readonly number[]
}

/**
 * Which UIDs were expunged, and at which mod-sequence: a client that was away learns them without
 * asking for every UID (RFC 7162 §3.2).
 */
export class VanishedLog {
  entries: Entry[] = []
  /** UIDs in all entries. */
  count = 0
  /** The highest mod-sequence of an entry that was dropped; 0 while the log is complete. */
  forgottenUpTo = 0
  readonly capacity: number

  /** @param capacity UIDs that are remembered; the oldest entries are forgotten first. */
  constructor(capacity: number) {
    this.capacity = capacity
  }

  add(modSeq: number, uids: readonly number[]): void {
    this.entries.push({ modSeq, uids })
    this.count += uids.length
    if (this.count > this.capacity) this.forgetOldest()
  }

  private forgetOldest(): void {
    let dropped = 0
    for (; this.count > this.capacity && dropped < this.entries.length; dropped++) {
      this.count -= this.entries[dropped]!.uids.length
      this.forgottenUpTo = this.entries[dropped]!.modSeq
    }
    this.entries = this.entries.slice(dropped)
  }

  /** @returns UIDs expunged after `modSeq`, rising; `undefined` if the log does not reach back so far. */
  since(modSeq: number): readonly number[] | undefined {
    if (modSeq < this.forgottenUpTo) return undefined
    return this.entries
      .filter((entry) => entry.modSeq > modSeq)
      .flatMap(({ uids }) => uids)
      .toSorted((a, b) => a - b)
  }
}

import { isSystemFlag, normalizeFlags } from './flags.ts'

/** The keywords that messages of a mailbox have or had, each in its first spelling. */
export class KeywordRegistry {
  /** From the keyword in lowercase to its first spelling. */
  readonly spellings = new Map<string, string>()
  readonly capacity: number

  /** @param capacity Different keywords that are kept. */
  constructor(capacity: number) {
    this.capacity = capacity
  }

  get all(): string[] {
    return [...this.spellings.values()]
  }

  /** Flags as the mailbox keeps them: each once, in its first spelling, system flags first. */
  normalize(flags: readonly string[]): readonly string[] {
    return normalizeFlags(flags, this.spellings)
  }

  /** Registers the keywords among the flags. @returns False, and registers none, if they are too many. */
  register(flags: readonly string[]): boolean {
    if (flags.length === 0) return true
    const added = new Map(
      this.normalize(flags)
        .filter((flag) => !isSystemFlag(flag))
        .map((flag) => [flag.toLowerCase(), flag]),
    )
    for (const key of this.spellings.keys()) added.delete(key)
    if (this.spellings.size + added.size > this.capacity) return false
    for (const [key, flag] of added) this.spellings.set(key, flag)
    return true
  }
}

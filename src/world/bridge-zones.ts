import type { ZoneText } from '../dns/zone/zone-text.ts'

/** A zone of a bridge as it stands. JSON values only. `text` is what was handed in last. */
export interface BridgeZone extends ZoneText {
  /** Rises by one with each text; the first is 1. */
  readonly version: number
  /** What the DNS answers from, where `text` has errors of syntax; it is `text` where this is absent. */
  readonly served?: string
  /** What the bridge began with, where `text` is another. */
  readonly first?: string
  /** Why `text` is not served: its first errors, in reading order. */
  readonly errors?: readonly ZoneError[]
}

/** An error of a zone's syntax, and where it stands. */
export interface ZoneError {
  /** The name of what was found, such as `zone/unbalanced-quote`. */
  readonly code: string
  readonly message: string
  /** From 1; columns count UTF-16 units. */
  readonly line: number
  readonly column: number
}

/**
 * Whether who asks may edit the zones of a bridge. `locked`: it asks from another machine and without the
 * token that the bridge printed. `off`: the bridge was started so that no one may.
 */
export type ZoneEditing = 'open' | 'locked' | 'off'

import type { Diagnostic } from '../core/diagnostic.ts'
import type { Crypto } from '../core/effects.ts'
import type { FetchPiece } from '../core/later-piece.ts'
import type { Zone } from '../dns/zone/zone.ts'
import type { ZoneLintOptions } from '../lint/zone-profiles.ts'

/** What a lab needs of the place where it runs. */
export interface LabPorts {
  readonly crypto: Crypto
  /** Fetches the rules for zones, where the lesson has zones to edit. */
  loadLint(): Promise<ZoneRules>
  readonly fetchPiece: FetchPiece
  /** Calls back once what has come in meanwhile was taken in. */
  soon(act: () => void): void
}

/** Runs the rules over zones: for problems, or for records that would be good to have. */
export interface ZoneRules {
  lintZones(zones: readonly Zone[], options: ZoneLintOptions): readonly Diagnostic[]
}

/** What `npm run oracle` was asked for. */
export interface OracleOptions {
  readonly seed: number
  /** Cases of each oracle; unset: as many as each names for itself. */
  readonly count?: number | undefined
}

/** One comparison with an implementation that is not ours. */
export interface Oracle {
  /** `spf pyspf`: what is compared, and with whom. */
  readonly name: string
  /** The Debian package that brings the other implementation. */
  readonly apt: string
  readonly known: readonly KnownDifference[]
  /** Compares; `undefined` where the other implementation is not installed. */
  run(options: OracleOptions): Promise<Report | undefined>
}

export interface Report {
  /** Of the other implementation. */
  readonly version: string
  readonly compared: number
  readonly differences: readonly Difference[]
}

/** One case in which the two differ. */
export interface Difference {
  /** Codes of the known differences that explain it together; none: it is open. */
  readonly known: readonly string[]
  /** All that is needed to look into it. */
  readonly text: string
}

/** A way in which an implementation differs, and the section that decides who is right. */
export interface KnownDifference {
  readonly code: string
  /** Absent where no RFC speaks of it, as with the words of a program. */
  readonly rfc?: number
  readonly section?: string
  /** One sentence. */
  readonly reason: string
}

/** Slowness for clients that are refused again and again: guessing addresses takes them long. */
export interface Tarpit {
  /** Refusals that are answered at once. */
  readonly after: number
  /** Milliseconds before each refusal from then on. */
  readonly milliseconds: number
}

/** @returns Milliseconds to wait before the refusal that makes `errors`. */
export const tarpitDelay = (tarpit: Tarpit | undefined, errors: number): number =>
  tarpit && errors > tarpit.after ? tarpit.milliseconds : 0

/** A report about TLS that a host hands in by HTTPS, until it was taken. */
export interface HandedIn {
  readonly url: string
  readonly body: string
  /** When it was tried for the first time, in milliseconds. */
  readonly since: number
  readonly nextTry: number
  /** From the last try to the next, in milliseconds. */
  readonly pause: number
}

/** A try to speak TLS with a mail host, as reports count it (RFC 8460 §4.4). */
export interface TlsSession {
  /** In milliseconds. */
  readonly at: number
  readonly domain: string
  readonly policy: 'sts' | 'tlsa' | 'no-policy-found'
  readonly lines: readonly string[]
  readonly mx: string
  readonly ip: string
  /** A result type of RFC 8460 §4.3; absent where all was well. */
  readonly failure?: string
}
/** In place of the id of a message that a report is about (RFC 8460 §3: it is not counted, and always goes). */
export const TLS_REPORT = 'tls-report'

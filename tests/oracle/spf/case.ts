import type { DnsRecord } from '../../../src/core/dns.ts'

/** One check and the little Internet in which it happens. */
export interface SpfCase {
  readonly id: number
  readonly ip: string
  readonly helo: string
  readonly mailFrom: string
  readonly receiver: string
  /** Seconds since 1970. */
  readonly now: number
  /** A name `*.coin.example` answers by the sum of its characters: see `tossed`. */
  readonly records: readonly DnsRecord[]
  /** Names whose server gives no answer. */
  readonly silent: readonly string[]
}

export interface SpfAnswer {
  readonly id: number
  readonly result: string
  /** The domain's explanation of a `fail`, or the implementation's text for an error. */
  readonly words: string
  /** Present where an implementation broke down. */
  readonly crash?: string
}

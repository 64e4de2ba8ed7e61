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
  /** A name `*.coin.example` answers by the sum of its letters: see `tossed`. */
  readonly records: readonly DnsRecord[]
  /** Names whose server gives no answer. */
  readonly silent: readonly string[]
}

export interface SpfAnswer {
  readonly id: number
  readonly result: string
  /** What a domain says of a `fail`, or what an implementation says of an error. */
  readonly words: string
  /** Present where an implementation broke down. */
  readonly crash?: string
}

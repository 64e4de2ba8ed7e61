/** What stays the same through a whole check, includes and redirects too (RFC 7208 §4.1). */
export interface Session {
  /** 4 octets, or 16; an IPv4 address inside IPv6 is IPv4 here (§5). */
  readonly ip: Uint8Array
  /** The same as a text. */
  readonly client: string
  readonly sender: Sender
  readonly helo: string
  /** The checking host's name, for `%{r}`. */
  readonly receiver: string
  /** Milliseconds since 1970, for `%{t}`. */
  readonly now: number
  /** Counters for the whole check (§4.6.4). */
  readonly used: LookupCount
}

export interface Sender {
  /** `postmaster` where the address has none (§4.3). */
  readonly local: string
  readonly domain: string
}

/** Grows while the check goes on. */
export interface LookupCount {
  lookups: number
  voids: number
  /** Names of the client's address whose addresses lead back to it, once they were looked for. */
  validated?: readonly string[]
}

/** Reads an address into its parts; the last `@` parts them. */
export function senderOf(mailFrom: string): Sender {
  const at = mailFrom.lastIndexOf('@')
  return {
    local: mailFrom.slice(0, Math.max(0, at)) || 'postmaster',
    domain: mailFrom.slice(at + 1),
  }
}

export const clientText = ({ client }: Session): string => client

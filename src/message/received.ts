import { formatDate } from './date.ts'

export interface Hop {
  /** What the client called itself, and the address it came from. */
  readonly helo: string
  readonly ip: string
  readonly by: string
  /** `SMTP`, `ESMTP`, `ESMTPS` … (RFC 3848). */
  readonly protocol: string
  readonly id: string
  /** Named only where there is one recipient: more would tell each of the others (RFC 5321 §7.6). */
  readonly recipient?: string
  /** Milliseconds since 1970. */
  readonly at: number
}

/** The value of the `Received` field that a server puts on top of a message (RFC 5321 §4.4). */
export function composeReceived({ helo, ip, by, protocol, id, recipient, at }: Hop): string {
  const address = ip.includes(':') ? `[IPv6:${ip}]` : `[${ip}]`
  const receiver = recipient === undefined ? '' : ` for <${recipient}>`
  return `from ${helo} (${address}) by ${by} with ${protocol} id ${id}${receiver}; ${formatDate(at)}`
}

/** The value of the `Return-Path` field that final delivery adds (RFC 5321 §4.4). */
export const composeReturnPath = (reversePath: string): string => `<${reversePath}>`

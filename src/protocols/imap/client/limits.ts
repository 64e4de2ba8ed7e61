/** Octets of a line that a client reads. The RFCs name no limit. */
export const CLIENT_LINE = 1_048_576

/** Octets in the literals of one response that a client takes. The RFCs name no limit. */
export const CLIENT_LITERALS = 64 * 1_048_576

/** Milliseconds that a client waits for a reply. The RFCs name no limit; this is SMTP's (RFC 5321 §4.5.3.2). */
export const CLIENT_TIMEOUT = 5 * 60_000

/** Milliseconds after which a client begins IDLE anew, before the server gives it up (RFC 2177 §3). */
export const IDLE_AGAIN = 29 * 60_000

/** How much of each thing a POP3 server takes, and for how long it waits. */

/** Octets in a command line with its CRLF (RFC 2449 §4). */
export const COMMAND_LINE = 255

/** Octets in the first line of a reply with its CRLF (RFC 2449 §4). */
export const REPLY_LINE = 512

/** Milliseconds without a word before the server may hang up: ten minutes (RFC 1939 §3). */
export const LEAST_IDLE = 10 * 60_000

/** Octets of a line that a client reads. The RFCs name no limit. */
export const CLIENT_LINE = 1_048_576

/** Octets of a message that a client takes. The RFCs name no limit. */
export const CLIENT_MESSAGE = 64 * 1_048_576

/** Milliseconds that a client waits for a reply. The RFCs name no limit; this is SMTP's (RFC 5321 §4.5.3.2). */
export const CLIENT_TIMEOUT = 5 * 60_000

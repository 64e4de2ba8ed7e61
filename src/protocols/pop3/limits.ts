/** How much of each thing a POP3 server takes, and for how long it waits. */

/** Octets in a command line with its CRLF (RFC 2449 §4). */
export const COMMAND_LINE = 255

/** Octets in the first line of a reply with its CRLF (RFC 2449 §4). */
export const REPLY_LINE = 512

/** Milliseconds without a word before the server may hang up: ten minutes (RFC 1939 §3). */
export const LEAST_IDLE = 10 * 60_000

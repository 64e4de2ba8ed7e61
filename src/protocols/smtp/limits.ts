/** How much of each thing a server takes, and for how long it waits. */

/** Octets in a command line with its CRLF (RFC 5321 §4.5.3.1.4). */
export const COMMAND_LINE = 512

/**
 * Octets that parameters add to a MAIL line: `SIZE` 26 (RFC 1870 §3), `SMTPUTF8` 10 (RFC 6531
 * §3.1), `BODY` 17 (RFC 3030 §3 has one less), `AUTH` 500 (RFC 4954 §3), `REQUIRETLS` 11 (RFC 8689
 * §2); `RET` with its value has 9, `ENVID` up to 101 (RFC 3461 §4.3, §4.4).
 */
export const MAIL_LINE_EXTRA = 26 + 10 + 17 + 500 + 11 + 9 + 101

/** Octets that parameters add to a RCPT line: ` NOTIFY=SUCCESS,FAILURE,DELAY`, and `ORCPT` (RFC 3461 §4.2). */
export const RCPT_LINE_EXTRA = 29 + 501

/** Octets in a reply line with its code and CRLF (RFC 5321 §4.5.3.1.5). */
export const REPLY_LINE = 512

/** Octets in a line of a message with its CRLF, without a stuffed dot (RFC 5321 §4.5.3.1.6). */
export const TEXT_LINE = 1000

/** Octets in a local part (RFC 5321 §4.5.3.1.1). */
export const LOCAL_PART = 64

/** Octets in a domain (RFC 5321 §4.5.3.1.2). */
export const DOMAIN = 255

/** Octets in a path with its angle brackets (RFC 5321 §4.5.3.1.3). */
export const PATH = 256

/** Milliseconds without a word from the client (RFC 5321 §4.5.3.2.7). */
export const SERVER_TIMEOUT = 5 * 60_000

/** Octets a server keeps for later while a message is being judged. The RFCs name no limit. */
export const HELD_INPUT = 1_048_576

/** Octets in a chunk of a message that a client sends. RFC 3030 §2 asks for a reasonable size. */
export const CHUNK = 1_048_576

/** Lines in one reply that a client reads. The RFCs name no limit. */
export const REPLY_LINES = 1000

/** Milliseconds a client waits for each reply (RFC 5321 §4.5.3.2.1 to §4.5.3.2.6). */
export const CLIENT_TIMEOUTS = {
  greeting: 5 * 60_000,
  command: 5 * 60_000,
  data: 2 * 60_000,
  end: 10 * 60_000,
} as const

/**
 * Octets in the lines of one command, without its literals, before the login and after it. RFC 7162 §4
 * asks for 8192 at least; an ID has up to 30 values of 1024 octets (RFC 2971 §3.3), each of which a
 * client may have to escape, and the first response of AUTHENTICATE may have as much as a later one.
 */
export const COMMAND_LINE = 65_536

/** Octets in a literal that is a name, a password or a search key. The RFCs name no limit. */
export const STRING_LITERAL = 65_536

/** Literals in one command; MULTIAPPEND sends one for each message. The RFCs name no limit. */
export const LITERALS = 1000

/** Parentheses within parentheses. The RFCs name no limit. */
export const NESTING = 40

/** Octets of all messages in one APPEND; each of them is held to the host's limit. The RFCs name none. */
export const APPENDED_TOGETHER = 67_108_864

/** Octets in a non-synchronizing literal where LITERAL- is announced (RFC 7888 §5). */
export const SMALL_LITERAL = 4096

/** Octets of a refused literal that are read and dropped; for more, BYE (RFC 7888 §4 leaves the choice). */
export const SKIPPED_LITERAL = 67_108_864

/** The highest number (RFC 9051 §9: 32 bits, from 0 or from 1). */
export const HIGHEST_NUMBER = 4_294_967_295

/** Milliseconds of silence until autologout (RFC 9051 §5.4: 30 minutes at least). */
export const AUTOLOGOUT = 30 * 60_000

/** Milliseconds of silence before the login until the server hangs up. The RFCs name no limit. */
export const LOGIN_TIMEOUT = 3 * 60_000

/** Octets that go out in one piece. */
export const SEND_CHUNK = 65_536

/** Octets in a mailbox name, as its owner reads it. The RFCs name no limit. */
export const MAILBOX_NAME = 1000

/** Octets in a keyword. The RFCs name no limit. */
export const KEYWORD = 100

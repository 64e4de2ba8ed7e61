import type { LogLimits } from '../../world/log/recent.ts'

/** What one bridge puts up with. Counts and octets are ours; times follow the protocols' own. */

/** Mail connections at once, all ports together. */
export const MAX_CONNECTIONS = 4_000

/** Octets that wait for a client before its server pauses; one message more may be under way. */
export const MAX_UNSENT = 256 * 1024

/** Milliseconds in which a client that does not read must take something. */
export const WRITE_TIMEOUT = 120_000

/** Milliseconds that a client has to hang up, once the server has. */
export const LINGER = 5_000

/** Milliseconds for a TLS handshake. */
export const HANDSHAKE_TIMEOUT = 30_000

/** Milliseconds between two looks at the clock. */
export const TICK = 1_000

/** Milliseconds that open transactions have to end once the bridge is asked to stop. */
export const GRACE = 10_000

/** Of what happened: pages and JSON lines come from it. Messages stay in their mailboxes. */
export const KEPT: LogLimits = { events: 50_000, octets: 32 * 1024 * 1024 }

/** Milliseconds without a word from a real server that mail is forwarded to. */
export const FORWARD_TIMEOUT = 60_000

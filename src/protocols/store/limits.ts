/** Limits of a store in memory. The RFCs name none here; these are sizes that common servers use. */

/** Characters in the name of a mailbox, parents and delimiters included. */
export const MAILBOX_NAME = 255

/** Parts in the name of a mailbox. */
export const MAILBOX_DEPTH = 32

/** Mailboxes in an account. */
export const MAILBOXES = 5000

/** Subscriptions of an account. */
export const SUBSCRIPTIONS = 5000

/** Different keywords in a mailbox. */
export const KEYWORDS = 200

/** Characters in a keyword. */
export const KEYWORD = 100

/** Expunged UIDs that are remembered with their mod-sequence. */
export const VANISHED = 20_000

/** Octets of a header that are searched for message ids. */
export const THREAD_HEADER = 65_536

/** Ids of other messages by which a message is threaded, the nearest first. */
export const THREAD_IDS = 50

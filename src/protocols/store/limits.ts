/** How much a store in memory takes. The RFCs name no limits here; servers at large have these sizes. */

/** Letters in the name of a mailbox, its parents and delimiters with it. */
export const MAILBOX_NAME = 255

/** Parts in the name of a mailbox. */
export const MAILBOX_DEPTH = 32

/** Mailboxes in an account. */
export const MAILBOXES = 5000

/** Names that one account is subscribed to. */
export const SUBSCRIPTIONS = 5000

/** Different keywords in a mailbox. */
export const KEYWORDS = 200

/** Letters in a keyword. */
export const KEYWORD = 100

/** Expunged UIDs that are remembered with the moment they went. */
export const VANISHED = 20_000

/** Octets of a header that are searched for the ids of its thread. */
export const THREAD_HEADER = 65_536

/** Ids of other messages that a message is threaded by: the last ones are the nearest. */
export const THREAD_IDS = 50

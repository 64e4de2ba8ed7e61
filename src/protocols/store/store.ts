/**
 * A store of mail: accounts, their mailboxes, the messages in them. Every call takes effect at once;
 * the store has no clock, so callers pass dates in. IMAP, POP3 and LMTP share one store.
 */
export interface MailStore {
  /** In the order in which the accounts were opened. */
  readonly logins: readonly string[]
  /** Compared without case. */
  account(login: string): MailAccount | undefined
  /** The account of that login; creates it with an INBOX if the store has none. */
  open(login: string): MailAccount
  /**
   * Calls the listener after every change, once the change is complete.
   * @returns A function that ends the subscription.
   */
  subscribe(listener: (change: StoreChange) => void): () => void
}

/** What a listener receives: where something changed, not what is there now. */
export interface StoreChange {
  readonly login: string
  /** The mailbox that changed; it may be deleted, or have another name by now. */
  readonly mailbox: Mailbox
  readonly kind: 'created' | 'deleted' | 'renamed' | 'appended' | 'expunged' | 'flags'
}

/** Separates the parts of a mailbox name: `Lists/Cooking`. */
export const DELIMITER = '/'

export interface MailAccount {
  readonly login: string
  /** INBOX first, then sorted by name; includes parents that are only names. */
  list(): readonly MailboxEntry[]
  /** A mailbox that can be selected. `inbox` means INBOX in any case. */
  mailbox(name: string): Mailbox | undefined
  /** Missing parents become names that cannot be selected (RFC 9051 §6.3.4). */
  create(name: string, options?: CreateOptions): Result<{ readonly mailbox: Mailbox }>
  /** A mailbox with children stays as a name only, without its messages (RFC 3501 §6.3.4). */
  remove(name: string): Result
  /** Renames the children too. INBOX moves its messages to the new mailbox and stays (RFC 9051 §6.3.6). */
  rename(from: string, to: string): Result
  /** Sorted names; a mailbox of that name need not exist (RFC 9051 §6.3.7). */
  readonly subscriptions: readonly string[]
  setSubscription(name: string, wanted: 'subscribed' | 'unsubscribed'): Result
  readonly usage: QuotaAmount
  /** What the account may hold; an absent field means no limit. */
  readonly limits: QuotaLimits
  setLimits(limits: QuotaLimits): void
  /**
   * Takes the lock that one POP3 session has on INBOX (RFC 1939 §4).
   * @returns A function that releases the lock, or `undefined` if another session has it.
   */
  lockMaildrop(): (() => void) | undefined
}

export interface CreateOptions {
  /** `\Junk`, `\Sent` …; at most one mailbox of an account has each (RFC 6154 §3). */
  readonly specialUse?: SpecialUse
}

/** RFC 6154 §2, without `\All` and `\Flagged`: those are virtual mailboxes, and this store has none. */
export const specialUses = ['\\Archive', '\\Drafts', '\\Junk', '\\Sent', '\\Trash'] as const

export type SpecialUse = (typeof specialUses)[number]

/** A line of LIST. */
export interface MailboxEntry {
  readonly name: string
  /** Absent for a name that only has children: LIST marks it `\Noselect` or `\NonExistent` (RFC 9051 §7.3.1). */
  readonly mailbox?: Mailbox
  readonly specialUse?: SpecialUse
  readonly children: 'some' | 'none'
  readonly subscribed: boolean
}

export interface QuotaAmount {
  /** Octets of all messages in all mailboxes. */
  readonly storage: number
  readonly messages: number
}

export type QuotaLimits = Partial<QuotaAmount>

/** A mailbox, live: its fields change as it changes. A session that needs a view copies what it needs. */
export interface Mailbox {
  readonly name: string
  readonly specialUse?: SpecialUse
  /** Stays when the name changes (RFC 8474 §4). */
  readonly mailboxId: string
  readonly uidValidity: number
  readonly uidNext: number
  /** At least 1 (RFC 7162 §3.1.2.1). Rises with every change, expunges included. */
  readonly highestModSeq: number
  /** By rising UID. The array changes with the mailbox; a message in it is a value and does not. */
  readonly messages: readonly StoredMail[]
  /** Keywords that some message here has or had, in their first spelling. */
  readonly keywords: readonly string[]
  /** False once the mailbox is deleted: a session that has it selected finds no messages in it. */
  readonly alive: boolean
  find(uid: number): StoredMail | undefined
  /** Appends all messages in order, or none (RFC 3502). @returns Their UIDs. */
  append(messages: readonly NewMail[]): Result<{ readonly uids: readonly number[] }>
  /** Copies flags, dates and ids too. Skips UIDs without a message. */
  copy(uids: readonly number[], to: Mailbox): Result<{ readonly copied: readonly UidPair[] }>
  /** Like `copy`, and removes the messages here in the same step (RFC 6851 §3.3). */
  move(uids: readonly number[], to: Mailbox): Result<{ readonly copied: readonly UidPair[] }>
  store(uids: readonly number[], change: FlagChange): Result<FlagsStored>
  /** Removes the messages, whatever their flags. @returns UIDs that had a message, rising. */
  expunge(uids: readonly number[]): readonly number[]
  /** UIDs expunged after that mod-sequence, rising (RFC 7162 §3.2.6); may include earlier ones. */
  vanishedSince(modSeq: number): readonly number[]
  /** The first UID that no session has seen as `\Recent` yet (RFC 3501 §2.3.2). */
  readonly recentFrom: number
  /** Returns `recentFrom`, and marks all messages as seen by a session. */
  claimRecent(): number
}

/** A message in a mailbox. A value: a change of flags replaces it. */
export interface StoredMail {
  readonly uid: number
  readonly modSeq: number
  /** System flags in the RFC's spelling (`\Seen`), then keywords. */
  readonly flags: readonly string[]
  /** Milliseconds since 1970, UTC. */
  readonly internalDate: number
  /** The time zone in which the date was given, in minutes east of UTC; absent for UTC. */
  readonly zone?: number
  /** The same array object for the message and all its copies, so that it can key a cache. */
  readonly bytes: Uint8Array
  /** Stays the same when the message is copied or moved (RFC 8474 §5.1). */
  readonly emailId: string
  /** Shared by a message and the replies to it (RFC 8474 §5.2). */
  readonly threadId: string
}

export interface NewMail {
  readonly bytes: Uint8Array
  /** Milliseconds since 1970, UTC. */
  readonly internalDate: number
  /** Minutes east of UTC; 0 by default. */
  readonly zone?: number
  readonly flags?: readonly string[]
}

export interface UidPair {
  readonly from: number
  readonly to: number
}

export interface FlagChange {
  readonly mode: 'set' | 'add' | 'remove'
  readonly flags: readonly string[]
  /** Messages with a higher mod-sequence stay as they are (RFC 7162 §3.1.3). */
  readonly unchangedSince?: number
}

export interface FlagsStored {
  /** UIDs whose flags changed, rising. */
  readonly changed: readonly number[]
  /** UIDs left as they are because of `unchangedSince`, rising. */
  readonly modified: readonly number[]
}

export type Result<Found = unknown> =
  (Found & { readonly ok: true }) | { readonly ok: false; readonly reason: StoreRefusal }

/** Why a store refuses; each protocol has its own response for it (RFC 5530 §3). */
export type StoreRefusal =
  /** No mailbox of that name. */
  | 'nonexistent'
  | 'already-exists'
  /** Another mailbox has that special use (RFC 6154 §3, `[USEATTR]`). */
  | 'use-taken'
  /** INBOX is never deleted (RFC 9051 §6.3.5). */
  | 'inbox-stays'
  /** A name that is no mailbox and has children (RFC 3501 §6.3.4). */
  | 'has-children'
  /** A mailbox cannot be renamed into itself. */
  | 'into-itself'
  /** Empty, with an empty part, with control characters, or too long. */
  | 'bad-name'
  | 'over-quota'
  /** More keywords or mailboxes than the store keeps. */
  | 'limit'

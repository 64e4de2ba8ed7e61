/**
 * A store of mail: accounts, their mailboxes, the messages in them. Everything happens at once and
 * in order; whoever changes something says what time it is. IMAP, POP3 and LMTP share one.
 */
export interface MailStore {
  /** In the order they were opened. */
  readonly logins: readonly string[]
  /** Compared without case. */
  account(login: string): MailAccount | undefined
  /** The account of that login; made, with an INBOX, if it is not there yet. */
  open(login: string): MailAccount
  /**
   * Calls after every change, when all of it is done.
   * @returns A function that ends the subscription.
   */
  subscribe(listener: (change: StoreChange) => void): () => void
}

/** What a listener is told: where to look, not what to find there. */
export interface StoreChange {
  readonly login: string
  /** The mailbox that it happened to; it may be gone, or have another name now. */
  readonly mailbox: Mailbox
  readonly kind: 'created' | 'deleted' | 'renamed' | 'appended' | 'expunged' | 'flags'
}

/** Parts the names of mailboxes: `Lists/Cooking`. */
export const DELIMITER = '/'

export interface MailAccount {
  readonly login: string
  /** INBOX first, then by name; with the parents that are only names. */
  list(): readonly MailboxEntry[]
  /** A mailbox that can be selected. `inbox` in any case is INBOX. */
  mailbox(name: string): Mailbox | undefined
  /** Parents that are missing become names that cannot be selected (RFC 9051 §6.3.4). */
  create(name: string, options?: CreateOptions): Result<{ readonly mailbox: Mailbox }>
  /** With children it stays as a name only, without its messages (RFC 3501 §6.3.4). */
  remove(name: string): Result
  /** Takes the children along. INBOX gives its messages to the new mailbox and stays (RFC 9051 §6.3.6). */
  rename(from: string, to: string): Result
  /** Names, whether they exist or not (RFC 9051 §6.3.7), sorted. */
  readonly subscriptions: readonly string[]
  setSubscription(name: string, wanted: 'subscribed' | 'unsubscribed'): Result
  readonly usage: QuotaAmount
  /** What the account may hold; a field that is absent has no limit. */
  readonly limits: QuotaLimits
  setLimits(limits: QuotaLimits): void
  /**
   * Takes the lock that one POP3 session has on INBOX (RFC 1939 §4).
   * @returns A function that gives it back, or `undefined` if another session has it.
   */
  lockMaildrop(): (() => void) | undefined
}

export interface CreateOptions {
  /** `\Junk`, `\Sent` …; one mailbox of an account has each (RFC 6154 §3). */
  readonly specialUse?: SpecialUse
}

/** RFC 6154 §2; `\All` and `\Flagged` are views, and this store has none. */
export const specialUses = ['\\Archive', '\\Drafts', '\\Junk', '\\Sent', '\\Trash'] as const

export type SpecialUse = (typeof specialUses)[number]

/** A line of LIST. */
export interface MailboxEntry {
  readonly name: string
  /** Absent for a name that only has children: `\Noselect`, `\NonExistent` (RFC 9051 §7.3.1). */
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

/** A mailbox as it is now: its fields change with it. Keep what you need to keep a view. */
export interface Mailbox {
  readonly name: string
  readonly specialUse?: SpecialUse
  /** Stays when the name changes (RFC 8474 §4). */
  readonly mailboxId: string
  readonly uidValidity: number
  readonly uidNext: number
  /** At least 1 (RFC 7162 §3.1.2.1). Rises with every change, also by what is expunged. */
  readonly highestModSeq: number
  /** By rising UID. The array changes with the mailbox; a message in it never does. */
  readonly messages: readonly StoredMail[]
  /** Keywords that some message here has or had, as they were first written. */
  readonly keywords: readonly string[]
  /** False once it was deleted: a session that has it selected finds no more in it. */
  readonly alive: boolean
  find(uid: number): StoredMail | undefined
  /** All or none, in order (RFC 3502). @returns Their UIDs. */
  append(messages: readonly NewMail[]): Result<{ readonly uids: readonly number[] }>
  /** Flags, dates and ids go along. UIDs that are not there are passed over. */
  copy(uids: readonly number[], to: Mailbox): Result<{ readonly copied: readonly UidPair[] }>
  /** Like `copy`; they leave this mailbox in the same moment (RFC 6851 §3.3). */
  move(uids: readonly number[], to: Mailbox): Result<{ readonly copied: readonly UidPair[] }>
  store(uids: readonly number[], change: FlagChange): Result<FlagsStored>
  /** Removes them, whatever their flags. @returns Those that were there, rising. */
  expunge(uids: readonly number[]): readonly number[]
  /** UIDs of what was expunged after that moment, rising (RFC 7162 §3.2.6); maybe a few more. */
  vanishedSince(modSeq: number): readonly number[]
  /** The UID from which on nobody has been told that messages are `\Recent` (RFC 3501 §2.3.2). */
  readonly recentFrom: number
  /** Gives `recentFrom`; from now on somebody has been told. */
  claimRecent(): number
}

/** A message in a mailbox. A value: a change of flags puts another in its place. */
export interface StoredMail {
  readonly uid: number
  readonly modSeq: number
  /** System flags as the RFC writes them (`\Seen`), then keywords. */
  readonly flags: readonly string[]
  /** Milliseconds since 1970, UTC. */
  readonly internalDate: number
  /** Minutes east of Greenwich: the zone that the date was told in; UTC if absent. */
  readonly zone?: number
  /** The same array for as long as the message and its copies live: a key for what was read from it. */
  readonly bytes: Uint8Array
  /** Same octets, same id, where the message was copied or moved (RFC 8474 §5.1). */
  readonly emailId: string
  /** Shared by a message and its answers (RFC 8474 §5.2). */
  readonly threadId: string
}

export interface NewMail {
  readonly bytes: Uint8Array
  /** Milliseconds since 1970, UTC. */
  readonly internalDate: number
  /** Minutes east of Greenwich; UTC by default. */
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
  /** Messages that changed after this moment are left as they are (RFC 7162 §3.1.3). */
  readonly unchangedSince?: number
}

export interface FlagsStored {
  /** UIDs whose flags are other ones now, rising. */
  readonly changed: readonly number[]
  /** UIDs that `unchangedSince` kept as they are, rising. */
  readonly modified: readonly number[]
}

export type Result<Found = unknown> =
  (Found & { readonly ok: true }) | { readonly ok: false; readonly reason: StoreRefusal }

/** Why a store does not do it; each protocol has its own word for it (RFC 5530 §3). */
export type StoreRefusal =
  /** No mailbox of that name. */
  | 'nonexistent'
  | 'already-exists'
  /** Another mailbox has that special use (RFC 6154 §3, `[USEATTR]`). */
  | 'use-taken'
  /** INBOX is never deleted (RFC 9051 §6.3.5). */
  | 'inbox-stays'
  /** Only a name, and it has children (RFC 3501 §6.3.4). */
  | 'has-children'
  /** A mailbox cannot move into itself. */
  | 'into-itself'
  /** Empty, with an empty part, with control characters, or too long. */
  | 'bad-name'
  | 'over-quota'
  /** More keywords or mailboxes than the store keeps. */
  | 'limit'

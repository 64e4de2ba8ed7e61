import type { Mailbox, StoredMail } from '../../store/store.ts'

/**
 * The mailbox as its client knows it. Message numbers are positions in `uids`; they change only with a
 * report to the client (RFC 9051 §2.3.1.2), whatever other sessions do to the mailbox meanwhile.
 */
export interface View {
  readonly mailbox: Mailbox
  readonly access: Access
  /** Rising. The first has the number 1. */
  readonly uids: readonly number[]
  /** Messages that are `\Recent` in this session (RFC 3501 §2.3.2). */
  readonly recent: ReadonlySet<number>
  /** The mod-sequence up to which flags and new messages are reported. */
  readonly changesReported: number
  /** The mod-sequence up to which expunges are reported. */
  readonly expungesReported: number
  /** Keywords that the client knows. */
  readonly keywords: readonly string[]
  /** UIDs that the last SEARCH with SAVE found (RFC 5182 §2), once it is over; some may be gone. */
  readonly saved: () => readonly number[]
}

export type Access = 'read-write' | 'read-only'

/** A view of the mailbox as it is now. */
export function openView(mailbox: Mailbox, access: Access): View {
  const uids = mailbox.messages.map(({ uid }) => uid)
  // EXAMINE leaves \Recent to other sessions (RFC 3501 §6.3.2).
  const recentFrom = access === 'read-write' ? mailbox.claimRecent() : mailbox.recentFrom
  return {
    mailbox,
    access,
    uids,
    recent: new Set(uids.filter((uid) => uid >= recentFrom)),
    changesReported: mailbox.highestModSeq,
    expungesReported: mailbox.highestModSeq,
    keywords: mailbox.keywords,
    saved: () => [],
  }
}

/** The message's number, from 1; 0 if the view does not have it. */
export function numberOf({ uids }: View, uid: number): number {
  let [low, high] = [0, uids.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = uids[middle]!
    if (found === uid) return middle + 1
    if (found < uid) low = middle + 1
    else high = middle - 1
  }
  return 0
}

/** A message with its number in the view. */
export interface Numbered {
  readonly number: number
  readonly mail: StoredMail
}

/** The messages of the view that still exist, in order. */
export function messagesOf(view: View): Numbered[] {
  const { messages } = view.mailbox
  const found: Numbered[] = []
  let at = 0
  for (const [index, uid] of view.uids.entries()) {
    while (at < messages.length && messages[at]!.uid < uid) at++
    const mail = messages[at]
    if (mail?.uid === uid) found.push({ number: index + 1, mail })
  }
  return found
}

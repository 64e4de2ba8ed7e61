import { fromLatin1, latin1 } from '../core/bytes.ts'
import type { Folder, Mailbox } from './mailboxes.ts'

/** A mailbox as it was when somebody asked, with the newest messages of each folder. */
export interface MailboxSnapshot extends Pick<Mailbox, 'address'> {
  readonly folders: readonly FolderSnapshot[]
}

export interface FolderSnapshot extends Folder {
  /** How many messages the folder holds; `messages` has the last of them. */
  readonly count: number
}

/** How much of a mailbox a snapshot has. */
export interface SnapshotLimits {
  /** Messages of a folder. */
  readonly messages: number
  /** Octets of all messages of a mailbox, the newest of each folder apart. */
  readonly octets: number
}

/** Mailboxes as JSON. Octets are text of one character an octet. */
export const writeMailboxes = (mailboxes: readonly Mailbox[], limits: SnapshotLimits): string =>
  JSON.stringify(
    mailboxes.map((mailbox) => snapshotOf(mailbox, limits)),
    (_, value: unknown) => (value instanceof Uint8Array ? fromLatin1(value) : value),
  )

/** Reads what `writeMailboxes` wrote. @returns Nothing where it is something else. Never throws. */
export function readMailboxes(text: string): readonly MailboxSnapshot[] {
  try {
    const read: unknown = JSON.parse(text, (key, value: unknown) =>
      key === 'bytes' && typeof value === 'string' ? latin1(value) : value,
    )
    return Array.isArray(read) ? (read as MailboxSnapshot[]) : []
  } catch {
    return []
  }
}

/** A mailbox as it is now, within the limits. */
export function snapshotOf({ address, folders }: Mailbox, limits: SnapshotLimits): MailboxSnapshot {
  let octets = 0
  return {
    address,
    folders: folders.map((folder) => {
      const newest = folder.messages.slice(-limits.messages).toReversed()
      const fitting = newest.filter(({ bytes }, at) => {
        octets += bytes.length
        return at === 0 || octets <= limits.octets
      })
      return { ...folder, count: folder.messages.length, messages: fitting.toReversed() }
    }),
  }
}

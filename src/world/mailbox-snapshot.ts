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

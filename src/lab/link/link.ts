import type { LabInput } from '../lab.ts'
import type { OwnWorld } from '../own-world/own-world.ts'

/** Work on a lesson or in a world of the sandbox, as a link carries it. */
export interface LinkedWork {
  readonly v: 1
  readonly slug: string
  /** Of the lesson that it was done in. */
  readonly edition: number
  /** The variant that is played; the lesson itself if absent. */
  readonly variant?: string
  /** The step that is shown; the first that is open if absent. */
  readonly step?: string
  /** The number of the terminal that is in front, where that is not the first. */
  readonly terminal?: number
  /** The sandbox's world, where it was changed. */
  readonly world?: OwnWorld
  readonly journal: readonly LabInput[]
}

/** What was pasted to be checked, as a link carries it. */
export interface LinkedCheck {
  readonly v: 1
  /** The page, or the widget, that reads the texts; `check` if absent. */
  readonly tool?: 'reports' | 'transcript'
  readonly texts: readonly LinkedText[]
  /** Who would send: an address and MAIL FROM, for SPF. */
  readonly sender?: LinkedSender
}

export interface LinkedSender {
  readonly ip: string
  readonly mailFrom: string
}

/** A text that is checked. */
export interface LinkedText {
  /** A zone's origin or a file's name; may be empty. */
  readonly name: string
  readonly text: string
  /** Each character of the text is an octet: it came from a file that is no UTF-8. */
  readonly octets?: true
  /** One of two copies of a message that are compared. */
  readonly copy?: 'sent' | 'arrived'
}

export type Linked = LinkedWork | LinkedCheck

/** What a link may hold. Limits of ours. */
export const linkLimits = {
  /** Characters of a link that is offered: what every browser and most chats take. */
  offered: 32 * 1024,
  /** Characters of a fragment that is read. */
  read: 512 * 1024,
  /** Octets that are packed in it. */
  unpacked: 1024 * 1024,
  inputs: 5000,
  texts: 20,
}

/** What stands before the code in a fragment. */
export const LINK_MARK = 's='

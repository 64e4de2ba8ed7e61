import type { LabInput } from '../lab.ts'

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
  readonly journal: readonly LabInput[]
}

/** What was pasted to be checked, as a link carries it. */
export interface LinkedCheck {
  readonly v: 1
  /** The page that reads the texts; `check` if absent. */
  readonly tool?: 'reports'
  readonly texts: readonly LinkedText[]
}

/** A text that is checked. */
export interface LinkedText {
  /** A zone's origin or a file's name; may be empty. */
  readonly name: string
  readonly text: string
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

import { defaultSettings, type DeviceSettings } from './settings.ts'
import type { DeviceSpec } from '../spec/devices.ts'
import type { MailSpec } from '../spec.ts'

/** What a device has and shows: plain data, which changes only by what is done with it. */
export interface DeviceState {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly host: string
  /** Where it reads, and where it hands in what it sends. */
  readonly server: string
  readonly submits: string
  readonly online: boolean
  readonly settings: DeviceSettings
  /** INBOX first, then by name. */
  readonly folders: readonly DeviceFolder[]
  /** What is still to be sent, the oldest first. */
  readonly outbox: readonly OutboxMessage[]
  /** What was done without a network, still to be done on the server. */
  readonly pending: readonly Pending[]
  /** By POP3: all that was ever fetched, by its UIDL name. */
  readonly known: readonly Known[]
  /** The last time that it asked for mail. */
  readonly last?: LastFetch
}

export interface DeviceFolder {
  readonly name: string
  /** The UIDVALIDITY of the server’s folder; absent where the folder is on the device alone. */
  readonly validity?: string
  /** Oldest first. */
  readonly messages: readonly DeviceMessage[]
}

export interface DeviceMessage {
  /** A name that it keeps on this device, whatever its place. */
  readonly key: string
  /** On the server, if it is known there by IMAP. */
  readonly uid?: number
  readonly from: string
  readonly to: string
  readonly subject: string
  /** When the device got it, in milliseconds. */
  readonly at: number
  /** The text that a reader sees, its first part. */
  readonly text: string
  readonly seen: boolean
  readonly bytes: Uint8Array
}

export interface OutboxMessage {
  readonly key: string
  readonly to: readonly string[]
  readonly subject: string
  readonly bytes: Uint8Array
  /** The reports that its sender asks for (RFC 3461 §4). */
  readonly report?: NonNullable<MailSpec['report']>
  readonly since: number
  readonly tries: number
  /** In milliseconds; absent where it waits for somebody to send it. */
  readonly nextTry?: number
  /** Why it is still here; absent before the first try. */
  readonly reason?: string
}

/** Something to be done with a message of the server’s folder. */
export type Pending = { readonly folder: string; readonly uid: number } & (
  { readonly does: 'seen' } | { readonly does: 'move'; readonly to: string }
)

export interface Known {
  readonly id: string
  /** When it was fetched, in milliseconds. */
  readonly at: number
  readonly subject: string
}

export interface LastFetch {
  readonly at: number
  /** Messages that were new; absent where it failed. */
  readonly count?: number
  /** Why it failed, in a sentence. */
  readonly reason?: string
}

export const INBOX = 'INBOX'
export const SENT = 'Sent'
export const TRASH = 'Trash'

export const newDevice = (spec: DeviceSpec): DeviceState => ({
  ...{ id: spec.id, name: spec.name, owner: spec.owner, host: spec.host, server: spec.server },
  submits: spec.submission?.server ?? spec.server,
  online: !spec.offline?.some(({ from }) => from === 0),
  settings: { ...defaultSettings, ...spec.settings },
  folders: [{ name: INBOX, messages: [] }],
  outbox: [],
  pending: [],
  known: [],
})

export const folderNamed = (
  { folders }: Pick<DeviceState, 'folders'>,
  name: string,
): DeviceFolder | undefined =>
  folders.find((folder) => folder.name === name || (isInbox(folder.name) && isInbox(name)))

/** INBOX in any case is INBOX (RFC 9051 §5.1). */
const isInbox = (name: string): boolean => name.toUpperCase() === INBOX

/** The folders with one in the place of that of its name, in their order. */
export const withFolder = (
  folders: readonly DeviceFolder[],
  folder: DeviceFolder,
): readonly DeviceFolder[] =>
  [...folders.filter(({ name }) => name !== folder.name), folder].toSorted(inOrder)

const inOrder = (a: DeviceFolder, b: DeviceFolder): number =>
  Number(b.name === INBOX) - Number(a.name === INBOX) || (a.name < b.name ? -1 : 1)

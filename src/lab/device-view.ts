import { parseAddresses } from '../message/addresses.ts'
import type { DeviceMessage, DeviceState, OutboxMessage } from '../world/devices/state.ts'
import type { World } from '../world/world.ts'

/** A device as views show it: what it has, without the octets. */
export interface DeviceView extends Omit<DeviceState, 'folders' | 'outbox' | 'pending' | 'known'> {
  /** INBOX first, then by name. */
  readonly folders: readonly DeviceFolderView[]
  readonly outbox: readonly Omit<OutboxMessage, 'bytes'>[]
  /** Things done without a network that the server does not know of yet. */
  readonly pending: number
}

export interface DeviceFolderView {
  readonly name: string
  /** Whether the server has it too. */
  readonly where: 'server' | 'device'
  readonly count: number
  readonly unread: number
  /** The newest, the oldest of them first. */
  readonly messages: readonly DeviceMessageView[]
}

export interface DeviceMessageView extends Omit<DeviceMessage, 'bytes' | 'uid'> {
  /** The name before the address of `From`, as lists show it; the address where there is none. */
  readonly author: string
  /** Its place in the folder, from 1: by which acts name it. */
  readonly number: number
}

/** Messages of a folder that are shown. */
const SHOWN = 50

function authorOf(from: string): string {
  const [first] = parseAddresses(from).mailboxes
  return first?.name ?? first?.address ?? from
}

export const shownDevices = ({ devices }: Pick<World, 'devices'>): DeviceView[] =>
  devices.map(({ folders, outbox, pending, known: _, ...rest }) => ({
    ...rest,
    pending: pending.length,
    outbox: outbox.map(({ bytes: _octets, ...message }) => message),
    folders: folders.map(({ name, validity, messages }) => ({
      ...{ name, where: validity === undefined ? 'device' : 'server', count: messages.length },
      unread: messages.filter(({ seen }) => !seen).length,
      messages: messages
        .map(({ bytes: _octets, uid: _uid, ...message }, at) => ({
          ...message,
          author: authorOf(message.from),
          number: at + 1,
        }))
        .slice(-SHOWN),
    })),
  }))

import {
  create,
  examine,
  fetch,
  list,
  move,
  select,
  store,
} from '../../protocols/imap/client/commands.ts'
import type { FetchedMessage, ServerData } from '../../protocols/imap/client/data/data.ts'
import type { Device } from './device.ts'
import type { Replied, Script } from './imap-visit.ts'
import { readMessage } from './read-message.ts'
import { folderNamed, INBOX, withFolder, type DeviceFolder, type DeviceMessage } from './state.ts'

/** What a session found: the folders as they are now. */
export interface Synced {
  /** Messages that are new on the device. */
  readonly count: number
  /** What is no longer in the server’s folder, and was not moved from here. */
  readonly vanished: readonly { readonly folder: string; readonly subject: string }[]
}

/** Does on the server what was done offline, then fetches every folder that the settings name. */
export function* syncFolders(device: Device): Script<Synced> {
  yield* doPending(device)
  const names = device.state.settings.folders === 'inbox' ? [INBOX] : yield* namesOfFolders()
  const found = { count: 0, vanished: [] as Synced['vanished'][number][] }
  for (const name of names) {
    const before = folderNamed(device.state, name)
    const folder = yield* syncFolder(device, name, before)
    if (!folder) continue
    const kept = new Set(folder.messages.map(({ key }) => key))
    const had = new Set(before?.messages.map(({ key }) => key))
    found.count += folder.messages.filter(({ key }) => !had.has(key)).length
    for (const { key, subject } of before?.messages ?? [])
      if (!kept.has(key)) found.vanished.push({ folder: name, subject })
    device.change({ folders: withFolder(device.state.folders, folder) })
  }
  return found
}

/** Does what waits for the server. What it refuses is over too: the next fetch shows how it stands. */
export function* doPending(device: Device): Script<void> {
  for (const task of device.state.pending) {
    const opened = yield select(task.folder)
    const set = String(task.uid)
    if (opened.status === 'OK' && task.does === 'seen')
      yield store(set, '+FLAGS', ['\\Seen'], 'uid')
    if (opened.status === 'OK' && task.does === 'move') {
      const moved = yield move(set, task.to, 'uid')
      if (moved.code?.name === 'TRYCREATE') {
        yield create(task.to)
        yield move(set, task.to, 'uid')
      }
    }
    device.change({ pending: device.state.pending.filter((one) => one !== task) })
  }
}

function* namesOfFolders(): Script<string[]> {
  const { data } = yield list('*')
  return data.flatMap((one) =>
    one.type === 'list' && !one.attributes.some((name) => /^\\no(?:select|nexistent)$/i.test(name))
      ? [one.name]
      : [],
  )
}

function* syncFolder(
  device: Device,
  name: string,
  before: DeviceFolder | undefined,
): Script<DeviceFolder | undefined> {
  const marks = device.state.settings.marks === 'fetching'
  const opened = yield marks ? select(name) : examine(name)
  if (opened.status !== 'OK') return undefined
  const validity = validityOf(opened)
  const count =
    opened.data.flatMap((one) => (one.type === 'exists' ? [one.number] : [])).at(-1) ?? 0
  if (!count) return { name, validity, messages: [] }
  const listed = fetchedIn((yield fetch('1:*', ['UID', 'FLAGS'])).data)
  const known = new Map(
    (before?.validity === validity ? before.messages : []).map((one) => [one.uid, one]),
  )
  const missing = listed.filter(({ uid }) => !known.has(uid)).flatMap(({ uid }) => uid ?? [])
  const bodies = new Map<number | undefined, Uint8Array>()
  if (missing.length) {
    const item = marks ? 'BODY[]' : 'BODY.PEEK[]'
    const { data } = yield fetch(missing.join(','), ['UID', item], 'uid')
    for (const { uid, sections } of fetchedIn(data)) {
      const bytes = sections.get('BODY[]')
      if (bytes) bodies.set(uid, bytes)
    }
  }
  const messages = listed.flatMap((one): DeviceMessage[] => {
    const { uid } = one
    const seen = hasFlag(one, '\\Seen') || (marks && bodies.has(uid))
    const old = known.get(uid)
    if (old) return [old.seen === seen ? old : { ...old, seen }]
    const bytes = bodies.get(uid)
    if (uid === undefined || !bytes) return []
    const key = `${name}/${validity}/${uid}`
    return [{ key, uid, at: device.net.clock.now(), seen, ...readMessage(bytes) }]
  })
  return { name, validity, messages }
}

/** UIDs are names of messages only together with it (RFC 9051 §2.3.1.1). */
const validityOf = ({ data }: Replied): string =>
  data.flatMap((one) =>
    one.type === 'status' && one.code?.name === 'UIDVALIDITY' ? [one.code.argument] : [],
  )[0] ?? ''

const fetchedIn = (data: readonly ServerData[]): FetchedMessage[] =>
  data.flatMap((one) => (one.type === 'fetch' && one.uid !== undefined ? [one] : []))

const hasFlag = ({ flags = [] }: FetchedMessage, flag: string): boolean =>
  flags.some((one) => one.toLowerCase() === flag.toLowerCase())

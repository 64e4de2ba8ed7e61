import type { DeviceAct } from '../spec/devices.ts'
import type { Device } from './device.ts'
import { fetchByPop3 } from './fetch-pop3.ts'
import { visitImap } from './imap-visit.ts'
import { sendOutbox } from './send-outbox.ts'
import { readSettings } from './settings.ts'
import { folderNamed, INBOX, TRASH, withFolder, type DeviceMessage, type Pending } from './state.ts'
import { doPending, syncFolders } from './sync-imap.ts'
import { reply, write, writePlanned } from './write.ts'

export { sendOutbox }

/** Does with a device what somebody does; an act that names nothing that is there changes nothing. */
export async function useDevice(device: Device, act: DeviceAct): Promise<void> {
  await device.net.quiet()
  switch (act.does) {
    case 'fetch':
      return fetchMail(device)
    case 'send':
      return sendOutbox(device, () => true)
    case 'offline':
    case 'online':
      return setOnline(device, act.does === 'online')
    case 'read':
      return readOne(device, act)
    case 'delete':
      return removeOne(device, act)
    case 'file':
      return fileOne(device, act, act.to)
    case 'reply':
      return replyToOne(device, act, act.text)
    case 'write':
      return write(device, act)
    case 'write-mail':
      return writePlanned(device, act.mail)
    case 'set':
      return set(device, act.settings)
  }
}

/** Asks the server for what is new. */
export async function fetchMail(device: Device): Promise<void> {
  const { net } = device
  device.setPoll(net.clock.now())
  if (!device.state.online) return failFetch(device, 'There is no network.')
  if (device.state.settings.reads === 'pop3') await fetchByPop3(device)
  else await fetchByImap(device)
  await net.quiet()
}

async function fetchByImap(device: Device): Promise<void> {
  const visit = await visitImap(device, () => syncFolders(device))
  await device.net.quiet()
  if (!visit.ok) return failFetch(device, visit.reason)
  const { connection } = visit
  const { count, vanished } = visit.result
  device.change({ last: { at: device.net.clock.now(), count } })
  if (count) device.emit({ does: 'fetched', by: 'imap', count, connection })
  for (const one of vanished) device.emit({ does: 'vanished', ...one, connection })
}

function failFetch(device: Device, reason: string): void {
  device.change({ last: { at: device.net.clock.now(), reason } })
  device.emit({ does: 'failed', what: 'fetch', reason })
}

async function setOnline(device: Device, online: boolean): Promise<void> {
  if (device.state.online === online) return
  device.change({ online })
  device.emit({ does: online ? 'online' : 'offline' })
  if (!online) return
  await sendOutbox(device, ({ nextTry }) => nextTry !== undefined)
  if (device.state.settings.every) await fetchMail(device)
  else await doNow(device)
}

interface Place {
  readonly message: number
  readonly folder?: string
}

function find(device: Device, { message, folder = INBOX }: Place) {
  const found = folderNamed(device.state, String(folder))
  const one = found?.messages[message - 1]
  return found && one ? { folder: found, one } : undefined
}

async function readOne(device: Device, place: Place): Promise<void> {
  const found = find(device, place)
  if (!found || found.one.seen || device.state.settings.marks === 'never') return
  const { folder, one } = found
  device.change({
    folders: withFolder(device.state.folders, {
      ...folder,
      messages: folder.messages.map((each) => (each === one ? { ...one, seen: true } : each)),
    }),
  })
  device.emit({ does: 'read', folder: folder.name, subject: one.subject })
  await onServer(device, folder.name, one, { does: 'seen' })
}

async function removeOne(device: Device, place: Place): Promise<void> {
  const found = find(device, place)
  if (!found) return
  const { folder, one } = found
  take(device, folder.name, one)
  device.emit({ does: 'removed', folder: folder.name, subject: one.subject })
  if (folder.name !== TRASH) await onServer(device, folder.name, one, { does: 'move', to: TRASH })
}

async function fileOne(device: Device, place: Place, to: string): Promise<void> {
  const found = find(device, place)
  const name = String(to).trim().slice(0, 60)
  if (!found || name === '' || found.folder.name === name) return
  const { folder, one } = found
  const isShared = device.state.settings.reads === 'imap' && one.uid !== undefined
  take(device, folder.name, one)
  device.emit({
    does: 'filed',
    subject: one.subject,
    to: name,
    where: isShared ? 'server' : 'device',
  })
  if (isShared) return onServer(device, folder.name, one, { does: 'move', to: name })
  const target = folderNamed(device.state, name) ?? { name, messages: [] }
  device.change({
    folders: withFolder(device.state.folders, { ...target, messages: [...target.messages, one] }),
  })
}

async function replyToOne(device: Device, place: Place, text: string): Promise<void> {
  const found = find(device, place)
  if (found) await reply(device, found.one.bytes, text)
}

function take(device: Device, name: string, one: DeviceMessage): void {
  const folder = folderNamed(device.state, name)
  if (!folder) return
  const messages = folder.messages.filter(({ key }) => key !== one.key)
  device.change({ folders: withFolder(device.state.folders, { ...folder, messages }) })
}

type Task =
  Pick<Pending & { does: 'seen' }, 'does'> | Pick<Pending & { does: 'move' }, 'does' | 'to'>

/** By IMAP the server gets to know of it, at once or when there is a network. */
async function onServer(device: Device, folder: string, { uid }: DeviceMessage, task: Task) {
  if (device.state.settings.reads !== 'imap' || uid === undefined) return
  device.change({ pending: [...device.state.pending, { folder, uid, ...task }] })
  if (task.does === 'move' && device.state.online) await fetchMail(device)
  else await doNow(device)
}

/** Does on the server what waits, where there is a network. */
async function doNow(device: Device): Promise<void> {
  if (!device.state.online || !device.state.pending.length) return
  await visitImap(device, () => doPending(device))
  await device.net.quiet()
}

function set(device: Device, given: unknown): void {
  const { settings } = device.state
  const read = readSettings(given)
  const changed = Object.entries(read).filter(
    ([name, value]) => settings[name as keyof typeof settings] !== value,
  )
  if (!changed.length) return
  device.change({ settings: { ...settings, ...read } })
  if (read.reads !== undefined && read.reads !== settings.reads) turnOver(device)
  if (read.every !== undefined) device.setPoll(device.net.clock.now())
  for (const [setting, value] of changed) device.emit({ does: 'set', setting, value })
}

/**
 * What was fetched by POP3 stays on the device, beside the server's folders; what IMAP showed is the
 * server's, and goes from view.
 */
function turnOver(device: Device): void {
  const { folders } = device.state
  const own = folders.flatMap(({ name, messages }) =>
    messages.filter(({ uid }) => uid === undefined).map((message) => ({ name, message })),
  )
  const isImap = device.state.settings.reads === 'imap'
  let kept: typeof folders = [{ name: INBOX, messages: [] }]
  for (const { name, message } of own) {
    const local = localName(name, isImap)
    const folder = folderNamed({ folders: kept }, local) ?? { name: local, messages: [] }
    kept = withFolder(kept, { ...folder, messages: [...folder.messages, message] })
  }
  device.change({ folders: kept, pending: [] })
}

const HERE = ' (here)'

function localName(name: string, isImap: boolean): string {
  const plain = name.endsWith(HERE) ? name.slice(0, -HERE.length) : name
  return isImap ? `${plain}${HERE}` : plain
}

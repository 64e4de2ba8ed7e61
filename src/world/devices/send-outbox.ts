import { replyText } from '../../protocols/smtp/wire/reply.ts'
import { append } from '../../protocols/imap/client/commands.ts'
import type { DoneEffect } from '../../protocols/smtp/client/session.ts'
import { deliverOverSmtp, type SmtpResult } from '../outbox/deliver-over-smtp.ts'
import type { QueuedMessage } from '../outbox/queued-message.ts'
import type { HostSpec } from '../spec.ts'
import type { Device } from './device.ts'
import { distrust, lookUpServer } from './held-session.ts'
import { visitImap, type Script } from './imap-visit.ts'
import { readMessage } from './read-message.ts'
import { folderNamed, SENT, withFolder, type OutboxMessage } from './state.ts'

const SUBMISSION_PORT = 587
const RETRY_AFTER = 300

/**
 * Hands in what waits, one message after the other.
 * @param wanted Which of them: all, or those whose time has come.
 */
export async function sendOutbox(device: Device, wanted: (one: OutboxMessage) => boolean) {
  for (const { key } of device.state.outbox.filter(wanted)) {
    const message = device.state.outbox.find((one) => one.key === key)
    if (message) await sendOne(device, message)
  }
}

async function sendOne(device: Device, message: OutboxMessage): Promise<void> {
  const { net, spec, state } = device
  if (!state.online) return wait(device, message, 'There is no network.', 'again')
  const host = net.hosts.named(spec.host)
  const [address] = host ? await lookUpServer(device, state.submits) : []
  if (!host || address === undefined)
    return wait(device, message, `The DNS has no address for \`${state.submits}\`.`, 'again')
  const result = await submit(device, host, message, address)
  // What the server did with it stands in the log before what the device makes of that.
  await net.quiet()
  if (result === undefined || result.kind === 'no-answer')
    return wait(device, message, `\`${state.submits}\` does not answer.`, 'again')
  if (result.kind === 'insecure') return wait(device, message, result.reason, 'on-request')
  await record(device, message, result.end, result.connection)
}

/** @returns `undefined` where the server falls silent. */
function submit(
  device: Device,
  host: HostSpec,
  message: OutboxMessage,
  address: string,
): Promise<SmtpResult | undefined> {
  const { net, spec, state, password = '' } = device
  const { notify, ret, envid } = message.report ?? {}
  const to = message.to.map((one) => ({ address: one, ...(notify && { notify }) }))
  const queued: QueuedMessage = {
    ...{ id: message.key, host, helo: host.name, from: spec.owner, to, bytes: message.bytes },
    parameters: { ...(ret && { ret }), ...(envid !== undefined && { envid }) },
    arrivedAt: message.since,
  }
  const port = spec.submission?.port ?? SUBMISSION_PORT
  const via = { port, login: { name: spec.owner, password } }
  const sent = deliverOverSmtp(net, queued, to, address, via, {
    tls: 'required',
    check: (certificate) => distrust(net, state.submits, certificate),
  })
  return Promise.race([sent, net.quiet().then(() => undefined)])
}

/** What the server took is sent; what it did not take stays. */
async function record(
  device: Device,
  message: OutboxMessage,
  end: DoneEffect,
  connection: number,
): Promise<void> {
  const { subject } = message
  const { submits: server } = device.state
  const rest = message.to.filter((address) => !end.accepted.includes(address))
  if (end.accepted.length)
    device.emit({ does: 'submitted', subject, to: end.accepted, server, connection })
  if (rest.length) {
    const isForGood = end.outcome === 'failed' || end.refused.some(({ code }) => code >= 500)
    wait(
      device,
      { ...message, to: rest },
      reasonOf(end),
      isForGood ? 'on-request' : 'again',
      connection,
    )
  } else drop(device, message)
  if (end.accepted.length) await saveSent(device, message)
}

function reasonOf({ reason, reply, refused }: DoneEffect): string {
  const [first] = refused
  if (first) return `The server answers \`${first.code} ${first.text.split('\n', 1)[0]!}\`.`
  if (reason !== undefined) return `${reason}.`
  return reply
    ? `The server answers \`${reply.code} ${replyText(reply).split('\n', 1)[0]!}\`.`
    : 'It was not sent.'
}

/** @param again Whether the device tries again by itself. */
function wait(
  device: Device,
  message: OutboxMessage,
  reason: string,
  again: 'again' | 'on-request',
  connection?: number,
): void {
  const { nextTry: _, ...kept } = message
  const after = device.spec.submission?.retryAfter ?? RETRY_AFTER
  const later = { ...kept, tries: message.tries + 1, reason }
  const next = again === 'again' ? { nextTry: device.net.clock.now() + after * 1000 } : {}
  replace(device, message, { ...later, ...next })
  // A try that ends as the one before is no news.
  if (message.reason === reason) return
  device.emit({
    ...{ does: 'waits', subject: message.subject, reason, again: again === 'again' },
    ...(connection === undefined ? {} : { connection }),
  })
}

const replace = (device: Device, { key }: OutboxMessage, next: OutboxMessage): void =>
  device.change({ outbox: device.state.outbox.map((one) => (one.key === key ? next : one)) })

const drop = (device: Device, { key }: OutboxMessage): void =>
  device.change({ outbox: device.state.outbox.filter((one) => one.key !== key) })

/** A server of submission keeps no copy: the program puts one where the settings say. */
async function saveSent(device: Device, { subject, bytes }: OutboxMessage): Promise<void> {
  const { reads, sent } = device.state.settings
  if (reads === 'pop3' || sent === 'device') {
    keepHere(device, bytes)
    return device.emit({ does: 'saved', subject, where: 'device' })
  }
  const visit = await visitImap(device, () => appendTo(bytes))
  await device.net.quiet()
  const reason = visit.ok ? visit.result : visit.reason
  if (reason === undefined) return device.emit({ does: 'saved', subject, where: 'server' })
  device.emit({ does: 'failed', what: 'save', reason })
  keepHere(device, bytes)
  device.emit({ does: 'saved', subject, where: 'device' })
}

/** @returns Why the server refuses it. */
function* appendTo(bytes: Uint8Array): Script<string | undefined> {
  const { status, text } = yield append(SENT, bytes, { flags: ['\\Seen'] })
  return status === 'OK' ? undefined : `The server answers \`${status} ${text}\`.`
}

function keepHere(device: Device, bytes: Uint8Array): void {
  const name = `${SENT}${device.state.settings.reads === 'pop3' ? '' : ' (here)'}`
  const folder = folderNamed(device.state, name) ?? { name, messages: [] }
  const message = { key: device.newKey(), at: device.net.clock.now(), seen: true }
  device.change({
    folders: withFolder(device.state.folders, {
      ...folder,
      messages: [...folder.messages, { ...message, ...readMessage(bytes) }],
    }),
  })
}

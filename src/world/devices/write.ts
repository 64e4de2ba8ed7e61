import { replyTo, type Reply } from '../../message/reply.ts'
import type { MailSpec } from '../spec.ts'
import { writeMail } from '../write-mail.ts'
import type { Device } from './device.ts'
import { sendOutbox } from './send-outbox.ts'

const MAX_SUBJECT = 200
const MAX_BODY = 20_000

/** What somebody types into a program. */
interface Typed {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
}

/** Puts what was typed into the outbox, and sends it. */
export async function write(device: Device, { to, subject, text }: Typed): Promise<void> {
  // What comes from a journal may be anything.
  const isWhole =
    Array.isArray(to) && [...to, subject, text].every((one) => typeof one === 'string')
  if (!isWhole || !to.length) return
  const line = [...subject]
    .map((one) => (one < ' ' ? ' ' : one))
    .join('')
    .slice(0, MAX_SUBJECT)
  const headers = [
    ['To', to.join(', ')],
    ['Subject', line],
  ] as const
  await postOwn(device, { to, headers }, text)
}

/** Answers a message where it wants answers; one without any address gets none. */
export async function reply(device: Device, octets: Uint8Array, text: string): Promise<void> {
  const answer = replyTo(octets)
  // What comes from a journal may be anything.
  if (answer && typeof text === 'string') await postOwn(device, answer, text)
}

/** Sends what the owner wrote, under the owner's name. */
async function postOwn(device: Device, { to, headers }: Reply, text: string): Promise<void> {
  const { owner, host } = device.spec
  const { name } = device.net.spec.mailboxes.find(({ address }) => address === owner) ?? {}
  await post(device, {
    ...{ id: 'own', title: '', host, mailFrom: owner, rcptTo: to, intent: 'good' },
    headers: [['From', name === undefined ? owner : `${name} <${owner}>`], ...headers],
    body: text.slice(0, MAX_BODY),
  })
}

/** The same with a mail of the world; an unknown one is none. */
export async function writePlanned(device: Device, id: string): Promise<void> {
  const mail = device.net.spec.mails.find((one) => one.id === id)
  if (mail) await post(device, mail)
}

async function post(device: Device, mail: MailSpec): Promise<void> {
  const { net, spec } = device
  const host = net.hosts.named(spec.host)
  if (!host) return
  const bytes = await writeMail(net, host, mail)
  const subject = mail.headers.find(([name]) => name.toLowerCase() === 'subject')?.[1] ?? ''
  const { rcptTo: to, report } = mail
  const key = device.newKey()
  const waiting = { key, to, subject, bytes, since: net.clock.now(), tries: 0 }
  device.change({
    outbox: [...device.state.outbox, { ...waiting, ...(report && { report }) }],
  })
  device.emit({ does: 'wrote', subject, to, host: host.name, queueId: key })
  await sendOutbox(device, (one) => one.key === key)
}

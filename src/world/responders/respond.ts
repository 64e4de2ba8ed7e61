import { utf8 } from '../../core/bytes.ts'
import { domainOf } from '../../core/domain.ts'
import { randomId } from '../../core/random.ts'
import { parseAddresses } from '../../message/addresses.ts'
import { composeMessage } from '../../message/compose.ts'
import { formatDate } from '../../message/date.ts'
import { encodeWords } from '../../message/encode-words.ts'
import { displayValue, fieldNamed, fieldsNamed } from '../../message/field.ts'
import { parseMessage, type Message } from '../../message/parse.ts'
import { sendOwn } from '../outbox/send-own.ts'
import { remember } from '../../protocols/smtp/policies/memory.ts'
import type { Accepted } from '../receiving/accepted.ts'
import type { VacationSpec } from '../spec.ts'
import { signMessage } from '../write-mail.ts'

const DAY = 24 * 60 * 60_000
const EVERY_DAYS = 7

/** Where a rule of RFC 3834 is, and why it holds a response back. */
interface Objection {
  readonly reason: string
  readonly section: string
}

/**
 * A mailbox answers by machine that its owner is away, unless that would annoy somebody or begin a loop
 * (RFC 3834 §2). The answer goes to the reverse-path, and has none itself (§4).
 */
export async function respond(
  { net, receiver, incoming, receipt, stored }: Accepted,
  mailbox: string,
  vacation: VacationSpec,
): Promise<void> {
  const { host, connection } = receiver
  const { from } = incoming.envelope
  const message = parseMessage(incoming.message)
  const now = net.clock.now()
  const { answered } = net.stateOf(host.name)
  const key = `${mailbox} ${from}`.toLowerCase()
  const against =
    (stored.folder === 'junk'
      ? { reason: 'It lies among the spam.', section: '2' }
      : againstResponse(message, from, mailbox)) ??
    recently(answered.get(key), now, (vacation.every ?? EVERY_DAYS) * DAY)
  net.emit({
    ...{ type: 'decided', host: host.name, connection, queueId: receipt.id, policy: 'vacation' },
    ...{ action: against ? 'noted' : 'answered', subject: from },
    reason: against
      ? `${mailbox} does not answer. ${against.reason}`
      : `${mailbox} answers that its owner is away.`,
    setting: 'mailboxes',
    source: { rfc: 3834, section: against?.section ?? '2' },
  })
  if (against) return
  remember(answered, key, now)
  const bytes = composeAnswer(message, { from, mailbox, vacation, now }, randomId(net.random, 12))
  const signed = await signMessage(net, host, bytes)
  net.inTurn(async () => {
    const reason = 'A responder of this host wrote it.'
    sendOwn(net, host, { to: from, bytes: signed, about: receipt.id, reason, cause: connection })
    return Promise.resolve()
  })
}

/** Why a message gets no answer, whatever came before. */
export function againstResponse(
  message: Message,
  from: string,
  mailbox: string,
): Objection | undefined {
  if (from === '') return { reason: 'The reverse-path is null.', section: '2' }
  const local = from.slice(0, from.lastIndexOf('@')).toLowerCase()
  if (/^(?:owner-.*|.*-(?:request|bounces\+.*)|mailer-daemon|postmaster|no-?reply)$/.test(local))
    return { reason: `\`${from}\` is an address of a machine.`, section: '2' }
  const submitted = fieldNamed(message, 'Auto-Submitted')?.value.trim().toLowerCase() ?? 'no'
  if (!/^no\b/.test(submitted))
    return { reason: 'A machine wrote the message, which says so.', section: '5' }
  const isBulk = /^(?:bulk|list|junk)$/i.test(fieldNamed(message, 'Precedence')?.value.trim() ?? '')
  if (isBulk || message.fields.some(({ lower }) => lower.startsWith('list-')))
    return { reason: 'It came from a list.', section: '2' }
  return isNamed(message, mailbox)
    ? undefined
    : { reason: 'The message does not name the mailbox as a recipient.', section: '2' }
}

const isNamed = (message: Message, mailbox: string): boolean =>
  ['To', 'Cc', 'Bcc', 'Resent-To']
    .flatMap((name) => fieldsNamed(message, name))
    .flatMap(({ value }) => parseAddresses(value).mailboxes)
    .some(({ address }) => address.toLowerCase() === mailbox.toLowerCase())

const recently = (last: number | undefined, now: number, every: number): Objection | undefined =>
  last !== undefined && now - last < every
    ? { reason: 'The same sender had an answer not long ago.', section: '2' }
    : undefined

interface Answer {
  readonly from: string
  readonly mailbox: string
  readonly vacation: VacationSpec
  readonly now: number
}

function composeAnswer(
  message: Message,
  { from, mailbox, vacation, now }: Answer,
  id: string,
): Uint8Array {
  const about = fieldNamed(message, 'Subject')
  const original = fieldNamed(message, 'Message-ID')?.value
  const references = fieldNamed(message, 'References')?.value
  const subject = vacation.subject ?? `Auto: ${about ? displayValue(about) : 'your message'}`
  return composeMessage({
    headers: [
      ['From', mailbox],
      ['To', from],
      ['Subject', encodeWords(subject, 'text', 'Subject: '.length)],
      ['Date', formatDate(now)],
      ['Message-ID', `<${id}@${domainOf(mailbox)}>`],
      ...(original === undefined
        ? []
        : ([
            ['In-Reply-To', original],
            ['References', [references, original].filter(Boolean).join(' ')],
          ] as [string, string][])),
      ['Auto-Submitted', 'auto-replied'],
      ...(utf8(vacation.text).length === vacation.text.length
        ? []
        : ([
            ['MIME-Version', '1.0'],
            ['Content-Type', 'text/plain; charset=utf-8'],
          ] as [string, string][])),
    ],
    body: vacation.text,
  })
}

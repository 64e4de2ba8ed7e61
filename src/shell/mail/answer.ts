import { fromLatin1 } from '../../core/bytes.ts'
import { domainOf } from '../../core/domain.ts'
import { randomId, seededRandom } from '../../core/random.ts'
import { displayValue, fieldNamed } from '../../message/field.ts'
import { readableText } from '../../message/mime/decode.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage, type Message } from '../../message/parse.ts'
import { parseAddresses } from '../../message/addresses.ts'
import type { MailSpec } from '../../world/spec.ts'
import type { CommandContext } from '../command.ts'

/** A message that is being written. */
export interface MailDraft {
  readonly to: readonly string[]
  readonly headers: MailSpec['headers']
  /** What stands below what is typed. */
  readonly quoted: string
}

const valueOf = (message: Message, name: string): string | undefined => {
  const field = fieldNamed(message, name)
  return field && displayValue(field).replace(/\s+/g, ' ').trim()
}

const addressesOf = (message: Message, name: string): string[] =>
  parseAddresses(valueOf(message, name) ?? '').mailboxes.map(({ address }) => address)

const prefixed = (prefix: 'Re' | 'Fwd', subject: string | undefined): string =>
  new RegExp(`^${prefix}:`, 'i').test(subject ?? '')
    ? (subject ?? '')
    : `${prefix}: ${subject ?? ''}`.trimEnd()

/**
 * An answer to who wrote it, or asked for answers elsewhere (RFC 5322 §3.6.2), with the fields that put
 * it into the thread (§3.6.4).
 */
export function replyTo(octets: Uint8Array): MailDraft | undefined {
  const message = parseMessage(octets)
  const wanted = addressesOf(message, 'Reply-To')
  const to = wanted.length ? wanted : addressesOf(message, 'From')
  if (!to.length) return undefined
  const id = valueOf(message, 'Message-ID')
  const before = valueOf(message, 'References') ?? valueOf(message, 'In-Reply-To')
  const thread: MailSpec['headers'] = id
    ? [
        ['In-Reply-To', id],
        ['References', [before, id].filter(Boolean).join(' ')],
      ]
    : []
  return {
    to,
    headers: [
      ['To', to.join(', ')],
      ['Subject', prefixed('Re', valueOf(message, 'Subject'))],
      ...thread,
    ],
    quoted: '',
  }
}

const SHOWN = ['From', 'Date', 'Subject', 'To'] as const

/** The message as text below what is typed. */
export function forwardTo(to: string, octets: Uint8Array): MailDraft {
  const message = parseMessage(octets)
  const fields = SHOWN.flatMap((name) => {
    const value = valueOf(message, name)
    return value === undefined ? [] : [`${name}: ${value}`]
  })
  const text = readableText(message, parseMime(message)) ?? fromLatin1(octets)
  return {
    to: [to],
    headers: [
      ['To', to],
      ['Subject', prefixed('Fwd', valueOf(message, 'Subject'))],
    ],
    quoted: ['', '---------- Forwarded message ----------', ...fields, '', text].join('\n'),
  }
}

export const writeTo = (to: string, subject: string): MailDraft => ({
  to: [to],
  headers: [
    ['To', to],
    ['Subject', subject],
  ],
  quoted: '',
})

/**
 * What the owner of a mailbox sends.
 * @param host The server that their mail is on, which knows them: it sends what they write.
 */
export function mailOf(
  draft: MailDraft,
  { from, host }: { readonly from: string; readonly host: string },
  typed: readonly string[],
  { world }: CommandContext,
): MailSpec {
  const { length } = world.events
  const id = randomId(seededRandom(world.spec.seed * 65_537 + length), 12)
  const body = [...typed, ...(draft.quoted ? [draft.quoted] : [])].join('\n')
  return {
    ...{ id: `mail-${length}`, title: 'Written in mail', host, mailFrom: from },
    ...{ rcptTo: [...draft.to], intent: 'good', body: body.replace(/\n?$/, '\n') },
    headers: [['Message-ID', `<${id}@${domainOf(from)}>`], ['From', from], ...draft.headers],
  }
}

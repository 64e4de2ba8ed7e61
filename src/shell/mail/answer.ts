import { fromLatin1 } from '../../core/bytes.ts'
import { domainOf } from '../../core/domain.ts'
import { randomId, seededRandom } from '../../core/random.ts'
import { readableText } from '../../message/mime/decode.ts'
import { parseMime } from '../../message/mime/tree.ts'
import { parseMessage } from '../../message/parse.ts'
import { prefixed, replyTo as answerTo, valueOf } from '../../message/reply.ts'
import type { MailSpec } from '../../world/spec.ts'
import type { CommandContext } from '../command.ts'

/** A message that is being written. */
export interface MailDraft {
  readonly to: readonly string[]
  readonly headers: MailSpec['headers']
  /** What stands below what is typed. */
  readonly quoted: string
}

/** The same with what is typed by hand: nothing yet. */
export function replyTo(octets: Uint8Array): MailDraft | undefined {
  const reply = answerTo(octets)
  return reply && { ...reply, quoted: '' }
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

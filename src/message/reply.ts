import { displayValue, fieldNamed } from './field.ts'
import { parseAddresses } from './addresses.ts'
import { parseMessage, type Message } from './parse.ts'

/** An answer to a message, without its text. */
export interface Reply {
  readonly to: readonly string[]
  /** `To`, `Subject`, and the fields that put it into the thread. */
  readonly headers: readonly (readonly [name: string, value: string])[]
}

/**
 * An answer to who wrote it, or asked for answers elsewhere (RFC 5322 §3.6.2), with the fields that put
 * it into the thread (§3.6.4).
 * @returns Undefined where neither field has an address.
 */
export function replyTo(octets: Uint8Array): Reply | undefined {
  const message = parseMessage(octets)
  const wanted = addressesOf(message, 'Reply-To')
  const to = wanted.length ? wanted : addressesOf(message, 'From')
  if (!to.length) return undefined
  const id = valueOf(message, 'Message-ID')
  const before = valueOf(message, 'References') ?? valueOf(message, 'In-Reply-To')
  const thread: [string, string][] = id
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
  }
}

/** A field's value in one line. */
export const valueOf = (message: Message, name: string): string | undefined => {
  const field = fieldNamed(message, name)
  return field && displayValue(field).replace(/\s+/g, ' ').trim()
}

/** A subject with what it is an answer or a copy by; not twice. */
export const prefixed = (prefix: 'Re' | 'Fwd', subject: string | undefined): string =>
  new RegExp(`^${prefix}:`, 'i').test(subject ?? '')
    ? (subject ?? '')
    : `${prefix}: ${subject ?? ''}`.trimEnd()

const addressesOf = (message: Message, name: string): string[] =>
  parseAddresses(valueOf(message, name) ?? '').mailboxes.map(({ address }) => address)

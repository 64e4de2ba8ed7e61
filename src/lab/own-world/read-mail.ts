import { asCharacters, fromLatin1, latin1 } from '../../core/bytes.ts'
import { domainOf } from '../../core/domain.ts'
import { parseAddresses } from '../../message/addresses.ts'
import { fieldsNamed, unfold } from '../../message/field.ts'
import { messageSource } from '../../message/message-source.ts'
import { bodyOf, parseMessage, type Message } from '../../message/parse.ts'
import { readHead } from '../views/message-fields.ts'
import type { MailSpec, WorldSpec } from '../../world/spec.ts'
import { ownLimits } from './own-world.ts'

/** A message from a file, as one of the world. */
export type MailRead =
  | {
      readonly ok: true
      /** Its envelope is guessed from its header: who sends it may say otherwise. */
      readonly mail: MailSpec
      /** Sentences: what of it is not as it was. */
      readonly notes: readonly string[]
    }
  | { readonly ok: false; readonly why: string }

/** Written where a message arrives: it travels without them. */
const ARRIVAL = new Set(['return-path', 'delivered-to', 'x-original-to', 'bcc'])

/**
 * Makes a message of the world of an `.eml` file. Never throws.
 * @param id Its id in the world; the message that has it is replaced.
 */
export function readMail(bytes: Uint8Array, id: string, world: WorldSpec): MailRead {
  if (bytes.length > ownLimits.text)
    return {
      ok: false,
      why: `A message here has at most ${ownLimits.text.toLocaleString('en')} octets; this has ${bytes.length.toLocaleString('en')}.`,
    }
  const { text, note } = messageSource(fromLatin1(bytes))
  const message = parseMessage(latin1(text))
  if (message.fields.length === 0)
    return { ok: false, why: 'This has no header: a message begins with fields such as `From: …`.' }
  const from = addressesIn(message, 'Return-Path')[0] ?? addressesIn(message, 'From')[0] ?? ''
  const own = new Set(world.mailboxes.map(({ address }) => address.toLowerCase()))
  const to = ['To', 'Cc', 'Bcc'].flatMap((name) => addressesIn(message, name))
  const here = to.filter((address) => own.has(address.toLowerCase()))
  const rcptTo = [here[0] ?? to[0] ?? world.mailboxes[0]?.address ?? 'postmaster@example.net']
  const host = hostFor(domainOf(from), world)
  if (host === undefined) return { ok: false, why: 'There is no host that could send it.' }
  return {
    ok: true,
    notes: [...(note === undefined ? [] : [note]), ...notesOn(message)],
    mail: {
      ...{ id, title: readHead(message).subject || 'A message from a file', host },
      ...{ mailFrom: from, rcptTo, intent: 'good' },
      headers: message.fields.flatMap(({ name, lower, value }): [string, string][] =>
        ARRIVAL.has(lower) ? [] : [[name, unfold(asCharacters(value)).trim()]],
      ),
      body: asCharacters(message.text.slice(message.bodyStart)).replaceAll('\r\n', '\n'),
    },
  }
}

/** A host that sends for the domain, or the first that sends at all. */
const hostFor = (domain: string, { hosts }: WorldSpec): string | undefined =>
  (
    hosts.find(({ smtp }) => smtp?.domains.includes(domain)) ??
    hosts.find(({ name }) => name.endsWith(`.${domain}`)) ??
    hosts.find(({ smtp }) => smtp) ??
    hosts[0]
  )?.name

const addressesIn = (message: Message, name: string): string[] =>
  fieldsNamed(message, name).flatMap(({ value }) =>
    parseAddresses(asCharacters(value)).mailboxes.flatMap(({ localPart, domain }) => {
      const address = `${localPart}@${domain}`
      return /^[^@\s<>]+@[^@\s<>]+$/.test(address) ? [address] : []
    }),
  )

function notesOn(message: Message): string[] {
  const { fields } = message
  const left = fields.filter(({ lower }) => ARRIVAL.has(lower)).map(({ name }) => `\`${name}\``)
  const isUtf8 = !asCharacters(message.text).includes('\uFFFD')
  const isFolded = fields.some(
    ({ lower, value }) => lower === 'dkim-signature' && /c=simple/i.test(value),
  )
  return [
    ...(left.length ? [`${left.join(', ')}: written where a message arrives, left out.`] : []),
    ...(isUtf8 ? [] : ['It has octets that are no UTF-8: they travel as “�”.']),
    ...(isFolded
      ? ['Its header is folded anew, which a signature with `c=simple` does not bear.']
      : []),
    ...(bodyOf(message).length ? [] : ['It has no body.']),
  ]
}

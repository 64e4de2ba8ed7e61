import { asCharacters, fromUtf8 } from '../../../core/bytes.ts'
import { fieldNamed } from '../../../message/field.ts'
import { bodyOf, parseMessage, type Message } from '../../../message/parse.ts'
import { messagesOf, type Mailbox } from '../../../world/mailboxes.ts'
import { sameMailbox } from '../../command-pattern.ts'
import type { Row } from '../card.ts'

interface Wanted {
  readonly mailbox: string
  readonly field?: string
}

/** The message that a server delivered to a mailbox last. */
export function newestDelivered(mailboxes: readonly Mailbox[], mailbox: string) {
  const found = mailboxes.find((one) => sameMailbox(one.address, mailbox))
  const delivered = found ? messagesOf(found).filter(({ delivery }) => delivery) : []
  return delivered.toSorted((a, b) => a.delivery!.at - b.delivery!.at).at(-1)
}

/** The newest message that a server delivered to a mailbox. */
export function messageRows(mailboxes: readonly Mailbox[], { mailbox, field }: Wanted): Row[] {
  const newest = newestDelivered(mailboxes, mailbox)
  return newest ? rowsOfMessage(newest.bytes, field) : []
}

/**
 * A row for each header field, called by the field's name, and for each line of the body, called
 * `body`.
 * @param field Of this field alone: a row for each part between semicolons, called by its first word, or by
 * its first two where another part begins alike: `spf smtp.mailfrom`.
 */
export function rowsOfMessage(bytes: Uint8Array, field?: string): Row[] {
  const message = parseMessage(bytes)
  if (field !== undefined) return partsOf(message, field)
  const fields = message.fields.map(({ name, value }, at): Row => ({
    ...{ key: `f${at}`, name, text: `${name}: ${asCharacters(value)}` },
  }))
  const lines = fromUtf8(bodyOf(message)).split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return [...fields, ...lines.map((text, at): Row => ({ key: `b${at}`, name: 'body', text }))]
}

function partsOf(message: Message, field: string): Row[] {
  const value = fieldNamed(message, field)?.value ?? ''
  const parts = value.split(';').flatMap((part) => part.trim().replace(/\s+/g, ' ') || [])
  const words = parts.map((text) => text.split(' ').map((word) => /^[\w.-]+/.exec(word)?.[0] ?? ''))
  const isOnlyOne = (first = '') => words.filter(([one]) => one === first).length === 1
  return parts.map((text, at) => {
    const [first = '', second = ''] = words[at] ?? []
    return { key: `p${at}`, text, name: isOnlyOne(first) || !second ? first : `${first} ${second}` }
  })
}

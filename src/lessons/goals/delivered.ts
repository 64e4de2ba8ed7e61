import * as v from 'valibot'
import { bodyOf, parseMessage, type Message } from '../../message/parse.ts'
import { fieldsNamed } from '../../message/field.ts'
import { fromUtf8 } from '../../core/bytes.ts'
import type { StoredMessage } from '../../world/events.ts'
import type { Mailbox } from '../../world/world.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { sameMailbox } from '../exchanges.ts'
import { code } from '../wording.ts'

const entries = {
  mailbox: v.string(),
  /** The reverse-path of the envelope; empty for the null sender. */
  from: v.exactOptional(v.string()),
  /** A recipient of the envelope. */
  to: v.exactOptional(v.string()),
  folder: v.exactOptional(v.picklist(['inbox', 'junk'])),
  /** A header field that stands in it and is not empty; with `value`, exactly that. */
  header: v.exactOptional(v.strictObject({ name: v.string(), value: v.exactOptional(v.string()) })),
  /** Whether there is text under the header. */
  body: v.exactOptional(v.picklist(['some', 'none'])),
  /** A whole line of the body as it is stored, after dots were un-stuffed. */
  line: v.exactOptional(v.string()),
}

type Wanted = ParamsOf<typeof entries>

export const delivered = defineCondition({
  kind: 'delivered',
  about: 'One message in a mailbox has all the facts that are named.',
  entries: () => entries,
  check(wanted, { world }) {
    const mailbox = world.mailboxes.find(({ address }) => sameMailbox(address, wanted.mailbox))
    const messages = mailbox?.messages ?? []
    const newest = messages.at(-1)
    if (!newest) return notYet(`${ownerOf(mailbox, wanted)} mailbox is still empty.`)
    const findings = messages.map((message) => firstMissing(wanted, message))
    if (findings.includes(undefined)) return met
    return notYet(`In ${ownerOf(mailbox, wanted)} newest letter ${findings.at(-1)!}.`)
  },
})

function ownerOf(mailbox: Mailbox | undefined, { mailbox: address }: Wanted): string {
  return mailbox?.name === undefined ? `${code(address)}’s` : `${mailbox.name}’s`
}

/** What this message lacks of what is wanted, as the second half of a sentence. */
function firstMissing(wanted: Wanted, stored: StoredMessage): string | undefined {
  return missingInEnvelope(wanted, stored) ?? missingInText(wanted, parseMessage(stored.bytes))
}

function missingInEnvelope(
  { from, to, folder }: Wanted,
  { envelope, folder: lies }: StoredMessage,
): string | undefined {
  if (from !== undefined && !sameMailbox(envelope.from, from))
    return `the envelope says it is from ${code(`<${envelope.from}>`)}, not ${code(`<${from}>`)}`
  if (to !== undefined && !envelope.to.some((one) => sameMailbox(one, to)))
    return `the envelope is for ${code(`<${envelope.to.join('>, <')}>`)}, not ${code(`<${to}>`)}`
  if (folder !== undefined && lies !== folder)
    return `the folder is ${code(lies)}, not ${code(folder)}`
  return undefined
}

function missingInText({ header, body, line }: Wanted, message: Message): string | undefined {
  const lines = fromUtf8(bodyOf(message)).split(/\r?\n/)
  const hasText = lines.some((one) => one.trim() !== '')
  if (header !== undefined) {
    const values = fieldsNamed(message, header.name).map(({ value }) => value)
    if (values.every((value) => value === ''))
      return `there is no ${code(header.name)} field in the header`
    if (header.value !== undefined && !values.includes(header.value))
      return `the ${code(header.name)} field says ${code(values[0]!)}, not ${code(header.value)}`
  }
  if (body === 'some' && !hasText) return 'no text stands under the header'
  if (body === 'none' && hasText) return 'text stands under the header'
  if (line !== undefined && !lines.includes(line)) return `no line of the text is ${code(line)}`
  return undefined
}

import * as v from 'valibot'
import { bodyOf, parseMessage, type Message } from '../../message/parse.ts'
import { fieldsNamed } from '../../message/field.ts'
import { fromUtf8 } from '../../core/bytes.ts'
import type { Delivery, Folder, Mailbox, MailboxMessage } from '../../world/mailboxes.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { sameMailbox } from '../command-pattern.ts'
import { code } from '../wording.ts'

const headerEntries = {
  name: v.string(),
  value: v.exactOptional(v.string()),
  has: v.exactOptional(v.string()),
  lacks: v.exactOptional(v.string()),
}

const entries = {
  /** The address of the mailbox. */
  mailbox: v.string(),
  /** The reverse-path of the envelope; empty for the null sender. */
  from: v.exactOptional(v.string()),
  /** A recipient of the envelope. */
  to: v.exactOptional(v.string()),
  /** The folder that holds the message now; any folder by default. */
  folder: v.exactOptional(v.picklist(['inbox', 'junk', 'drafts', 'sent', 'trash'])),
  /**
   * A header field that the message has and that is not empty; with `value`, exactly that; with `has`,
   * a field of that name with this part, in any case; with `lacks`, one without it.
   */
  header: v.exactOptional(v.strictObject(headerEntries)),
  /** Whether there is text under the header. */
  body: v.exactOptional(v.picklist(['some', 'none'])),
  /** A whole line of the body as it is stored, after dots were un-stuffed. */
  line: v.exactOptional(v.string()),
  /** Several such lines of one message, in any order. */
  lines: v.exactOptional(v.pipe(v.array(v.string()), v.minLength(1, 'Name a line.'))),
}

type Wanted = ParamsOf<typeof entries>

/** A delivered message that is still in the mailbox. */
interface Found {
  readonly message: MailboxMessage
  readonly delivery: Delivery
  readonly folder: Folder
}

/**
 * Looks at what the mailbox holds now: a message that its owner deleted no longer counts, and one
 * that a client appended was never delivered.
 *
 * @example
 * kind: delivered
 * mailbox: bob@example.org
 * header: { name: Subject }
 * body: some
 */
export const delivered = defineCondition({
  kind: 'delivered',
  about: 'One delivered message that is still in a mailbox has all the facts that are named.',
  entries: () => entries,
  check(wanted, { world }) {
    const mailbox = world.mailboxes.find(({ address }) => sameMailbox(address, wanted.mailbox))
    const found = mailbox ? deliveredTo(mailbox) : []
    if (!found.length) return notYet(`${ownerOf(mailbox, wanted)} mailbox ${emptiness(mailbox)}.`)
    const findings = found.map((one) => firstMissing(wanted, one))
    if (findings.includes(undefined)) return met
    return notYet(`In ${ownerOf(mailbox, wanted)} newest message ${findings.at(-1)!}.`)
  },
})

/** In the order of their delivery. */
const deliveredTo = ({ folders }: Mailbox): Found[] =>
  folders
    .flatMap((folder) =>
      folder.messages.flatMap((message) =>
        message.delivery ? [{ message, delivery: message.delivery, folder }] : [],
      ),
    )
    .toSorted((a, b) => a.delivery.at - b.delivery.at)

const emptiness = (mailbox: Mailbox | undefined): string =>
  mailbox?.folders.some(({ messages }) => messages.length > 0)
    ? 'holds no message that a server delivered'
    : 'is empty'

function ownerOf(mailbox: Mailbox | undefined, { mailbox: address }: Wanted): string {
  return mailbox?.name === undefined ? `${code(address)}’s` : `${mailbox.name}’s`
}

/** What this message lacks of what is wanted, as the second half of a sentence. */
function firstMissing(wanted: Wanted, found: Found): string | undefined {
  return (
    missingInEnvelope(wanted, found.delivery) ??
    missingInFolder(wanted, found.folder) ??
    missingInText(wanted, parseMessage(found.message.bytes))
  )
}

function missingInEnvelope({ from, to }: Wanted, { envelope }: Delivery): string | undefined {
  if (from !== undefined && !sameMailbox(envelope.from, from))
    return `the envelope names ${code(`<${envelope.from}>`)} as its sender, not ${code(`<${from}>`)}`
  if (to !== undefined && !envelope.to.some((one) => sameMailbox(one, to)))
    return `the envelope is for ${code(`<${envelope.to.join('>, <')}>`)}, not ${code(`<${to}>`)}`
  return undefined
}

function missingInFolder({ folder }: Wanted, { name, specialUse }: Folder): string | undefined {
  const isWanted = [name, specialUse?.slice(1)].some((one) => one?.toLowerCase() === folder)
  return folder === undefined || isWanted
    ? undefined
    : `the folder is ${code(name.toLowerCase())}, not ${code(folder)}`
}

function missingInText(
  { header, body, line, lines: all = [] }: Wanted,
  message: Message,
): string | undefined {
  const lines = fromUtf8(bodyOf(message)).split(/\r?\n/)
  const hasText = lines.some((one) => one.trim() !== '')
  const missing = header && missingInHeader(header, message)
  if (missing !== undefined) return missing
  if (body === 'some' && !hasText) return 'there is no text under the header'
  if (body === 'none' && hasText) return 'there is text under the header'
  const absent = [line ?? [], all].flat().find((one) => !lines.includes(one))
  return absent === undefined ? undefined : `no line of the text is ${code(absent)}`
}

function missingInHeader(
  { name, value: wanted, has, lacks }: NonNullable<Wanted['header']>,
  message: Message,
): string | undefined {
  const values = fieldsNamed(message, name).flatMap(({ value }) => value || [])
  if (!values.length) return `there is no ${code(name)} field in the header`
  const fits = (value: string) =>
    (wanted === undefined || value === wanted) &&
    (has === undefined || holds(value, has)) &&
    (lacks === undefined || !holds(value, lacks))
  if (values.some(fits)) return undefined
  const found = `the ${code(name)} field is ${code(values[0]!)}`
  if (wanted !== undefined) return `${found}, not ${code(wanted)}`
  if (has !== undefined && !values.some((value) => holds(value, has)))
    return `${found}, without ${code(has)}`
  return `${found}, with ${code(lacks!)} in it`
}

const holds = (value: string, part: string): boolean =>
  value.toLowerCase().includes(part.toLowerCase())

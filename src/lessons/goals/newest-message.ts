import * as v from 'valibot'
import { fromUtf8 } from '../../core/bytes.ts'
import { fieldsNamed } from '../../message/field.ts'
import { bodyOf, parseMessage, type Message } from '../../message/parse.ts'
import { messagesOf, type MailboxMessage } from '../../world/mailboxes.ts'
import type { Envelope } from '../../world/stored-message.ts'
import type { World } from '../../world/world.ts'
import { sameMailbox } from '../command-pattern.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { isLineLike, linePatterns } from '../line-pattern.ts'
import { commandsOf } from '../placed-commands.ts'
import { code, either } from '../wording.ts'

const names = v.exactOptional(v.pipe(v.array(v.string()), v.minLength(1, 'Name a field.')))

const divider = v.picklist(['yes', 'no', 'late'])

const entries = {
  /** The address of the mailbox that it came into; any by default. */
  mailbox: v.exactOptional(v.string()),
  /** Header fields that it has, and that are not empty. */
  has: names,
  /** Header fields that it lacks. */
  lacks: names,
  /** A field of that name with this part, or without it; in any case. */
  field: v.exactOptional(
    v.strictObject({
      name: v.string(),
      has: v.exactOptional(v.string()),
      lacks: v.exactOptional(v.string()),
    }),
  ),
  /** The reverse-path of its envelope; empty for the null sender. */
  from: v.exactOptional(v.string()),
  /** A recipient of its envelope. */
  to: v.exactOptional(v.string()),
  /** Whether there is text under the header. */
  body: v.exactOptional(v.picklist(['some', 'none'])),
  /**
   * Whether an empty line ends the header, or any of several: `late` where a line above it is no
   * header field, and may be meant as text.
   */
  divider: v.exactOptional(v.union([divider, v.array(divider)])),
  /** Lines of the text, or starts of lines that end in `*`: it has one of them; in any case. */
  line: v.exactOptional(linePatterns),
}

type Wanted = ParamsOf<typeof entries>

/**
 * For hints: what was delivered before does not matter, and while the next message is written, none is
 * the newest.
 *
 * @example
 * kind: newest-message
 * lacks: [Subject]
 * body: some
 */
export const newestMessage = defineCondition({
  kind: 'newest-message',
  about: 'The message that was delivered last, wherever, has all the facts that are named.',
  entries: () => entries,
  check(wanted, { world }) {
    const newest = newestOf(world)
    if (!newest) return notYet('No message was delivered yet.')
    if (wanted.mailbox !== undefined && !sameMailbox(newest.mailbox, wanted.mailbox))
      return notYet(`The newest message came into the mailbox of ${code(newest.mailbox)}.`)
    if (isWriting(world)) return notYet('A newer message is being written.')
    const missing =
      missingOnEnvelope(newest.message.delivery?.envelope, wanted) ??
      missingIn(parseMessage(newest.message.bytes), wanted)
    return missing === undefined ? met : notYet(`The newest message has ${missing}.`)
  },
})

/** Whether a server writes down the next one: what is said of the last is over then. */
function isWriting({ events }: World): boolean {
  const last = commandsOf(events).at(-1)
  return (
    last?.verb === 'DATA' &&
    last.code === 354 &&
    !events.some((event) => event.type === 'closed' && event.connection === last.connection)
  )
}

function newestOf({ mailboxes }: World): { mailbox: string; message: MailboxMessage } | undefined {
  const delivered = mailboxes.flatMap((mailbox) =>
    messagesOf(mailbox).flatMap((message) =>
      message.delivery ? { mailbox: mailbox.address, message, at: message.delivery.at } : [],
    ),
  )
  return delivered.toSorted((a, b) => a.at - b.at).at(-1)
}

/** What is not as wanted, behind “The newest message has”. */
function missingOnEnvelope(envelope: Envelope | undefined, { from, to }: Wanted) {
  if (from !== undefined && !(envelope && sameMailbox(envelope.from, from)))
    return `another sender on its envelope than ${code(`<${from}>`)}`
  return to !== undefined && !envelope?.to.some((one) => sameMailbox(one, to))
    ? `other recipients on its envelope than ${code(`<${to}>`)}`
    : undefined
}

/** What is not as wanted, behind “The newest message has”. */
function missingIn(message: Message, wanted: Wanted): string | undefined {
  const { has = [], lacks = [], body, divider: dividing, line } = wanted
  const isThere = (name: string) => fieldsNamed(message, name).some(({ value }) => value !== '')
  const missing = has.find((name) => !isThere(name))
  if (missing) return `no ${code(missing)}`
  const present = lacks.find(isThere)
  if (present) return `a ${code(present)}`
  if (wanted.field && !hasField(message, wanted.field)) return `no such ${code(wanted.field.name)}`
  const text = fromUtf8(bodyOf(message))
  const hasText = text.trim() !== ''
  if (body !== undefined && hasText !== (body === 'some')) return hasText ? 'a text' : 'no text'
  const found = dividerOf(message)
  if (dividing !== undefined && ![dividing].flat().includes(found)) return dividers[found]
  const isLine = line === undefined || text.split(/\r?\n/).some((one) => isLineLike(line, one))
  return isLine ? undefined : `no line ${either(line.map(code))} in its text`
}

function hasField(message: Message, { name, has, lacks }: NonNullable<Wanted['field']>): boolean {
  const holds = (value: string, part: string) => value.toLowerCase().includes(part.toLowerCase())
  return fieldsNamed(message, name).some(
    ({ value }) =>
      (has === undefined || holds(value, has)) && (lacks === undefined || !holds(value, lacks)),
  )
}

type Divider = v.InferOutput<typeof divider>

const dividers: Readonly<Record<Divider, string>> = {
  yes: 'an empty line below its header',
  no: 'no empty line',
  late: 'a line above its empty line that is no header field',
}

function dividerOf({ text, problems, bodyStart }: Message): Divider {
  const isStray = problems.some(
    ({ code: problem, span }) =>
      span.from < bodyStart && (problem === 'message/no-colon' || problem === 'message/field-name'),
  )
  if (isStray) return 'late'
  return /\n\r?\n$/.test(text.slice(0, bodyStart)) ? 'yes' : 'no'
}

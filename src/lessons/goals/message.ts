import * as v from 'valibot'
import { asCharacters, fromUtf8 } from '../../core/bytes.ts'
import { parseAddresses } from '../../message/addresses.ts'
import { displayValue, fieldsNamed } from '../../message/field.ts'
import { bodyOf, type Message } from '../../message/parse.ts'
import { sameMailbox } from '../command-pattern.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { isLineLike, linePatterns } from '../line-pattern.ts'
import { messageEntries, messageFor, noMessage } from '../read-message.ts'
import { code, either } from '../wording.ts'

const names = v.exactOptional(v.pipe(v.array(v.string()), v.minLength(1, 'Name a field.')))

const fieldEntries = {
  name: v.string(),
  value: v.exactOptional(v.string()),
  has: v.exactOptional(v.string()),
  lacks: v.exactOptional(v.string()),
  address: v.exactOptional(v.string()),
  count: v.exactOptional(v.number()),
}

const entries = {
  ...messageEntries,
  /** Header fields that it has, and that are not empty. */
  has: names,
  /** Header fields that it lacks. */
  lacks: names,
  /** It has a field, and that is not empty, which is none of these. */
  besides: names,
  /**
   * A field of that name with exactly this value when unfolded, with this part or without it, in any case,
   * or with this address in it; `count` says how many of that name there are.
   */
  field: v.exactOptional(v.strictObject(fieldEntries)),
  /** Whether there is text under the header. */
  body: v.exactOptional(v.picklist(['some', 'none'])),
  /** Lines of the text, or starts of lines that end in `*`: it has one of them; in any case. */
  line: v.exactOptional(linePatterns),
}

/**
 * @example
 * kind: message
 * document: offer.eml
 * has: [From, Date]
 * field: { name: From, address: alice@example.org, count: 1 }
 */
export const message = defineCondition({
  kind: 'message',
  about:
    'A message that is written or was delivered reads as named. Name `document` or `mailbox`, and what is wanted of it.',
  entries: () => entries,
  check(wanted, { world }) {
    const found = messageFor(world, wanted)
    if (!found) return notYet(noMessage(wanted))
    const missing = missingIn(found.message, wanted)
    return missing === undefined ? met : notYet(`${found.called} has ${missing}.`)
  },
})

type Wanted = ParamsOf<typeof entries>

/** What is not as wanted, behind “The message has”. */
function missingIn(read: Message, wanted: Wanted): string | undefined {
  const { has = [], lacks = [], besides, field, body, line } = wanted
  const isThere = (name: string) => fieldsNamed(read, name).some(({ value }) => value !== '')
  const missing = has.find((name) => !isThere(name))
  if (missing !== undefined) return `no ${code(missing)}`
  const present = lacks.find((name) => fieldsNamed(read, name).length > 0)
  if (present !== undefined) return `a ${code(present)}`
  if (besides && !hasMore(read, besides)) return `no field but ${either(besides.map(code))}`
  const wrong = field && wrongField(read, field)
  if (wrong !== undefined) return wrong
  const text = fromUtf8(bodyOf(read))
  const hasText = text.trim() !== ''
  if (body !== undefined && hasText !== (body === 'some')) return hasText ? 'a text' : 'no text'
  const isLine = line === undefined || text.split(/\r?\n/).some((one) => isLineLike(line, one))
  return isLine ? undefined : `no line ${either(line.map(code))} in its text`
}

const hasMore = ({ fields }: Message, besides: readonly string[]): boolean =>
  fields.some(
    ({ lower, value }) => value !== '' && besides.every((one) => one.toLowerCase() !== lower),
  )

const fieldCount = (count: number, name: string): string =>
  count === 0 ? `no ${code(name)}` : `${count} ${count === 1 ? 'field' : 'fields'} ${code(name)}`

function wrongField(
  read: Message,
  { name, value, has, lacks, address, count }: NonNullable<Wanted['field']>,
): string | undefined {
  const found = fieldsNamed(read, name).map((one) => asCharacters(displayValue(one)).trim())
  if (count !== undefined && found.length !== count) return fieldCount(found.length, name)
  if (count === 0) return undefined
  const fits = (one: string) =>
    (value === undefined || one === value) &&
    (has === undefined || holds(one, has)) &&
    (lacks === undefined || !holds(one, lacks)) &&
    (address === undefined ||
      parseAddresses(one).mailboxes.some((each) => sameMailbox(each.address, address)))
  if (found.some(fits)) return undefined
  return found.length ? `${code(`${name}: ${found[0]!}`)}` : `no ${code(name)}`
}

const holds = (value: string, part: string): boolean =>
  value.toLowerCase().includes(part.toLowerCase())

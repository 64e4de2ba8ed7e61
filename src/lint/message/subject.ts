import type { Finding } from '../../core/rule.ts'
import { shift, slice, span, type Span } from '../../core/span.ts'
import { parseAddresses, type AddressList } from '../../message/addresses.ts'
import { isAddressField } from '../../message/encode-field.ts'
import { encodedWordsIn, type EncodedWord } from '../../message/encoded-words.ts'
import { fieldNamed, type HeaderField } from '../../message/field.ts'
import { walkParts } from '../../message/mime/decode.ts'
import { readMime, type Part } from '../../message/mime/tree.ts'
import type { Message } from '../../message/parse.ts'
import type { MessageProblem } from '../../message/problem.ts'
import { readReceivedChain, type ReceivedChain } from '../../message/received-chain.ts'

/** What the rules for the form of messages look at. Findings count octets of the message. */
export interface FormatSubject {
  readonly message: Message
  /** What the message is called. */
  readonly file: string
  /** Fields that hold addresses, in order, as they were read. */
  readonly addresses: readonly AddressField[]
  /** Encoded words of the header, in order; what only looks like one is not among them. */
  readonly words: readonly FieldWord[]
  readonly chain: ReceivedChain
  /** Every part, the message itself first, those of messages inside of it too. */
  readonly parts: readonly Part[]
  /** What the parsers met, by code. */
  readonly problems: ReadonlyMap<string, readonly MessageProblem[]>
}

export interface AddressField {
  readonly field: HeaderField
  /** Spans count in the field's value. */
  readonly list: AddressList
}

export interface FieldWord {
  readonly field: HeaderField
  readonly word: EncodedWord
  /** Where it stands in the message. */
  readonly span: Span
}

export function formatSubject(message: Message, file = 'message'): FormatSubject {
  const { root, problems } = readMime(message)
  const chain = readReceivedChain(message)
  return {
    message,
    file,
    addresses: message.fields
      .filter(({ name }) => isAddressField(name))
      .map((field) => ({ field, list: parseAddresses(rawValue(message, field)) })),
    words: message.fields.flatMap((field) =>
      encodedWordsIn(rawValue(message, field)).map((word) => ({
        ...{ field, word },
        span: inField(field, word.span),
      })),
    ),
    chain,
    parts: [...walkParts(root)],
    problems: byCode([...message.problems, ...problems, ...chain.problems]),
  }
}

function byCode(problems: readonly MessageProblem[]): Map<string, MessageProblem[]> {
  const map = new Map<string, MessageProblem[]>()
  for (const problem of problems) {
    const same = map.get(problem.code)
    if (same) same.push(problem)
    else map.set(problem.code, [problem])
  }
  return map
}

/** What the parsers met of one kind, as findings. */
export const met = ({ problems }: Pick<FormatSubject, 'problems'>, code: string): Finding[] =>
  (problems.get(code) ?? []).map(({ span: where, message }) => ({ span: where, message }))

/** The value as it stands, with its folds. */
export const rawValue = ({ text }: Pick<Message, 'text'>, { valueSpan }: HeaderField): string =>
  slice(text, valueSpan)

/** A place in a field's value as one in the message. */
export const inField = ({ valueSpan }: HeaderField, where: Span): Span =>
  shift(where, valueSpan.from)

/** The value without the white space around it; the field's name where nothing is left. */
export function valuePlace(message: Pick<Message, 'text'>, field: HeaderField): Span {
  const raw = rawValue(message, field)
  const lead = /^[ \t\r\n]*/.exec(raw)![0].length
  if (lead === raw.length) return field.nameSpan
  let to = raw.length
  while (/[ \t\r\n]/.test(raw[to - 1]!)) to--
  return inField(field, span(lead, to))
}

/** Where a finding without a place is reported: at `From`, or else at the first field. */
export const headPlace = ({ fields }: Pick<Message, 'fields'>): Span =>
  (fieldNamed({ fields }, 'From') ?? fields[0])?.nameSpan ?? span(0, 0)

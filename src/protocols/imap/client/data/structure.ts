import { inParentheses, map, maybe, sequence, space, words } from '../../wire/combine.ts'
import { bigNumber } from '../../wire/numbers.ts'
import { failed, match, peek, type Parser, type Read, type Reader } from '../../wire/reader.ts'
import { envelope, type Envelope } from './envelope.ts'
import { anything, optionalText, text } from './texts.ts'

/** A message's parts, from BODYSTRUCTURE or BODY (RFC 9051 §7.5.2). */
export type Structure = Multipart | SinglePart

export interface Multipart {
  readonly kind: 'multipart'
  /** In lower case: `mixed`. */
  readonly subtype: string
  readonly parts: readonly Structure[]
}

export interface SinglePart {
  readonly kind: 'part'
  /** In lower case, both. */
  readonly type: string
  readonly subtype: string
  /** Names in lower case. */
  readonly parameters: ReadonlyMap<string, string>
  readonly encoding: string
  /** In that encoding. */
  readonly octets: number
  readonly description: string | undefined
  readonly disposition: Disposition | undefined
  /** Of text, and of a message. */
  readonly lines: number | undefined
  /** The message that it is. */
  readonly message: { readonly envelope: Envelope; readonly structure: Structure } | undefined
}

export interface Disposition {
  readonly kind: string
  readonly parameters: ReadonlyMap<string, string>
}

export const structure: Parser<Structure> = (reader) => inParentheses(inside)(reader)

const inside: Parser<Structure> = (reader) =>
  peek(reader) === '(' ? multipart(reader) : singlePart(reader)

function multipart(reader: Reader): Read<Multipart> {
  const parts: Structure[] = []
  while (peek(reader) === '(') {
    const part = structure(reader)
    if (part === failed) return failed
    parts.push(part)
    match(reader, / (?=\()/y)
  }
  const subtype = sequence(space, text)(reader)
  if (subtype === failed || rest(reader) === failed) return failed
  return { kind: 'multipart', subtype: subtype[1].toLowerCase(), parts }
}

const pairs: Parser<ReadonlyMap<string, string>> = (reader) => {
  if (match(reader, /NIL/iy) !== undefined) return new Map()
  return inParentheses(severalPairs)(reader)
}

function severalPairs(reader: Reader): Read<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  do {
    const pair = words(text, optionalText)(reader)
    if (pair === failed) return failed
    found.set(pair[0].toLowerCase(), pair[1] ?? '')
  } while (match(reader, / /y) !== undefined)
  return found
}

const fixed = words(text, text, pairs, optionalText, optionalText, text, bigNumber)

const innerMessage = sequence(space, words(envelope, structure, bigNumber))

const textLines = sequence(space, bigNumber)

function singlePart(reader: Reader): Read<SinglePart> {
  const read = fixed(reader)
  if (read === failed) return failed
  const [type, subtype, parameters, , description, encoding, octets] = read
  const kind = `${type}/${subtype}`.toLowerCase()
  const inner = /^message\/(?:rfc822|global)$/.test(kind) ? innerMessage(reader) : undefined
  if (inner === failed) return failed
  const lines = type.toLowerCase() === 'text' ? textLines(reader) : undefined
  if (lines === failed) return failed
  const more = extension(reader)
  if (more === failed) return failed
  return {
    ...{ kind: 'part', type: type.toLowerCase(), subtype: subtype.toLowerCase(), parameters },
    ...{ encoding: encoding.toLowerCase(), octets, description, disposition: more },
    lines: lines?.[1] ?? inner?.[1][2],
    message: inner && { envelope: inner[1][0], structure: inner[1][1] },
  }
}

const disposition: Parser<Disposition | undefined> = (reader) => {
  if (match(reader, /NIL/iy) !== undefined) return undefined
  return map(inParentheses(words(text, pairs)), ([kind, parameters]) => ({
    ...{ kind: kind.toLowerCase(), parameters },
  }))(reader)
}

/** MD5, disposition, and fields that this client does not use; BODY has none of them. */
function extension(reader: Reader): Read<Disposition | undefined> {
  if (maybe(anything)(reader) === failed) return failed
  const found = maybe(disposition)(reader)
  return found === failed || rest(reader) === failed ? failed : found
}

function rest(reader: Reader): Read<undefined> {
  while (peek(reader) === ' ') if (maybe(anything)(reader) === failed) return failed
  return undefined
}

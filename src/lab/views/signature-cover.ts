import { readableText, type ReadableText } from '../../core/octet-text.ts'
import { span, type Span } from '../../core/span.ts'
import type { Canonicalization } from '../../auth/dkim/canonicalize.ts'
import { selectFields } from '../../auth/dkim/hash-input.ts'
import { parseSignature, type DkimSignature } from '../../auth/dkim/signature.ts'
import { fieldsNamed, type HeaderField } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'

/** What one DKIM signature of a message covers. Spans count characters of the message as it is read. */
export interface SignatureCover {
  readonly domain: string
  readonly selector: string
  readonly algorithm: string
  /** `relaxed/simple`: of the header and of the body. */
  readonly canonicalization: string
  /** The signature's own field, which it covers but for the value of `b=`. */
  readonly own: Span
  /** Header fields that it covers, in the order of the message. */
  readonly fields: readonly Span[]
  /** The part of the body that it covers; without octets for `l=0`. */
  readonly body: Span
  /** `l=`: octets of the canonical body; absent where the whole body is covered. */
  readonly length?: number
  /** Names in `h=` for which no field is left: one that comes later breaks the signature. */
  readonly reserved: readonly string[]
  /** Names of fields that anybody on the way may change. */
  readonly open: readonly string[]
}

/** Signatures that cannot be read cover nothing, and are left out. Never throws. */
export function signatureCovers(message: Message): SignatureCover[] {
  const readable = readableText(message.text)
  return fieldsNamed(message, 'DKIM-Signature').flatMap((field) => {
    const parsed = parseSignature(message.text, field.valueSpan)
    return parsed.ok ? [coverOf(message, field, parsed.signature, readable)] : []
  })
}

function coverOf(
  message: Message,
  own: HeaderField,
  signature: DkimSignature,
  { place }: ReadableText,
): SignatureCover {
  const others = message.fields.filter((field) => field !== own)
  const chosen = selectFields(others, signature.fields)
  const covered = new Set(chosen)
  const { domain, selector, algorithm, length } = signature
  const body = span(message.bodyStart, message.bodyStart + bodyLength(message, signature))
  return {
    ...{ domain, selector, algorithm, own: place(own.span), body: place(body) },
    canonicalization: `${signature.header}/${signature.body}`,
    fields: others.filter((field) => covered.has(field)).map((field) => place(field.span)),
    ...(length !== undefined && { length }),
    reserved: signature.fields.filter((_, at) => chosen[at] === undefined),
    open: [...new Set(others.filter((field) => !covered.has(field)).map(({ name }) => name))],
  }
}

/** Octets of the body, as it stands in the message, that are hashed. */
function bodyLength(
  { bytes, bodyStart }: Pick<Message, 'bytes' | 'bodyStart'>,
  { length, body }: Pick<DkimSignature, 'length' | 'body'>,
): number {
  const octets = bytes.subarray(bodyStart)
  return length === undefined ? octets.length : extentOf(octets, length, body)
}

const SPACE = 0x20
const TAB = 0x09
const CR = 0x0d
const LF = 0x0a

/**
 * How far into a body its first canonical octets reach (RFC 6376 §3.4.5): `relaxed` takes a run of white
 * space for one octet, and for none at a line's end.
 * @param wanted Of the canonical body.
 */
export function extentOf(body: Uint8Array, wanted: number, how: Canonicalization): number {
  if (how === 'simple') return Math.min(wanted, body.length)
  let counted = 0
  let at = 0
  while (at < body.length && counted < wanted) {
    const run = whiteAt(body, at)
    if (run === 0) {
      at++
      counted++
    } else {
      at += run
      if (!isLineEnd(body, at)) counted++
    }
  }
  return at
}

function whiteAt(body: Uint8Array, from: number): number {
  let at = from
  while (body[at] === SPACE || body[at] === TAB) at++
  return at - from
}

const isLineEnd = (body: Uint8Array, at: number): boolean => body[at] === CR && body[at + 1] === LF

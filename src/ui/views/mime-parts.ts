import { encodeBase64 } from '../../core/base64.ts'
import { fieldNamed } from '../../message/field.ts'
import { decodeWords } from '../../message/encoded-words.ts'
import { parseParameterValue } from '../../message/mime/content-type.ts'
import { decodedBytes, decodedText } from '../../message/mime/decode.ts'
import { parseMime, type Part } from '../../message/mime/tree.ts'
import { parseMessage, type Message } from '../../message/parse.ts'

/** A part of a message as a person sees it, with the parts in it. */
export interface MessagePart {
  /** In lower case: `text/html`. */
  readonly type: string
  readonly filename: string | undefined
  readonly charset: string | undefined
  readonly encoding: string
  /** Decoded. */
  readonly octets: number
  readonly role: PartRole
  readonly parts: readonly MessagePart[]
}

/** `text` is to be read, `inside` belongs to the text (a picture), `attached` comes with it. */
export type PartRole = 'text' | 'inside' | 'attached' | 'container'

export interface MessageParts {
  readonly root: MessagePart
  readonly attachments: readonly MessagePart[]
  /** The first HTML text, decoded. */
  readonly html: string | undefined
  /** Whether there is a plain text to read as well. */
  readonly hasPlainText: boolean
  /** Pictures that the HTML may name by their Content-ID (RFC 2392), as `data:` URLs. */
  readonly pictures: ReadonlyMap<string, string>
}

/** Reads the tree of a message's parts (RFC 2045). Never throws. */
export function readParts(bytes: Uint8Array): MessageParts {
  const message = parseMessage(bytes)
  const tree = parseMime(message)
  const leaves = [...leavesOf(tree)]
  const texts = leaves.filter((part) => roleOf(part) === 'text')
  const html = texts.find(({ type }) => type === 'text/html')
  const root = view(message, tree)
  return {
    root,
    attachments: [...leavesOf(root)].filter(({ role }) => role === 'attached'),
    html: html && decodedText(message, html),
    hasPlainText: texts.some(({ type }) => type === 'text/plain'),
    pictures: new Map(leaves.flatMap((part) => pictureOf(message, part))),
  }
}

function* leavesOf<T extends { readonly parts: readonly T[] }>(part: T): Generator<T> {
  if (!part.parts.length) yield part
  for (const inner of part.parts) yield* leavesOf(inner)
}

const view = (message: Message, part: Part): MessagePart => ({
  type: part.type,
  filename: part.filename === undefined ? undefined : decodeWords(part.filename),
  charset: part.parameters['charset'],
  encoding: part.encoding,
  octets: decodedBytes(message, part).length,
  role: roleOf(part),
  parts: part.parts.map((inner) => view(message, inner)),
})

function roleOf(part: Part): PartRole {
  if (part.parts.length) return 'container'
  const disposition = fieldNamed(part, 'Content-Disposition')
  const name = disposition ? parseParameterValue(disposition.value).value : ''
  if (name === 'attachment') return 'attached'
  if (part.type.startsWith('text/') && part.filename === undefined) return 'text'
  return fieldNamed(part, 'Content-ID') ? 'inside' : 'attached'
}

/** Types that an `<img>` draws without running anything. */
const PICTURES: ReadonlySet<string> = new Set([
  ...['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'],
])
/** A larger picture stays out: a `data:` URL of it would cost the page too much. */
const MAX_PICTURE = 1_000_000

function pictureOf(message: Message, part: Part): [id: string, url: string][] {
  const id = fieldNamed(part, 'Content-ID')?.value.trim().replace(/^<|>$/g, '')
  if (!id || !PICTURES.has(part.type)) return []
  const octets = decodedBytes(message, part)
  if (octets.length > MAX_PICTURE) return []
  return [[id, `data:${part.type};base64,${encodeBase64(octets)}`]]
}

/** `12 octets`, `1.4 KB`. */
export function sizeText(octets: number): string {
  if (octets < 1000) return `${octets} ${octets === 1 ? 'octet' : 'octets'}`
  if (octets < 1_000_000) return `${(octets / 1000).toFixed(1)} KB`
  return `${(octets / 1_000_000).toFixed(1)} MB`
}

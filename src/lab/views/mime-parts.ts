import { encodeBase64 } from '../../core/base64.ts'
import { fieldNamed } from '../../message/field.ts'
import { decodeWords } from '../../message/encoded-words.ts'
import { parseParameterValue } from '../../message/mime/content-type.ts'
import { decodedBytes, decodedText } from '../../message/mime/decode.ts'
import type { Part } from '../../message/mime/tree.ts'
import type { Message } from '../../message/parse.ts'

/** A part of a message as a person sees it, with the parts in it. */
export interface MessagePart {
  /** In lower case: `text/html`. */
  readonly type: string
  readonly filename?: string
  readonly charset?: string
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
  readonly html?: HtmlText
  /** Whether there is a plain text to read as well. */
  readonly hasPlainText: boolean
}

export interface HtmlText {
  readonly source: string
  /** Those that it may name by their Content-ID (RFC 2392). */
  readonly pictures: readonly Picture[]
}

export interface Picture {
  /** Its Content-ID. */
  readonly id: string
  /** The picture itself, as a `data:` URL. */
  readonly url: string
}

/** Reads the tree of a message's parts (RFC 2045). Never throws. */
export function readParts(message: Message, tree: Part): MessageParts {
  const leaves = [...leavesOf(tree)]
  const texts = leaves.filter((part) => roleOf(part) === 'text')
  const html = texts.find(({ type }) => type === 'text/html')
  const root = view(message, tree)
  return {
    root,
    attachments: [...leavesOf(root)].filter(({ role }) => role === 'attached'),
    hasPlainText: texts.some(({ type }) => type === 'text/plain'),
    ...(html && {
      html: {
        source: decodedText(message, html),
        pictures: leaves.flatMap((part) => pictureOf(message, part)),
      },
    }),
  }
}

function* leavesOf<T extends { readonly parts: readonly T[] }>(part: T): Generator<T> {
  if (!part.parts.length) yield part
  for (const inner of part.parts) yield* leavesOf(inner)
}

function view(message: Message, part: Part): MessagePart {
  const { type, filename, encoding } = part
  const charset = part.parameters['charset']
  return {
    type,
    ...(filename !== undefined && { filename: decodeWords(filename) }),
    ...(charset !== undefined && { charset }),
    encoding,
    octets: decodedBytes(message, part).length,
    role: roleOf(part),
    parts: part.parts.map((inner) => view(message, inner)),
  }
}

function roleOf(part: Part): PartRole {
  if (part.parts.length || part.type.startsWith('multipart/')) return 'container'
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

function pictureOf(message: Message, part: Part): Picture[] {
  const id = fieldNamed(part, 'Content-ID')?.value.trim().replace(/^<|>$/g, '')
  if (!id || !PICTURES.has(part.type)) return []
  const octets = decodedBytes(message, part)
  if (octets.length > MAX_PICTURE) return []
  return [{ id, url: `data:${part.type};base64,${encodeBase64(octets)}` }]
}

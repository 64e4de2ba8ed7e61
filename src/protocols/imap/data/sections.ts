import { concatBytes } from '../../../core/bytes.ts'
import type { Span } from '../../../core/span.ts'
import type { Entity } from './entity.ts'
import type { Header } from './fields.ts'
import { parsedOf } from './parsed.ts'
import type { PartialRange, Section, SectionText } from './section.ts'

/**
 * The octets of `BODY[…]` (RFC 9051 §6.4.5).
 * @returns A part of the message's own octets where they are contiguous; `undefined` where the message
 *   has no such part, or a part no such text: NIL on the wire.
 */
export function sectionOctets(message: Uint8Array, section: Section): Uint8Array | undefined {
  const { root } = parsedOf(message)
  if (section.part.length === 0)
    return section.text.kind === 'all' ? message : textOf(message, root, section.text)
  const part = partAt(root, section.part)
  if (!part) return undefined
  if (section.text.kind === 'all') return octets(message, part.body)
  if (section.text.kind === 'mime') return octets(message, part.header.span)
  // HEADER and TEXT of a part exist only where the part is a message.
  return part.content.kind === 'message'
    ? textOf(message, part.content.message, section.text)
    : undefined
}

const octets = (message: Uint8Array, { from, to }: Span): Uint8Array => message.subarray(from, to)

function textOf(message: Uint8Array, entity: Entity, text: SectionText): Uint8Array | undefined {
  switch (text.kind) {
    case 'header':
      return octets(message, entity.header.span)
    case 'text':
      return octets(message, entity.body)
    case 'fields':
    case 'fields-not':
      return fieldOctets(message, entity.header, text.names, text.kind)
    case 'all':
    case 'mime':
      return undefined
  }
}

/** The empty line belongs to every header fetch, if the message has it. */
function fieldOctets(
  message: Uint8Array,
  { fields, emptyLine }: Header,
  names: readonly string[],
  kind: 'fields' | 'fields-not',
): Uint8Array {
  const asked = new Set(names.map((name) => name.toLowerCase()))
  const chosen = fields.filter(({ lower }) => asked.has(lower) === (kind === 'fields'))
  return concatBytes([...chosen, emptyLine].map((at) => octets(message, at)))
}

/**
 * The part of that number. A message that is no multipart has one part, its body; the parts of a
 * `message/rfc822` part are those of the message in it.
 */
export function partAt(root: Entity, path: readonly number[]): Entity | undefined {
  let part: Entity | undefined
  let siblings = partsOfMessage(root)
  for (const number of path) {
    part = siblings[number - 1]
    if (!part) return undefined
    siblings = partsOfPart(part)
  }
  return part
}

const partsOfMessage = (message: Entity): readonly Entity[] =>
  message.content.kind === 'multipart' ? message.content.parts : [message]

function partsOfPart({ content }: Entity): readonly Entity[] {
  if (content.kind === 'multipart') return content.parts
  return content.kind === 'message' ? partsOfMessage(content.message) : []
}

/** `<start.length>`: what lies beyond the end is not there; no octets are an empty string. */
export const partialOctets = (whole: Uint8Array, { start, length }: PartialRange): Uint8Array =>
  whole.subarray(Math.min(start, whole.length), Math.min(start + length, whole.length))

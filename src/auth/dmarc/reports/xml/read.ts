import { span, type Span } from '../../../../core/span.ts'
import type { ReportProblem, XmlAttribute, XmlDocument, XmlElement } from './element.ts'
import { readTag } from './read-tag.ts'
import { undoReferences } from './references.ts'

/** Limits of ours against documents made to tire a reader (RFC 9990 §8.1). */
export const MAX_DEPTH = 32
export const MAX_ELEMENTS = 1_000_000
export const MAX_PROBLEMS = 100

/** An element that is still open. */
interface Open {
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly namespaces: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  readonly texts: string[]
  readonly from: number
  readonly nameSpan: Span
  readonly inside: number
}

interface Reader {
  readonly text: string
  at: number
  readonly open: Open[]
  root?: XmlElement
  elements: number
  readonly problems: ReportProblem[]
}

/**
 * Reads the part of XML that reports are made of: elements, attributes, characters, comments and
 * CDATA. A document type is passed over and defines nothing. Never throws, takes each position once;
 * reports problems and reads on.
 */
export function readXml(text: string): XmlDocument {
  const reader: Reader = { text, at: 0, open: [], elements: 0, problems: [] }
  while (reader.at < text.length && reader.elements <= MAX_ELEMENTS) readPiece(reader)
  if (reader.at < text.length)
    report(
      reader,
      'xml/too-many',
      span(reader.at, text.length),
      `Only ${MAX_ELEMENTS} elements are read; here more would follow.`,
    )
  while (reader.open.length > 0) {
    const { name, nameSpan } = reader.open.at(-1)!
    report(reader, 'xml/unclosed', nameSpan, `\`<${name}>\` is never closed.`)
    close(reader, reader.at)
  }
  if (!reader.root)
    report(
      reader,
      'xml/no-element',
      span(0, Math.min(1, text.length)),
      'No element stands here: this is no XML document.',
    )
  return { ...(reader.root ? { root: reader.root } : {}), problems: reader.problems }
}

function report(reader: Reader, code: string, where: Span, message: string): void {
  if (reader.problems.length < MAX_PROBLEMS)
    reader.problems.push({ code, span: where, message, source: { rfc: 9990, section: '3.1.1' } })
}

function readPiece(reader: Reader): void {
  const { text, at } = reader
  if (text[at] !== '<') return readCharacters(reader)
  if (text.startsWith('<!--', at)) return skipTo(reader, '-->', 4, 'comment')
  if (text.startsWith('<![CDATA[', at)) return readCdata(reader)
  if (text.startsWith('<?', at)) return skipTo(reader, '?>', 2, 'instruction')
  if (text.startsWith('<!', at)) return skipDocumentType(reader)
  if (text.startsWith('</', at)) return readEnd(reader)
  readStart(reader)
}

function readCharacters(reader: Reader): void {
  const next = reader.text.indexOf('<', reader.at)
  const to = next < 0 ? reader.text.length : next
  const raw = reader.text.slice(reader.at, to)
  const from = reader.at
  reader.at = to
  const parent = reader.open.at(-1)
  if (parent) parent.texts.push(undone(reader, raw, from))
  else if (/[^\s\ufeff]/.test(raw))
    report(
      reader,
      'xml/stray-text',
      span(from, to),
      'Characters stand outside of all elements; they are passed over.',
    )
}

const undone = (reader: Reader, raw: string, from: number): string =>
  undoReferences(raw, (at, name) =>
    report(
      reader,
      'xml/reference',
      span(from + at, from + at + name.length),
      `\`${name}\` stands for nothing here: reports define no names of their own. It is left as it is.`,
    ),
  )

function readCdata(reader: Reader): void {
  const from = reader.at + '<![CDATA['.length
  const end = reader.text.indexOf(']]>', from)
  const to = end < 0 ? reader.text.length : end
  if (end < 0) report(reader, 'xml/unclosed', span(reader.at, from), 'This CDATA is never closed.')
  reader.open.at(-1)?.texts.push(reader.text.slice(from, to))
  reader.at = end < 0 ? to : to + 3
}

function skipTo(reader: Reader, end: string, head: number, what: string): void {
  const found = reader.text.indexOf(end, reader.at + head)
  if (found < 0)
    report(
      reader,
      'xml/unclosed',
      span(reader.at, reader.at + head),
      `This ${what} is never closed.`,
    )
  reader.at = found < 0 ? reader.text.length : found + end.length
}

/** A document type may define entities that grow without end; it is passed over unread. */
function skipDocumentType(reader: Reader): void {
  const { text, at } = reader
  let depth = 0
  let to = at + 2
  for (; to < text.length; to++) {
    if (text[to] === '[') depth++
    else if (text[to] === ']') depth--
    else if (text[to] === '>' && depth <= 0) break
  }
  reader.at = Math.min(text.length, to + 1)
  report(
    reader,
    'xml/doctype',
    span(at, Math.min(reader.at, at + 9)),
    'A document type does not belong into a report; it is passed over, and what it defines with it.',
  )
}

function readEnd(reader: Reader): void {
  const { text, at } = reader
  const end = text.indexOf('>', at)
  const to = end < 0 ? text.length : end + 1
  const name = text.slice(at + 2, end < 0 ? to : end).trim()
  reader.at = to
  const depth = reader.open.findLastIndex((one) => one.name === name)
  if (depth < 0)
    return report(
      reader,
      'xml/stray-end',
      span(at, to),
      `Nothing called \`${name.slice(0, 60)}\` is open here.`,
    )
  while (reader.open.length > depth + 1) {
    const inner = reader.open.at(-1)!
    report(
      reader,
      'xml/unclosed',
      inner.nameSpan,
      `\`<${inner.name}>\` is not closed before \`</${name}>\`.`,
    )
    close(reader, at)
  }
  close(reader, at, to)
}

function readStart(reader: Reader): void {
  const tag = readTag(reader.text, reader.at, (raw, from) => undone(reader, raw, from))
  const from = reader.at
  reader.at = tag.to
  for (const { span: where, message } of tag.problems) report(reader, 'xml/tag', where, message)
  if (tag.name === '') {
    reader.open.at(-1)?.texts.push(reader.text.slice(from, tag.to))
    return
  }
  reader.elements++
  if (reader.open.length >= MAX_DEPTH)
    return report(
      reader,
      'xml/too-deep',
      tag.nameSpan,
      `Elements stand ${MAX_DEPTH} deep in each other; what is deeper is not read.`,
    )
  const above = reader.open.at(-1)?.namespaces ?? new Map<string, string>()
  reader.open.push({
    name: tag.name,
    attributes: tag.attributes,
    namespaces: namespacesOf(tag.attributes, above),
    children: [],
    texts: [],
    from,
    nameSpan: tag.nameSpan,
    inside: tag.to,
  })
  if (tag.isEmpty) close(reader, tag.to, tag.to)
}

function namespacesOf(
  attributes: readonly XmlAttribute[],
  above: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const own = attributes.filter(({ name }) => name === 'xmlns' || name.startsWith('xmlns:'))
  if (own.length === 0) return above
  return new Map([...above, ...own.map(({ name, value }) => [name.slice(6), value] as const)])
}

function close(reader: Reader, inside: number, to = inside): void {
  const {
    name,
    attributes,
    namespaces,
    children,
    texts,
    from,
    nameSpan,
    inside: start,
  } = reader.open.pop()!
  const colon = name.indexOf(':')
  const element: XmlElement = {
    name,
    local: name.slice(colon + 1),
    namespace: namespaces.get(colon < 0 ? '' : name.slice(0, colon)) ?? '',
    ...{ attributes, children, nameSpan },
    text: texts.join(''),
    span: span(from, to),
    inside: span(Math.min(start, inside), inside),
  }
  const parent = reader.open.at(-1)
  if (parent) parent.children.push(element)
  else if (!reader.root) reader.root = element
  else
    report(
      reader,
      'xml/second-root',
      nameSpan,
      'A document has one outermost element; this second one is not read.',
    )
}

import { span, type Span } from '../../../../core/span.ts'
import type { XmlAttribute } from './element.ts'

/** Attributes kept of one element, and characters of a name: limits of ours. */
export const MAX_ATTRIBUTES = 64
export const MAX_NAME = 256

export interface Tag {
  /** Empty where `<` begins no element. */
  readonly name: string
  readonly nameSpan: Span
  readonly attributes: readonly XmlAttribute[]
  /** `<a/>` */
  readonly isEmpty: boolean
  /** Behind its `>`; where `<` begins no element, behind that. */
  readonly to: number
  readonly problems: readonly { readonly span: Span; readonly message: string }[]
}

const NAME = /[A-Za-z_\u0080-\uffff][\w:.\-\u0080-\uffff]*/y
const SPACE = /\s*/y
const UNQUOTED = /[^\s<>"'/=]+/y

/** @param undo Undoes the references of a value that stands at a position. */
export function readTag(
  text: string,
  from: number,
  undo: (raw: string, at: number) => string,
): Tag {
  const problems: { span: Span; message: string }[] = []
  const name = match(NAME, text, from + 1)
  const nameSpan = span(from + 1, from + 1 + name.length)
  if (name === '' || name.length > MAX_NAME) {
    const where = span(from, from + 1)
    problems.push({ span: where, message: 'A `<` in a text is written `&lt;`.' })
    return { name: '', nameSpan, attributes: [], isEmpty: false, to: from + 1, problems }
  }
  const attributes: XmlAttribute[] = []
  let at = nameSpan.to
  while (at < text.length) {
    at += match(SPACE, text, at).length
    if (text[at] === '>')
      return { name, nameSpan, attributes, isEmpty: false, to: at + 1, problems }
    if (text.startsWith('/>', at))
      return { name, nameSpan, attributes, isEmpty: true, to: at + 2, problems }
    if (text[at] === '<' || at >= text.length) break
    at = readAttribute(text, at, undo, attributes, problems)
  }
  problems.push({ span: nameSpan, message: `The tag \`<${name.slice(0, 60)}\` lacks its \`>\`.` })
  return { name, nameSpan, attributes, isEmpty: false, to: at, problems }
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** @returns Where reading goes on; always behind `at`. */
function readAttribute(
  text: string,
  at: number,
  undo: (raw: string, at: number) => string,
  attributes: XmlAttribute[],
  problems: { span: Span; message: string }[],
): number {
  const name = match(NAME, text, at)
  if (name === '') {
    problems.push({ span: span(at, at + 1), message: `\`${text[at]}\` has no meaning in a tag.` })
    return at + 1
  }
  const behind = at + name.length + match(SPACE, text, at + name.length).length
  if (text[behind] !== '=') {
    problems.push({
      span: span(at, at + name.length),
      message: `\`${name.slice(0, 60)}\` has no value.`,
    })
    return behind
  }
  const start = behind + 1 + match(SPACE, text, behind + 1).length
  const quote = text[start]
  if (quote !== '"' && quote !== "'") {
    const raw = match(UNQUOTED, text, start)
    problems.push({ span: span(at, start + raw.length), message: 'A value stands in quotes.' })
    keep(attributes, { name, value: undo(raw, start), span: span(at, start + raw.length) })
    return start + raw.length
  }
  const end = text.indexOf(quote, start + 1)
  if (end < 0) {
    problems.push({ span: span(start, start + 1), message: 'This quote is never closed.' })
    return text.length
  }
  const value = undo(text.slice(start + 1, end), start + 1)
  keep(attributes, { name, value, span: span(at, end + 1) })
  return end + 1
}

function keep(attributes: XmlAttribute[], attribute: XmlAttribute): void {
  if (attributes.length < MAX_ATTRIBUTES) attributes.push(attribute)
}

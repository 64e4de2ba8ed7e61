import { onceForText } from '../core/once.ts'
import { clip } from '../core/text/clip.ts'
import { span, type Span } from '../core/span.ts'

/** One `name=value` of a tag list (RFC 6376 §3.2). Spans count in the given text. */
export interface Tag {
  /** As written: names are case sensitive. */
  readonly name: string
  /** Without white space at its ends; inside it stays. */
  readonly value: string
  readonly nameSpan: Span
  readonly valueSpan: Span
  /** From the name to the end of the value. */
  readonly span: Span
  /** Everything between the `=` and the next `;`. */
  readonly rawSpan: Span
}

export interface TagProblem {
  readonly kind: 'no-equals' | 'name' | 'duplicate' | 'empty' | 'too-many'
  readonly span: Span
  readonly message: string
}

export interface TagList {
  readonly text: string
  /** The part of `text` that holds the list. */
  readonly span: Span
  /** In order, duplicates too. */
  readonly tags: readonly Tag[]
  readonly problems: readonly TagProblem[]
}

/** Tags that are read: a limit of ours, far above what any record holds. */
export const MAX_TAGS = 200

/** White space, folded or not: a space, a tab, or the end of a line. */
const isFws = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x0d || code === 0x0a

/** RFC 6376 §3.2: a letter, then letters, digits and underscores. */
const NAME = /^[A-Za-z][A-Za-z0-9_]*$/

/**
 * Reads a tag list. Never throws: what is no tag is reported and left out.
 * @param within The part of `text` to read; spans still count from the text's start.
 */
export const parseTagList = (text: string, within?: Span): TagList =>
  within ? readList(text, within) : readWhole(text)

/** What family a record belongs to is asked of its tags format by format. */
const readWhole = onceForText((text) => readList(text, span(0, text.length)))

function readList(text: string, within: Span): TagList {
  const tags: Tag[] = []
  const problems: TagProblem[] = []
  for (let at = within.from; at <= within.to;) {
    if (tags.length + problems.length >= MAX_TAGS) {
      problems.push(tooMany(span(at, within.to)))
      break
    }
    const semicolon = text.indexOf(';', at)
    const end = semicolon < 0 || semicolon >= within.to ? within.to : semicolon
    const from = behindWhite(text, at, end)
    if (from < end) readTag(text, span(from, beforeWhite(text, from, end)), end, tags, problems)
    else if (end < within.to) problems.push(emptyTag(span(at, end + 1)))
    at = end + 1
  }
  return { text, span: within, tags, problems }
}

const tooMany = (where: Span): TagProblem => ({
  kind: 'too-many',
  span: where,
  message: `From here on nothing is read: a record has a handful of tags, not more than ${MAX_TAGS}.`,
})

const emptyTag = (where: Span): TagProblem => ({
  kind: 'empty',
  span: where,
  message: 'Nothing stands before this `;`: tags are separated by one semicolon.',
})

/** The first position that no white space stands at; `to` if there is none. */
function behindWhite(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isFws(text.charCodeAt(at))) at++
  return at
}

/** The position behind the last that no white space stands at; `from` if there is none. */
function beforeWhite(text: string, from: number, to: number): number {
  let at = to
  while (at > from && isFws(text.charCodeAt(at - 1))) at--
  return at
}

/** @param part The tag's text. @param end Where the next tag may start, or the list ends. */
function readTag(text: string, part: Span, end: number, tags: Tag[], problems: TagProblem[]): void {
  const equals = text.indexOf('=', part.from)
  if (equals < 0 || equals >= part.to) {
    problems.push({
      kind: 'no-equals',
      span: part,
      message: `\`${clip(text.slice(part.from, part.to), SHOWN)}\` is no tag: a tag is a name, a \`=\` and a value.`,
    })
    return
  }
  const nameSpan = span(part.from, beforeWhite(text, part.from, equals))
  const valueSpan = span(behindWhite(text, equals + 1, part.to), part.to)
  const tag = {
    name: text.slice(nameSpan.from, nameSpan.to),
    value: text.slice(valueSpan.from, valueSpan.to),
    nameSpan,
    valueSpan,
    span: part,
    rawSpan: span(equals + 1, end),
  }
  const problem = problemWith(tag, tags)
  if (problem) problems.push(problem)
  if (problem?.kind !== 'name') tags.push(tag)
}

function problemWith(tag: Tag, before: readonly Tag[]): TagProblem | undefined {
  if (!NAME.test(tag.name))
    return {
      kind: 'name',
      span: tag.nameSpan.from < tag.nameSpan.to ? tag.nameSpan : tag.span,
      message: `\`${clip(tag.name, SHOWN)}\` is no tag name: names are made of letters, digits and \`_\`.`,
    }
  if (before.some(({ name }) => name === tag.name))
    return {
      kind: 'duplicate',
      span: tag.span,
      message: `\`${tag.name}=\` stands here a second time: each tag may stand once.`,
    }
  return undefined
}

/** The first tag of that name. */
export const tagNamed = (list: Pick<TagList, 'tags'>, name: string): Tag | undefined =>
  list.tags.find((tag) => tag.name === name)

/** A part of a value, where it stands. */
export interface Word {
  readonly text: string
  readonly span: Span
}

/** The words of a value between separators, without white space around them; empty ones too. */
export function wordsOf(text: string, value: Span, separator: ':' | ',' | '/'): Word[] {
  const words: Word[] = []
  for (let at = value.from; at <= value.to;) {
    const found = text.indexOf(separator, at)
    const end = found < 0 || found >= value.to ? value.to : found
    const from = behindWhite(text, at, end)
    const to = beforeWhite(text, from, end)
    words.push({ text: text.slice(from, to), span: span(from, to) })
    at = end + 1
  }
  return words
}

/** Takes out spaces, tabs and line ends: in base64 they have no meaning (RFC 6376 §2.10). */
export const withoutSpace = (text: string): string => text.replace(/[ \t\r\n]+/g, '')

/** Characters that a message repeats of a text from outside. */
const SHOWN = 40

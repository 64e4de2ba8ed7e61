import { toSource } from '../../../core/mapped-text.ts'
import { span, type Span } from '../../../core/span.ts'
import { parseSpf } from '../../../auth/spf/parse.ts'
import type { Term } from '../../../auth/spf/record.ts'
import { parseTagList } from '../../../auth/tag-list.ts'
import { textFamilyOf } from '../../../auth/text-family.ts'
import { joinStrings } from '../../../dns/fields/strings.ts'
import type { FieldKind } from '../../../dns/record-type.ts'
import type { Word } from '../../../dns/zone/tokens.ts'
import type { ZoneEntry } from '../../../dns/zone/zone.ts'
import type { TokenKind } from '../colours/token.ts'
import { fieldAt, insideOf, readDocument, typeOf } from '../document.ts'

const KINDS = [
  ...(['comment', 'directive', 'owner', 'ttl', 'class', 'type', 'name', 'address'] as const),
  ...(['number', 'string', 'punctuation', 'version', 'qualifier', 'mechanism'] as const),
  ...(['tag', 'value'] as const),
] as const satisfies readonly TokenKind[]

interface Token {
  readonly kind: TokenKind
  readonly span: Span
}

/** The colours of a zone by what its parsers make of it: what colouring by lines is measured by. */
export function parsedColours(text: string): Token[] {
  const brush = createBrush(text)
  for (const entry of readDocument(text, '').entries) paintEntry(entry, brush)
  return brush.tokens()
}

interface Brush {
  paint(kind: TokenKind, where: Span): void
  tokens(): Token[]
}

/** Later paint covers earlier: so a part of a string can have a colour of its own. */
function createBrush(text: string): Brush {
  const colours = new Uint8Array(text.length)
  const indexOf = new Map<TokenKind, number>(KINDS.map((kind, at) => [kind, at + 1]))
  return {
    paint: (kind, { from, to }) => void colours.fill(indexOf.get(kind)!, from, to),
    tokens() {
      const tokens: Token[] = []
      for (let from = 0; from < text.length;) {
        const colour = colours[from]!
        let to = from + 1
        while (to < text.length && colours[to] === colour && text[to - 1] !== '\n') to++
        if (colour) tokens.push({ kind: KINDS[colour - 1]!, span: span(from, to) })
        from = to
      }
      return tokens
    },
  }
}

function paintEntry(entry: ZoneEntry, brush: Brush): void {
  if (entry.kind === 'directive') paintDirective(entry.words, brush)
  else paintRecord(entry, brush)
  for (const { tokens } of entry.lines)
    for (const token of tokens) {
      if (token.kind === 'comment') brush.paint('comment', token.span)
      else if (token.kind === 'open' || token.kind === 'close')
        brush.paint('punctuation', token.span)
    }
}

function paintDirective([name, ...values]: readonly Word[], { paint }: Brush): void {
  if (!name) return
  paint('directive', name.span)
  const kind = name.raw.toUpperCase() === '$TTL' ? 'ttl' : 'name'
  for (const value of values) paint(value.quoted ? 'string' : kind, value.span)
}

function paintRecord(entry: ZoneEntry, brush: Brush): void {
  const { head, owner } = entry
  if (!head) return
  if (head.owner) brush.paint('owner', head.owner.span)
  if (head.ttl) brush.paint('ttl', head.ttl.span)
  if (head.class) brush.paint('class', head.class.span)
  if (head.type) brush.paint('type', head.type.span)
  const type = typeOf(entry)
  head.data.forEach((word, at) => {
    const field = type && fieldAt(type, at)
    const kind = word.quoted ? 'string' : field && COLOURS[field.kind]
    if (kind) brush.paint(kind, word.span)
  })
  if (type && fieldAt(type, 0)?.kind === 'text' && head.data.length > 0)
    paintText(head.data, owner, brush)
}

const COLOURS: Readonly<Record<FieldKind, TokenKind | undefined>> = {
  name: 'name',
  address: 'address',
  number: 'number',
  duration: 'number',
  string: 'string',
  text: 'string',
  other: undefined,
}

/** The parts of a text that is about mail; what lies between two strings stays as it was. */
function paintText(words: readonly Word[], owner: string, brush: Brush): void {
  const mapped = joinStrings(words)
  const family = textFamilyOf(owner, mapped.text)
  if (family === undefined) return
  const insides = words.map(insideOf)
  const paint = paintWithin(insides, (token, where) => brush.paint(token, where))
  const parts = family === 'spf' ? spfParts(mapped.text) : tagParts(mapped.text)
  for (const { kind: token, span: where } of parts) paint(token, toSource(mapped, where))
}

/** Cuts a stretch at the ends of the strings. Stretches come in order. */
function paintWithin(insides: readonly Span[], paint: (kind: TokenKind, where: Span) => void) {
  let first = 0
  return (kind: TokenKind, { from, to }: Span): void => {
    while (first < insides.length && insides[first]!.to <= from) first++
    for (let at = first; at < insides.length && insides[at]!.from < to; at++) {
      const inside = insides[at]!
      paint(kind, span(Math.max(from, inside.from), Math.min(to, inside.to)))
    }
  }
}

function spfParts(text: string): Token[] {
  const { version, terms } = parseSpf(text)
  return [{ kind: 'version', span: version }, ...terms.flatMap((term) => termParts(term))]
}

function termParts(term: Term): Token[] {
  if (term.kind === 'unknown') return []
  const parts: Token[] = [{ kind: 'mechanism', span: term.nameSpan }]
  if (term.kind === 'mechanism' && term.qualifierSpan)
    parts.unshift({ kind: 'qualifier', span: term.qualifierSpan })
  if (term.nameSpan.to < term.span.to)
    parts.push({ kind: 'value', span: span(term.nameSpan.to, term.span.to) })
  return parts
}

const tagParts = (text: string): Token[] =>
  parseTagList(text).tags.flatMap(({ name, nameSpan, valueSpan }): Token[] => [
    { kind: name === 'v' ? 'version' : 'tag', span: nameSpan },
    { kind: 'value', span: valueSpan },
  ])

import type { Severity } from '../../core/diagnostic.ts'
import type { Span } from '../../core/span.ts'
import { highlightZone, type Token, type TokenKind } from './language/highlight.ts'

/** A stretch of the text behind the textarea, all of one look. */
export interface Painted {
  readonly text: string
  readonly kind: TokenKind | undefined
  readonly severity: Severity | undefined
}

export interface Underline {
  readonly span: Span
  readonly severity: Severity
}

/** Beyond this the text is shown without colours: drawing it would cost more than it helps. */
const MAX_PAINTED = 60_000
const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 }

/** Whether a text is drawn in colours. */
export const isPainted = (text: string): boolean => text.length <= MAX_PAINTED

/** The colours of a zone; none where it is beyond all measure. */
export const tokensOf = (text: string): Token[] => (isPainted(text) ? highlightZone(text) : [])

/**
 * Cuts a zone's text into stretches by token and by underline. Joined they are the text again; of a
 * text beyond all measure there are none.
 */
export function paint(text: string, underlines: readonly Underline[]): Painted[] {
  if (!isPainted(text)) return []
  const tokens = tokensOf(text)
  const cuts = new Set([0, text.length])
  for (const { span } of tokens) cuts.add(span.from).add(span.to)
  for (const { span } of underlines.map(visible(text))) cuts.add(span.from).add(span.to)
  const edges = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b)
  const shown = underlines.map(visible(text))
  let next = 0
  return edges.slice(0, -1).map((from, index) => {
    while (next < tokens.length && tokens[next]!.span.to <= from) next++
    const token = tokens[next]
    return {
      text: text.slice(from, edges[index + 1]),
      kind: token && token.span.from <= from ? token.kind : undefined,
      severity: worst(shown.filter(({ span }) => span.from <= from && from < span.to)),
    }
  })
}

/** An empty span has no width to draw: it takes a neighbour in. */
const visible =
  (text: string) =>
  (given: Underline): Underline => {
    const { from, to } = given.span
    if (to > from) return given
    const back = from >= text.length || text[from] === '\n'
    return {
      ...given,
      span: back ? { from: Math.max(0, from - 1), to: from } : { from, to: from + 1 },
    }
  }

const worst = (found: readonly Underline[]): Severity | undefined =>
  found.map(({ severity }) => severity).sort((a, b) => weight[b] - weight[a])[0]

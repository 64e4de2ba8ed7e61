import type { Diagnostic, Severity } from '../../core/diagnostic.ts'
import { groupBy } from '../../core/group-by.ts'
import { reportedOnce } from '../../core/reported-once.ts'

/** What a line has to say: one finding in sight, and those that it may be the cause of. */
export interface LineFinding {
  /** The line that it stands below, from 1. */
  readonly line: number
  readonly first: Diagnostic
  /** In reading order; empty where the first is the only one. */
  readonly more: readonly Diagnostic[]
  /** The worst of them. */
  readonly severity: Severity
  /** The same for the same finding in the same place among others, whatever its line's number is. */
  readonly key: string
}

const weight: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 }

/**
 * Puts findings below their lines: one a line. What the zone's own syntax breaks comes before what is
 * found in the record that came of it, so of a cascade the cause is in sight; of two that weigh alike,
 * what is wrong comes before what could be added; and one fault in two
 * places, as two records where one may be, is reported once, at the last of them.
 */
export function lineFindings(text: string, found: readonly Diagnostic[]): LineFinding[] {
  const lineAt = lineCounter(text)
  const byLine = groupBy(reportedOnce(found), ({ span }) => lineAt(span.from))
  const seen = new Map<string, number>()
  return [...byLine]
    .sort(([a], [b]) => a - b)
    .map(([line, all]) => {
      const [first, ...more] = all.toSorted(byCause) as [Diagnostic, ...Diagnostic[]]
      const name = `${first.code} ${first.message}`
      const count = seen.get(name) ?? 0
      seen.set(name, count + 1)
      return { line, first, more, severity: worstOf(all), key: `${name} ${count}` }
    })
}

/**
 * The finding to go to from a place: the next one behind it or, with -1, before it; round the end.
 * @param at A position in the text: the caret's.
 */
export function findingFrom(
  findings: readonly LineFinding[],
  at: number,
  step: 1 | -1,
): LineFinding | undefined {
  return step > 0
    ? (findings.find(({ first }) => first.span.from > at) ?? findings[0])
    : (findings.findLast(({ first }) => first.span.to < at) ?? findings.at(-1))
}

const isSyntax = ({ code, severity }: Diagnostic): boolean =>
  code.startsWith('zone/') && weight[severity] > weight.info

/** What only wants something more: it can wait until what stands there is right. */
const isAddition = ({ fixes }: Diagnostic): boolean =>
  fixes.length > 0 && fixes.every(({ edits }) => edits.every(({ span }) => span.from === span.to))

const byCause = (a: Diagnostic, b: Diagnostic): number =>
  Number(isSyntax(b)) - Number(isSyntax(a)) ||
  weight[b.severity] - weight[a.severity] ||
  Number(isAddition(a)) - Number(isAddition(b)) ||
  a.span.from - b.span.from

/** The severity that colours several findings together; `hint` for none. */
export const worstOf = (all: readonly Diagnostic[]): Severity =>
  all.map(({ severity }) => severity).sort((a, b) => weight[b] - weight[a])[0] ?? 'hint'

/** Counts lines up to a position, from 1, without reading the text anew for each. */
function lineCounter(text: string): (at: number) => number {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (at) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if (starts[middle]! <= at) low = middle
      else high = middle
    }
    return low + 1
  }
}

import type { Diagnostic, Severity } from '../../core/diagnostic.ts'
import { lengthOf, touches } from '../../core/span.ts'
import type { Hover } from './answers.ts'

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2, hint: 3 }

/**
 * The worst finding that touches the place, of two alike the smaller one; the others by a line. It
 * takes no engine, so the page does it itself.
 */
export function hoverFinding(
  offset: number,
  diagnostics: readonly Diagnostic[],
): Hover | undefined {
  const [first, ...others] = diagnostics
    .filter(({ span }) => touches(span, offset))
    .toSorted(
      (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || lengthOf(a.span) - lengthOf(b.span),
    )
  if (!first) return undefined
  const { span, message, why, source, fixes } = first
  const lines = [why, ...fixes.map(({ title }) => `${title}.`), ...others.map((one) => one.message)]
  return { span, title: message, lines: [...new Set(lines)], source }
}

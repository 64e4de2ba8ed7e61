import type { Diagnostic, Fix, Related } from '../../core/diagnostic.ts'
import { defaultMessageId, type RuleFacts } from '../../core/rule.ts'
import type { Span } from '../../core/span.ts'

/**
 * A kind of problem in the writing of a zone. An error leaves the record out, as a name server would
 * refuse it; a record with warnings is published as it is written.
 */
export type ProblemKind = RuleFacts

export const defineProblem = (kind: ProblemKind): ProblemKind => kind

export interface ProblemDetail {
  readonly fixes?: readonly Fix[]
  readonly related?: readonly Related[]
}

/** Notes a problem at its place. */
export type Report = (kind: ProblemKind, at: Span, message: string, detail?: ProblemDetail) => void

/** Problems kept for one zone; a text with more is no zone, and a list that long helps no one. */
export const MAX_PROBLEMS = 1000

export interface ProblemList {
  readonly report: Report
  /** Counts an error that is reported later, with others of its cause. */
  refuse(): void
  /** In reading order. */
  sorted(): Diagnostic[]
  /** Errors so far: a record is sound if reading it added none. */
  errors(): number
}

export function problemList(file: string): ProblemList {
  const found: Diagnostic[] = []
  let errors = 0
  return {
    report(kind, at, message, { fixes = [], related = [] } = {}) {
      if (kind.severity === 'error') errors++
      if (found.length >= MAX_PROBLEMS) return
      const { code, severity, source, why } = kind
      const messageId = defaultMessageId(code)
      found.push({
        code,
        messageId,
        severity,
        file,
        span: at,
        message,
        source,
        why,
        related,
        fixes,
      })
    },
    refuse: () => errors++,
    sorted: () => found.toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to),
    errors: () => errors,
  }
}

/** A fix of one edit. */
export const replace = (title: string, at: Span, text: string): Fix => ({
  title,
  edits: [{ span: at, text }],
})

import { span, type Span } from '../../../core/span.ts'
import { clipped } from '../../shared/clip.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'

/** `keyword[=value]` behind a path (RFC 5321 §4.1.2). */
export interface Parameter {
  /** In upper case. */
  readonly keyword: string
  readonly value?: string
  readonly typed: string
  readonly span: Span
}

export type ParametersRead =
  | { readonly ok: true; readonly parameters: readonly Parameter[] }
  | { readonly ok: false; readonly problem: SyntaxProblem }

const none: ParametersRead = { ok: true, parameters: [] }

const SYNTAX = /^([a-z\d][a-z\d-]*)(?:=([!-<>-~]+))?$/i

/** Reads the parameters from `at`, right behind the path, to the end. Never throws. */
export function readParameters(text: string, at: number): ParametersRead {
  if (at >= text.length) return none
  if (!/\s/.test(text[at]!))
    return fails(span(at, text.length), 'A space must stand between the `>` and what follows')
  const parameters: Parameter[] = []
  for (const { 0: typed, index } of text.slice(at).matchAll(/\S+/g)) {
    const where = span(at + index, at + index + typed.length)
    const found = SYNTAX.exec(typed)
    if (!found) return fails(where, 'A parameter is written `KEYWORD` or `KEYWORD=value`')
    const keyword = found[1]!.toUpperCase()
    if (parameters.some((other) => other.keyword === keyword))
      return fails(where, `\`${clipped(keyword)}\` is given twice`)
    const value = found[2] === undefined ? {} : { value: found[2] }
    parameters.push({ keyword, typed, span: where, ...value })
  }
  return { ok: true, parameters }
}

const fails = (where: Span, message: string): ParametersRead => ({
  ok: false,
  problem: { span: where, message },
})

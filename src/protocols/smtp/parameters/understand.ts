import { clipped } from '../../shared/clip.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { Parameter } from './read.ts'

/** What one keyword means. */
export interface ParameterReader<Read> {
  /** The keyword of EHLO that allows it. */
  readonly extension: string
  /** How to write it. */
  readonly write: string
  /** @returns `undefined` where the value will not do. */
  read(value: string | undefined, offered: readonly string[]): Partial<Read> | undefined
}

export type ParameterReaders<Read> = Readonly<Record<string, ParameterReader<Read>>>

export type Understood<Read> =
  | { readonly ok: true; readonly parameters: Read }
  | {
      readonly ok: false
      /** `unknown`: no extension that was offered has it. `bad`: its value will not do. */
      readonly kind: 'unknown' | 'bad'
      readonly parameter: Parameter
      readonly problem: SyntaxProblem
    }

/**
 * Understands the parameters of a command.
 * @param offered Keywords from the reply to EHLO; none after HELO (RFC 5321 §4.1.1.2).
 */
export function understand<Read>(
  readers: ParameterReaders<Read>,
  given: readonly Parameter[],
  offered: readonly string[],
  start: Read,
): Understood<Read> {
  let read = start
  for (const parameter of given) {
    const { keyword, value, span } = parameter
    const reader = readers[keyword]
    if (!reader || !offered.includes(reader.extension)) {
      const message = reader && !offered.length ? greetWithEhlo(keyword) : notListed(keyword)
      return { ok: false, kind: 'unknown', parameter, problem: { span, message } }
    }
    const more = reader.read(value, offered)
    if (!more)
      return { ok: false, kind: 'bad', parameter, problem: { span, message: reader.write } }
    read = { ...read, ...more }
  }
  return { ok: true, parameters: read }
}

const greetWithEhlo = (keyword: string): string =>
  `\`${keyword}\` is part of an extension: greet with EHLO to use it`

const notListed = (keyword: string): string =>
  `\`${clipped(keyword)}\` is not among the extensions that EHLO lists`

import { span, type Span } from '../../core/span.ts'
import { shortened, type Fault } from '../fault.ts'

/** What MAIL said beyond the sender. */
export interface MailParameters {
  /** Octets the client expects to send (RFC 1870 §6). */
  readonly size?: number
  /** RFC 6152 §2. */
  readonly body?: '7BIT' | '8BITMIME'
  /** Whether addresses and header fields may hold UTF-8 (RFC 6531 §3.4). */
  readonly smtputf8: boolean
}

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
  | { readonly ok: false; readonly fault: Fault }

const SYNTAX = /^([a-z\d][a-z\d-]*)(?:=([!-<>-~]+))?$/i

/** Reads the parameters from `at`, right behind the path, to the end. Never throws. */
export function readParameters(text: string, at: number): ParametersRead {
  if (at < text.length && !/\s/.test(text[at]!))
    return fails(span(at, text.length), 'A space must stand between the `>` and what follows')
  const parameters: Parameter[] = []
  for (const { 0: typed, index } of text.slice(at).matchAll(/\S+/g)) {
    const where = span(at + index, at + index + typed.length)
    const found = SYNTAX.exec(typed)
    if (!found) return fails(where, 'A parameter is written `KEYWORD` or `KEYWORD=value`')
    const keyword = found[1]!.toUpperCase()
    if (parameters.some((other) => other.keyword === keyword))
      return fails(where, `\`${shortened(keyword)}\` is given twice`)
    const value = found[2] === undefined ? {} : { value: found[2] }
    parameters.push({ keyword, typed, span: where, ...value })
  }
  return { ok: true, parameters }
}

const fails = (where: Span, message: string): ParametersRead => ({
  ok: false,
  fault: { span: where, message },
})

export type MailParametersRead =
  | { readonly ok: true; readonly parameters: MailParameters }
  | {
      readonly ok: false
      /** `unknown`: no extension that was offered has it. `bad`: its value will not do. */
      readonly problem: 'unknown' | 'bad'
      readonly parameter: Parameter
      readonly fault: Fault
    }

/**
 * Understands the parameters of MAIL.
 * @param offered Keywords said in the answer to EHLO; none after HELO (RFC 5321 §4.1.1.2).
 */
export function readMailParameters(
  given: readonly Parameter[],
  offered: readonly string[],
): MailParametersRead {
  let read: MailParameters = { smtputf8: false }
  for (const parameter of given) {
    const { keyword, value, span: where } = parameter
    const reader = readers[keyword]
    if (!reader || !offered.includes(reader.extension)) {
      const message = reader
        ? `\`${keyword}\` is part of an extension: greet with EHLO to use it`
        : notListed(keyword)
      return { ok: false, problem: 'unknown', parameter, fault: { span: where, message } }
    }
    const more = reader.read(value)
    if (!more)
      return { ok: false, problem: 'bad', parameter, fault: { span: where, message: reader.write } }
    read = { ...read, ...more }
  }
  return { ok: true, parameters: read }
}

/** Why a parameter is refused that no extension here has. */
export const notListed = (keyword: string): string =>
  `\`${shortened(keyword)}\` is not among the extensions that EHLO lists`

interface ParameterReader {
  readonly extension: string
  /** How to write it. */
  readonly write: string
  read(value: string | undefined): Partial<MailParameters> | undefined
}

const readers: Readonly<Record<string, ParameterReader>> = {
  SIZE: {
    extension: 'SIZE',
    write: 'Write `SIZE=` and the number of octets, up to 20 digits',
    read: (value) => (/^\d{1,20}$/.test(value ?? '') ? { size: Number(value) } : undefined),
  },
  BODY: {
    extension: '8BITMIME',
    write: 'Write `BODY=7BIT` or `BODY=8BITMIME`',
    read(value) {
      const body = value?.toUpperCase()
      return body === '7BIT' || body === '8BITMIME' ? { body } : undefined
    },
  },
  SMTPUTF8: {
    extension: 'SMTPUTF8',
    write: '`SMTPUTF8` stands alone, without a value',
    read: (value) => (value === undefined ? { smtputf8: true } : undefined),
  },
}

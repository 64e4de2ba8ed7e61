import { clip } from '../../core/text/clip.ts'
import { span, type Span } from '../../core/span.ts'

export type StsMode = 'enforce' | 'testing' | 'none'

/** A `key: value` line of the policy file. Spans count in the file's text. */
export interface PolicyField {
  /** As written: keys are case sensitive (RFC 8461 §3.2, `%s`). */
  readonly key: string
  /** Without white space at its ends. */
  readonly value: string
  readonly keySpan: Span
  readonly valueSpan: Span
  /** From the key to the end of the value. */
  readonly span: Span
  /** The whole line with its line end. */
  readonly line: Span
}

export interface PolicyProblem {
  readonly kind: 'blank' | 'no-colon' | 'key' | 'too-long'
  readonly span: Span
  /** The whole line with its line end. */
  readonly line: Span
  readonly message: string
}

/** The file at `https://mta-sts.<domain>/.well-known/mta-sts.txt` (RFC 8461 §3.2), read whole. */
export interface StsPolicy {
  readonly text: string
  /** In order, duplicates too. */
  readonly fields: readonly PolicyField[]
  readonly problems: readonly PolicyProblem[]
  readonly mode?: StsMode
  /** Seconds. */
  readonly maxAge?: number
  /** In order, those that cannot match too. */
  readonly mx: readonly PolicyField[]
  /** Whether senders can follow it: every required field stands there and can be read. */
  readonly valid: boolean
}

/** Characters that are read: RFC 8461 §3.3 suggests 64 kilobytes as the largest policy. */
export const MAX_POLICY = 65_536

/** Seconds: a little over a year (RFC 8461 §3.2). */
export const MAX_AGE = 31_557_600

/** Fields that are registered (RFC 8461 §9.3). */
export const POLICY_KEYS: readonly string[] = ['version', 'mode', 'max_age', 'mx']

export const MODES: readonly StsMode[] = ['enforce', 'testing', 'none']

const isMode = (text: string): text is StsMode => (MODES as readonly string[]).includes(text)

/** Reads a policy file. Never throws: what is no field is reported and left out. */
export function parseStsPolicy(text: string): StsPolicy {
  const fields: PolicyField[] = []
  const problems: PolicyProblem[] = []
  for (const line of linesOf(text.slice(0, MAX_POLICY))) {
    const read = readLine(text, line)
    if ('kind' in read) problems.push(read)
    else fields.push(read)
  }
  if (text.length > MAX_POLICY) problems.push(tooLong(span(MAX_POLICY, text.length)))
  const read = valuesOf(fields)
  const mx = fields.filter(({ key }) => key === 'mx')
  return { text, fields, problems, ...read, mx, valid: isValid(fields, problems, read, mx) }
}

/** A line and its end: CRLF or LF (§3.2). */
interface Line {
  readonly content: Span
  readonly whole: Span
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let from = 0; from < text.length;) {
    const feed = text.indexOf('\n', from)
    const end = feed < 0 ? text.length : feed
    const to = feed < 0 ? end : end + 1
    const content = span(from, feed > from && text[end - 1] === '\r' ? end - 1 : end)
    lines.push({ content, whole: span(from, to) })
    from = to
  }
  return lines
}

/** A letter or digit, then at most 31 more, `_`, `-` and `.` among them (§3.2). */
const KEY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/
export const isKey = (text: string): boolean => KEY.test(text)

function readLine(text: string, { content, whole }: Line): PolicyField | PolicyProblem {
  const { from, to } = content
  const written = text.slice(from, to)
  if (written.trim() === '') return problem('blank', whole, whole, 'An empty line is no field.')
  const colon = written.indexOf(':')
  if (colon < 0)
    return problem(
      'no-colon',
      content,
      whole,
      `\`${clip(written.trim(), SHOWN)}\` is no field: a field is a key, a \`:\` and a value.`,
    )
  const key = written.slice(0, colon)
  const keySpan = span(from, from + colon)
  if (!isKey(key))
    return problem(
      'key',
      keySpan.from < keySpan.to ? keySpan : content,
      whole,
      key.trim() !== key && isKey(key.trim())
        ? `Nothing may stand before the key \`${key.trim()}\`, nor between it and its \`:\`.`
        : `\`${clip(key.trim(), SHOWN)}\` is no key: keys are letters, digits, \`_\`, \`-\` and \`.\`.`,
    )
  const rest = written.slice(colon + 1)
  const value = rest.trim()
  const start = value ? from + colon + 1 + rest.indexOf(value) : to
  const valueSpan = span(start, start + value.length)
  return { key, value, keySpan, valueSpan, span: span(from, valueSpan.to), line: whole }
}

const problem = (
  kind: PolicyProblem['kind'],
  where: Span,
  line: Span,
  message: string,
): PolicyProblem => ({ kind, span: where, line, message })

const tooLong = (where: Span): PolicyProblem =>
  problem('too-long', where, where, 'Senders may read no more than 64 kilobytes of a policy.')

/** The first field of the key: of any but `mx` only that one counts (§3.2). */
export const fieldNamed = (fields: readonly PolicyField[], key: string): PolicyField | undefined =>
  fields.find((field) => field.key === key)

export function readMaxAge(value: string): number | undefined {
  const seconds = /^\d{1,10}$/.test(value) ? Number(value) : NaN
  return seconds <= MAX_AGE ? seconds : undefined
}

function valuesOf(fields: readonly PolicyField[]): Pick<StsPolicy, 'mode' | 'maxAge'> {
  const mode = fieldNamed(fields, 'mode')?.value ?? ''
  const maxAge = readMaxAge(fieldNamed(fields, 'max_age')?.value ?? '')
  return { ...(isMode(mode) ? { mode } : {}), ...(maxAge === undefined ? {} : { maxAge }) }
}

function isValid(
  fields: readonly PolicyField[],
  problems: readonly PolicyProblem[],
  { mode, maxAge }: Pick<StsPolicy, 'mode' | 'maxAge'>,
  mx: readonly PolicyField[],
): boolean {
  if (fieldNamed(fields, 'version')?.value !== 'STSv1') return false
  if (problems.some(({ kind }) => kind === 'no-colon' || kind === 'key')) return false
  return mode !== undefined && maxAge !== undefined && (mode === 'none' || mx.length > 0)
}

/** Characters that a message repeats of a text from outside. */
const SHOWN = 40

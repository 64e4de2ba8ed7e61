import { span, type Span } from '../../../../core/span.ts'
import type { Cause } from '../causes.ts'
import { slipsOf } from '../slips.ts'
import type { ZoneMistake, ZoneOperator } from './operator.ts'
import type { SolvedRecord } from './record.ts'

/** A tag of DKIM or DMARC, where it stands within one string. */
interface Tag {
  readonly name: string
  readonly value: string
  readonly nameSpan: Span
  readonly valueSpan: Span
  /** The semicolon behind it. */
  readonly end?: Span
}

function tagsOf({ kind, data }: SolvedRecord): Tag[] {
  if (kind !== 'dkim' && kind !== 'dmarc') return []
  return data.flatMap(({ raw, at = 0 }) =>
    [...raw.matchAll(/([a-z]+)=([^;]*?)\s*(;|$)/gi)].flatMap(
      ({ 1: name, 2: value, 3: end, index }) => {
        if (name === undefined || value === undefined || raw.slice(0, index).trim().match(/[^;]$/))
          return []
        const from = at + index
        const valueFrom = from + name.length + 1
        const tail = raw.indexOf(';', index)
        return {
          ...{ name, value, nameSpan: span(from, from + name.length) },
          valueSpan: span(valueFrom, valueFrom + value.length),
          ...(end === ';' && { end: span(at + tail, at + tail + 1) }),
        }
      },
    ),
  )
}

/** The version of a DKIM or DMARC record mistyped, or gone. */
export const tagVersion: ZoneOperator = function* (record, { dice }) {
  const version = tagsOf(record).find(({ name }) => name === 'v')
  if (!version) return
  const { value, valueSpan, nameSpan, end } = version
  const texts = [value.slice(0, -1), ...slipsOf(value, dice).map(({ text }) => text)]
  for (const text of new Set(texts)) yield { cause: 'version-typo', span: valueSpan, put: text }
  if (end) yield { cause: 'no-version', span: span(nameSpan.from, end.to), put: '' }
}

/** A tag in another case, mistyped, or without its semicolon. */
export const tagNames: ZoneOperator = function* (record) {
  for (const { name, nameSpan, end } of tagsOf(record)) {
    if (name === 'p' || name === 'k')
      yield { cause: 'tag-case', span: nameSpan, put: name.toUpperCase() }
    if (name === 'p')
      yield { cause: 'tag-typo', span: nameSpan, put: record.kind === 'dkim' ? 'key' : 'policy' }
    if (end) yield { cause: 'no-semicolon', span: end, put: '' }
  }
}

/** The policy another one, mistyped, or missing. */
export const policy: ZoneOperator = function* (record, { dice }) {
  const found =
    record.kind === 'dmarc' ? tagsOf(record).find(({ name }) => name === 'p') : undefined
  if (!found) return
  const { value, valueSpan, nameSpan, end } = found
  const others = {
    none: 'policy-none',
    quarantine: 'policy-quarantine',
    reject: 'policy-reject',
  } as const
  for (const [other, cause] of Object.entries(others))
    if (other !== value) yield { cause, span: valueSpan, put: other }
  for (const { text } of slipsOf(value, dice))
    yield { cause: 'policy-typo', span: valueSpan, put: text }
  yield { cause: 'policy-typo', span: valueSpan, put: 'deny' }
  yield { cause: 'policy-missing', span: span(nameSpan.from, (end ?? valueSpan).to), put: '' }
}

/** The key cut, with a character off, in PEM lines, or of another kind. */
export const key: ZoneOperator = function* (record, { dice }) {
  if (record.kind !== 'dkim') return
  const type = tagsOf(record).find(({ name }) => name === 'k')
  if (type)
    for (const text of ['dsa', 'RSA2']) yield { cause: 'key-type', span: type.valueSpan, put: text }
  for (const { from, length } of keyStrings(record)) {
    const cut = (cause: Cause, at: number, count: number, put = ''): ZoneMistake => ({
      ...{ cause, span: span(from + at, from + at + count), put },
    })
    yield cut('key-cut', 0, 1 + dice.below(8))
    yield cut('key-cut', 8 + dice.below(length - 24), 1 + dice.below(8))
    yield cut('key-cut', length - 8, 8)
    yield cut('key-typo', 40 + dice.below(length - 60), 1, '-')
    yield cut('key-pem', 0, 0, '-----BEGIN PUBLIC KEY-----')
  }
}

/** Where pieces of the key stand: strings of base64 alone, or what follows `p=`. */
function keyStrings({ data }: SolvedRecord): { from: number; length: number }[] {
  return data.flatMap(({ raw, at }) => {
    const found = /(?:^|p=)([A-Za-z0-9+/]{60,}=*)/.exec(raw)
    if (!found || at === undefined) return []
    return { from: at + found.index + found[0].length - found[1]!.length, length: found[1]!.length }
  })
}

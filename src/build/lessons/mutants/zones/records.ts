import { slice, span } from '../../../../core/span.ts'
import { slipsOf } from '../slips.ts'
import type { ZoneOperator } from './operator.ts'

/** The record left out. */
export const recordMissing: ZoneOperator = function* ({ span: all }) {
  yield { cause: 'record-missing', span: all, put: '' }
}

/** SPF as the type, or TXT mistyped. */
export const recordType: ZoneOperator = function* ({ kind, type }, { dice }) {
  if (kind !== 'mx' && kind !== 'other') yield { cause: 'type-spf', span: type.span, put: 'SPF' }
  for (const { text } of slipsOf(type.raw, dice))
    yield { cause: 'wrong-type', span: type.span, put: text }
}

/** Another owner: a service's, the full name without its dot, none. */
export const owner: ZoneOperator = function* ({ kind, owner, origin, name }, { dice }) {
  if (!owner) return
  const put = (text: string) => ({ span: owner.span, put: text })
  yield { cause: 'owner-missing', ...put(' '.repeat(owner.raw.length)) }
  yield { cause: 'owner-doubled', ...put(name) }
  if (kind === 'spf')
    for (const text of ['www', '_spf', dice.one(['spf', 'mail', 'smtp', 'txt'])])
      yield { cause: 'wrong-owner', ...put(text) }
  if (owner.raw === '@') return
  yield { cause: 'wrong-owner', ...put('@') }
  if (kind === 'dkim' || kind === 'dmarc')
    yield { cause: 'no-underscore', ...put(owner.raw.replace('_', '')) }
  if (kind === 'dkim') {
    const [selector = '', ...rest] = owner.raw.split('.')
    for (const { text } of slipsOf(selector, dice))
      yield { cause: 'selector-typo', ...put([text, ...rest].join('.')) }
    yield { cause: 'wrong-owner', ...put(selector) }
    yield { cause: 'wrong-owner', ...put(rest.join('.')) }
  }
  if (kind === 'dmarc') {
    for (const { text } of slipsOf('dmarc', dice))
      yield { cause: 'wrong-owner', ...put(`_${text}`) }
    yield { cause: 'wrong-owner', ...put(`_dmarc.${origin.split('.')[0]!}`) }
  }
}

/** One quote missing, or both. */
export const quotes: ZoneOperator = function* ({ data, text }) {
  for (const { quoted, span: all } of data) {
    if (!quoted) continue
    yield { cause: 'quote-missing', span: span(all.from, all.from + 1), put: '' }
    yield { cause: 'quote-missing', span: span(all.to - 1, all.to), put: '' }
    yield { cause: 'quotes-missing', span: all, put: slice(text, span(all.from + 1, all.to - 1)) }
  }
}

/** The record once more, as somebody does who wants to add to it. */
export const secondRecord: ZoneOperator = function* ({ kind, span: all, text, data }) {
  const written = slice(text, all)
  const other = { spf: 'v=spf1 mx ~all', dmarc: 'v=DMARC1; p=none' }[kind as 'spf' | 'dmarc']
  if (!other || data.length !== 1) return
  const value = slice(text, data[0]!.span)
  const second = written.replace(value, `"${other}"`)
  yield { cause: 'two-records', span: span(all.to, all.to), put: `\n${second}` }
}

import { slipsOf } from '../slips.ts'
import type { ZoneMistake, ZoneOperator } from './operator.ts'

/** The address of an A or AAAA mistyped, or a name in its place. */
export const hostAddress: ZoneOperator = function* ({ type, data, name }, { dice }) {
  const [address] = data
  if (!/^(A|AAAA)$/i.test(type.raw) || !address) return
  for (const { text } of slipsOf(address.raw, dice))
    yield { cause: 'address-typo', span: address.span, put: text }
  yield { cause: 'address-name', span: address.span, put: `${name}.` }
}

/** The target of a CNAME, PTR or NS: mistyped, without its final dot or with one too many, an address. */
export const hostTarget: ZoneOperator = function* ({ type, data, origin }, { world, dice }) {
  const [target] = data
  if (!/^(CNAME|PTR|NS)$/i.test(type.raw) || !target) return
  const put = (cause: ZoneMistake['cause'], text: string) => ({
    cause,
    span: target.span,
    put: text,
  })
  const name = target.raw.replace(/\.$/, '')
  if (target.raw.endsWith('.')) yield put('final-dot-missing', name)
  else yield put('final-dot-extra', `${name}.`)
  for (const { text } of slipsOf(name, dice))
    yield put('target-typo', target.raw.endsWith('.') ? `${text}.` : text)
  const full = target.raw.endsWith('.') ? name : `${name}.${origin}`
  const address = world.hosts.find((one) => one.name === full)?.addresses[0]
  if (address) yield put('target-address', address)
}

/** An MX that takes the place of another in their order. */
export const mxOrder: ZoneOperator = function* ({ kind, data, text }) {
  const [preference] = data
  const others = text.match(/\bMX\s+\d+/gi)?.length ?? 0
  if (kind !== 'mx' || others < 2 || !preference || !/^\d+$/.test(preference.raw)) return
  const number = Number(preference.raw)
  yield { cause: 'mx-order', span: preference.span, put: String(number > 0 ? 0 : 99) }
}

/** An address for reports without `mailto:`. */
export const reportAddress: ZoneOperator = function* ({ kind, data }) {
  if (kind !== 'dmarc') return
  for (const { raw, at } of data) {
    const found = /ru[af]=(mailto:)/i.exec(raw)
    if (!found || at === undefined) continue
    const from = at + found.index + 4
    yield { cause: 'no-mailto', span: { from, to: from + 7 }, put: '' }
  }
}

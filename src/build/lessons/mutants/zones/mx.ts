import { cover } from '../../../../core/span.ts'
import { slipsOf } from '../slips.ts'
import type { ZoneOperator } from './operator.ts'

/** The host of an MX: with a dot too many, without one, mistyped, or an address. */
export const mx: ZoneOperator = function* ({ kind, data, origin }, { world, dice }) {
  const [preference, host] = data
  if (kind !== 'mx' || !preference || !host) return
  const name = host.raw.replace(/\.$/, '')
  const full = name.endsWith(`.${origin}`) ? name : `${name}.${origin}`
  yield { cause: 'final-dot-missing', span: host.span, put: full }
  yield { cause: 'final-dot-extra', span: host.span, put: `${full.slice(0, -origin.length - 1)}.` }
  const address = world.hosts.find((one) => one.name === full)?.addresses[0]
  if (address) yield { cause: 'mx-address', span: host.span, put: address }
  for (const { text } of slipsOf(host.raw, dice))
    yield { cause: 'mx-typo', span: host.span, put: text }
  yield { cause: 'mx-preference', span: cover(preference.span, host.span), put: host.raw }
}

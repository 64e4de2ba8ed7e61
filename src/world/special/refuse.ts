import { isGreylisted } from '../../protocols/smtp/policies/greylisting.ts'
import type { Consulted, Refusal } from '../../protocols/smtp/server/host.ts'
import type { OneVerdict } from '../../protocols/smtp/server/session.ts'
import { expand } from '../addresses/expand.ts'
import type { Internet } from '../internet.ts'
import type { Incoming, Receiver } from '../receiving/receiver.ts'
import type { HostSpec } from '../spec.ts'
import type { SpecialAddress } from './special-address.ts'

const SECOND = 1000

interface Found {
  readonly address: string
  readonly special: SpecialAddress
}

/** The reply to RCPT that a special address stands for; the log says that it was wanted. */
export function refusalAtRcpt(
  net: Internet,
  { host, connection }: { readonly host: HostSpec; readonly connection: number },
  { peer, from }: Consulted,
  { address, special }: Found,
): Refusal | undefined {
  const { act } = special
  if (act.kind === 'refuse' && act.at === 'RCPT') {
    const { code, enhanced, text } = act
    noteSpecial(
      net,
      { host, connection },
      { address, special },
      code < 500 ? 'deferred' : 'refused',
    )
    return { code, enhanced, text }
  }
  if (act.kind !== 'greylist') return undefined
  const triplet = { client: peer.address, sender: from, recipient: address }
  const rule = { delay: act.seconds * SECOND }
  if (!isGreylisted(rule, net.memoryOf(host.name), triplet, net.clock.now())) return undefined
  noteSpecial(net, { host, connection }, { address, special }, 'deferred')
  return { code: 450, enhanced: '4.7.1', text: `Greylisted: try again in ${act.seconds} seconds` }
}

/** The reply to the end of a message; one for all its recipients. */
export function refusalAtEnd(
  net: Internet,
  receiver: Receiver,
  { envelope }: Incoming,
): (OneVerdict & { readonly accepted: false }) | undefined {
  for (const address of envelope.to) {
    const found = receiver.host.specialAddresses ? expand(net, receiver.host, address) : undefined
    if (found?.by !== 'special') continue
    const { act } = found.special
    if (act.kind !== 'refuse' || act.at !== '.') continue
    const { code, enhanced, text } = act
    noteSpecial(net, receiver, found, code < 500 ? 'deferred' : 'refused')
    return { accepted: false, code, enhanced, text }
  }
  return undefined
}

export const noteSpecial = (
  net: Internet,
  { host, connection }: { readonly host: HostSpec; readonly connection: number },
  { address, special }: Found,
  action: 'refused' | 'deferred' | 'dropped' | 'accepted',
): void =>
  net.emit({
    ...{ type: 'decided', host: host.name, connection, policy: 'special address', action },
    ...{ subject: address, reason: special.about, source: special.source },
    setting: 'specialAddresses',
  })

import { inNetwork } from '../../core/ip.ts'
import { no, yes, type Match } from './mechanisms/mechanism.ts'
import type { Mechanism } from './record.ts'
import { clientText, type Session } from './session.ts'

/** Whether the client lies in the network of `ip4` or `ip6` (RFC 7208 §5.6). */
export function matchNetwork({ network, cidr4, cidr6 }: Mechanism, session: Session): Match {
  const octets = network?.octets
  const client = clientText(session)
  if (!octets) return no('it holds no address')
  // IPv4 clients, inside IPv6 or not, only match `ip4` (§5).
  if (octets.length !== session.ip.length)
    return no(`${client} is an IPv${session.ip.length === 4 ? 4 : 6} address`)
  const whole = octets.length * 8
  const bits = (cidr4 ?? cidr6)?.bits ?? whole
  const inside = inNetwork(session.ip, octets, bits)
  if (bits === whole)
    return inside ? yes(`${client} is that very address`) : no(`${client} is another address`)
  const written = `${network.text}/${bits}`
  return inside ? yes(`${client} lies in ${written}`) : no(`${client} lies outside ${written}`)
}

import { coversAddress, parseIp } from '../../../core/ip.ts'
import { domainKey } from '../wire/domains.ts'
import type { Account } from '../../sasl/account.ts'
import type { Personality } from '../personalities/personality.ts'
import type { Peer, SmtpHost } from './host.ts'
import { addressKey, addressOf, mailboxKey, type Mailbox, type Path } from '../wire/paths.ts'

/** What a server makes of a recipient: it is its own, unknown, passed on, or not its business. */
export type Destination = 'local' | 'unknown' | 'relayed' | 'denied'

/** Some read `dave%example.com@example.org` and `example.com!dave@example.org` as a way to go on. */
const isRouted = ({ personality }: Client, { user }: Mailbox): boolean =>
  personality?.policies.addresses === 'lenient' && /[%!@]/.test(user)

/** Who asks, and whom. */
export interface Client {
  readonly host: SmtpHost
  readonly peer: Peer
  readonly user: Account | undefined
  readonly personality?: Pick<Personality, 'policies'>
}

/** Where mail for an address goes from here (RFC 5321 §3.3, §3.6.1, §7.9). */
export function destinationOf(client: Client, mailbox: Mailbox): Destination {
  const { host, peer, user } = client
  const { localDomains, addresses, queuesFor } = served(host)
  const domain = domainKey(mailbox.domain)
  if (!localDomains.has(domain) || isRouted(client, mailbox))
    return user || mayRelay(host, peer) || queuesFor.has(domain) ? 'relayed' : 'denied'
  const isKnown = addresses.has(mailboxKey(mailbox)) || isPostmaster(mailbox.user)
  return isKnown || host.backing?.knows?.(addressOf(mailbox)) ? 'local' : 'unknown'
}

interface Served {
  readonly localDomains: ReadonlySet<string>
  readonly addresses: ReadonlySet<string>
  readonly queuesFor: ReadonlySet<string>
}

/** The keys of what each host serves; a host is a value, so they never change. */
const known = new WeakMap<SmtpHost, Served>()

function served(host: SmtpHost): Served {
  const found = known.get(host)
  if (found) return found
  const addresses = [...host.mailboxes, ...host.lists.map(({ address }) => address)]
  const keys: Served = {
    localDomains: new Set(host.localDomains.map(domainKey)),
    addresses: new Set(addresses.map(addressKey).filter((key) => key !== undefined)),
    queuesFor: new Set(host.queuesFor.map(domainKey)),
  }
  known.set(host, keys)
  return keys
}

/** Postmaster is always known, in upper or lower case (RFC 5321 §4.5.1). */
const isPostmaster = (user: string): boolean => user.toLowerCase() === 'postmaster'

/** `<Postmaster>` without a domain is this server's own: that of its first domain. */
export const postmasterOf = (host: SmtpHost): Mailbox => ({
  localPart: 'postmaster',
  user: 'postmaster',
  domain: host.localDomains[0] ?? host.name,
})

/** The mailbox that a forward-path names; none for `<>`, which only a sender may have. */
export function recipientOf(host: SmtpHost, path: Path): Mailbox | undefined {
  if (path.kind === 'mailbox') return path.mailbox
  return path.kind === 'postmaster' ? postmasterOf(host) : undefined
}

/** Addresses of this server whose local part is `user`: VRFY may leave the domain out (§3.5.1). */
export const mailboxesNamed = (asking: Client, user: string): string[] =>
  asking.host.localDomains
    .map((domain) => ({ localPart: user, user, domain }))
    .filter((mailbox) => destinationOf(asking, mailbox) === 'local')
    .map(addressOf)

/** Whether the peer's address is one of those, or in one of the networks, that may relay. */
export function mayRelay({ relayFrom }: SmtpHost, peer: Peer): boolean {
  if (!relayFrom.length) return false
  const address = parseIp(peer.address)
  return address !== undefined && relayFrom.some((network) => coversAddress(network, address))
}

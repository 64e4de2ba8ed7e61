import { inNetwork, parseIp, unmapIpv4 } from '../../core/ip.ts'
import { domainKey } from './domains.ts'
import type { Peer, SmtpHost } from './host.ts'
import { addressKey, addressOf, mailboxKey, type Mailbox, type Path } from './paths.ts'

/** What a server makes of a recipient: it is its own, unknown, passed on, or not its business. */
export type Destination = 'local' | 'unknown' | 'relayed' | 'denied'

/** Where mail for an address goes from here (RFC 5321 §3.3, §3.6.1, §7.9). */
export function destinationOf(host: SmtpHost, peer: Peer, mailbox: Mailbox): Destination {
  if (!isLocal(host, mailbox.domain)) return mayRelay(host, peer) ? 'relayed' : 'denied'
  const key = mailboxKey(mailbox)
  const known = host.mailboxes.some((address) => addressKey(address) === key)
  return known || isPostmaster(mailbox.user) ? 'local' : 'unknown'
}

/** Postmaster is always known, in any case of letters (RFC 5321 §4.5.1). */
const isPostmaster = (user: string): boolean => user.toLowerCase() === 'postmaster'

const isLocal = (host: SmtpHost, domain: string): boolean =>
  host.localDomains.some((local) => domainKey(local) === domainKey(domain))

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
export const mailboxesNamed = (host: SmtpHost, user: string): string[] =>
  host.localDomains
    .map((domain) => ({ localPart: user, user, domain }))
    .filter((mailbox) => destinationOf(host, { address: '' }, mailbox) === 'local')
    .map(addressOf)

/** Whether the peer's address is one of those, or in one of the networks, that may relay. */
export function mayRelay(host: SmtpHost, peer: Peer): boolean {
  const address = parseIp(peer.address)
  return address !== undefined && host.relayFrom.some((network) => covers(network, address))
}

function covers(network: string, address: Uint8Array): boolean {
  const [text = '', length] = network.split('/')
  const base = parseIp(text)
  if (!base || (length !== undefined && !/^\d{1,3}$/.test(length))) return false
  const bits = length === undefined ? base.length * 8 : Number(length)
  return bits <= base.length * 8 && inNetwork(unmapIpv4(address), base, bits)
}

import { domainOf } from '../../core/domain.ts'
import { isSameDomain } from '../../core/idna.ts'
import { domainsOf, isOf } from '../domains.ts'
import type { Internet } from '../internet.ts'
import { listAddressOf, type ListAddress } from '../lists/list-address.ts'
import { bouncedRecipient } from '../sending/bounce-path.ts'
import type { AliasSpec, HostSpec } from '../spec.ts'
import type { SpecialAddress } from '../special/special-address.ts'
import { specialNamed } from '../special/special-addresses.ts'
import { isSrs, readSrs, type SrsKey, type SrsReading } from './srs.ts'

/** What an address of a host's own domains stands for. */
export type Expansion =
  | { readonly by: 'mailbox'; readonly address: string }
  | { readonly by: 'unknown'; readonly address: string }
  | (Expanded & { readonly by: 'alias' | 'catch-all'; readonly address: string })
  | { readonly by: 'srs'; readonly address: string; readonly reading: SrsReading }
  /** Of a service’s customers: a bounce for who is named, or a complaint. */
  | { readonly by: 'bounce'; readonly address: string; readonly recipient: string }
  | { readonly by: 'complaint'; readonly address: string }
  | { readonly by: 'special'; readonly address: string; readonly special: SpecialAddress }
  | { readonly by: 'list'; readonly address: string; readonly list: ListAddress }

/** Where an alias leads, through others of this host. */
export interface Expanded {
  /** Addresses with a mailbox here. */
  readonly mailboxes: readonly string[]
  /** To be sent to by SMTP. */
  readonly others: readonly string[]
  /** An alias that leads back to itself. */
  readonly circle?: string
}

/** An address as one of a host's own: its alias comes before its mailbox, and a catch-all last. */
export function expand(net: Internet, host: HostSpec, address: string): Expansion {
  const domains = domainsOf(host)
  const alias = aliasNamed(host, address)
  if (alias) return { by: 'alias', address, ...follow(net, host, alias) }
  if (net.mailboxes.receiving(address, domains)) return { by: 'mailbox', address }
  const list = listAddressOf(host, address)
  if (list) return { by: 'list', address, list }
  const recipient = bouncedRecipient(host, address)
  if (recipient !== undefined) return { by: 'bounce', address, recipient }
  if (sameAddress(host.sending?.complaintsTo ?? '', address)) return { by: 'complaint', address }
  const special = host.specialAddresses ? specialNamed(address) : undefined
  if (special) return { by: 'special', address, special }
  const local = address.slice(0, address.lastIndexOf('@'))
  if (host.forwarding?.sender === 'srs' && isSrs(local))
    return {
      by: 'srs',
      address,
      reading: readSrs(local, srsKeyOf(net, host, address), net.clock.now()),
    }
  const all = catchAllOf(host, address)
  if (all) return { by: 'catch-all', address, ...follow(net, host, all) }
  return { by: 'unknown', address }
}

const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

const aliasNamed = ({ aliases = [] }: HostSpec, address: string): AliasSpec | undefined =>
  aliases.find((alias) => sameAddress(alias.address, address))

const catchAllOf = ({ aliases = [] }: HostSpec, address: string): AliasSpec | undefined =>
  aliases.find(
    ({ address: of }) => of.startsWith('*@') && isSameDomain(domainOf(of), domainOf(address)),
  )

/** Follows aliases through aliases of this host; each is followed once. */
function follow(net: Internet, host: HostSpec, first: AliasSpec): Expanded {
  const domains = domainsOf(host)
  const mailboxes = new Set<string>()
  const others = new Set<string>()
  const met = new Set([first])
  let circle: string | undefined
  const waiting = [first]
  for (let alias = waiting.shift(); alias; alias = waiting.shift())
    for (const target of alias.to) {
      const next = isOf(domains, target) ? aliasNamed(host, target) : undefined
      if (next && !met.has(next)) {
        met.add(next)
        waiting.push(next)
      } else if (isOf(domains, target) && net.mailboxes.receiving(target, domains))
        mailboxes.add(target)
      else if (next) circle ??= target
      else others.add(target)
    }
  return {
    ...{ mailboxes: [...mailboxes], others: [...others] },
    ...(circle !== undefined && { circle }),
  }
}

/** The key that a host signs rewritten senders with: from its spec, or from the seed of the world. */
export const srsKeyOf = (
  { spec }: Pick<Internet, 'spec'>,
  { name, forwarding }: HostSpec,
  address: string,
): SrsKey => ({
  secret: forwarding?.secret ?? `${spec.seed} ${name}`,
  domain: domainOf(address),
})

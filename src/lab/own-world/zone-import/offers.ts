import { parseIp } from '../../../core/ip.ts'
import { createResolver } from '../../../dns/resolver.ts'
import type { Zone } from '../../../dns/zone/zone.ts'
import { isWithin } from '../../../core/domain.ts'
import { parseSpf } from '../../../auth/spf/parse.ts'
import type { Term } from '../../../auth/spf/record.ts'
import type {
  HostSpec,
  MailboxSpec,
  MailSpec,
  SenderCase,
  WorldSpec,
  ZoneSpec,
} from '../../../world/spec.ts'
import { isName } from '../rename.ts'
import { FreeAddresses, mailHostElsewhere, serviceElsewhere } from './stand-ins.ts'

/** What a zone names and a world may have for it, each made on request. */
export interface ZoneOffers {
  /** Its mail hosts, the preferred one first, with zones for those whose names are outside. */
  readonly mailHosts: Offer
  /** Hosts and sender cases for the addresses that its SPF record lists. */
  readonly senders: Offer
  /** Zones and hosts in place of the services that its SPF record includes. */
  readonly services: Offer
  /** A mailbox of its owner, and a message from there. It needs the mail host. */
  readonly message: Offer
}

/** Items for a world. Nothing is offered where all lists are empty. */
export interface Offer {
  /** Names, for people. */
  readonly names: readonly string[]
  readonly zones: readonly ZoneSpec[]
  readonly hosts: readonly HostSpec[]
  readonly mailboxes: readonly MailboxSpec[]
  readonly senders: readonly SenderCase[]
  readonly mails: readonly MailSpec[]
}

/** Of each kind: a record may list more than anybody wants to watch. */
const MOST = 12

const none: Offer = {
  ...{ names: [], zones: [], hosts: [], mailboxes: [], senders: [], mails: [] },
}

/** What a part of a zone names that is there: whose mail it is was settled before. */
export const offersOfPart = (part: Zone, world: WorldSpec): ZoneOffers => ({
  ...offersOf(part, world),
  message: none,
})

/** What a zone of one's own names, as far as the world does not have it. */
export function offersOf(zone: Zone, world: WorldSpec): ZoneOffers {
  const reading: Reading = {
    zone,
    world,
    free: new FreeAddresses(world.hosts.flatMap(({ addresses }) => addresses)),
    taken: new Set(world.hosts.flatMap(({ addresses }) => addresses)),
    addressesOf: addressesIn(zone),
  }
  const mailHosts = offerMailHosts(reading)
  const terms = spfTerms(zone)
  const senders = offerSenders(reading, terms)
  const services = offerServices(reading, terms)
  return {
    ...{ mailHosts, senders, services },
    message: offerMessage(reading, terms, { mailHosts, senders, services }),
  }
}

interface Reading {
  readonly zone: Zone
  readonly world: WorldSpec
  readonly free: FreeAddresses
  /** Addresses of hosts that there are, and of those that are offered. */
  readonly taken: Set<string>
  readonly addressesOf: (name: string) => readonly string[]
}

function addressesIn(zone: Zone): Reading['addressesOf'] {
  const resolver = createResolver([zone])
  return (name) =>
    (['A', 'AAAA'] as const).flatMap((type) =>
      resolver
        .query(name, type)
        .records.flatMap((record) =>
          (record.type === 'A' || record.type === 'AAAA') && parseIp(record.address)
            ? [record.address]
            : [],
        ),
    )
}

const smtpFor = (
  domains: readonly string[],
  queuesFor: readonly string[],
): NonNullable<HostSpec['smtp']> => ({
  ...{ personality: 'teaching', domains, relayFrom: [], maxSize: 10_485_760 },
  ...{ authenticates: true, tls: 'offered' },
  ...(queuesFor.length && { queuesFor }),
})

/** Where the owners of mailboxes send and read. */
const usersOf = (domain: string): Pick<HostSpec, 'submission' | 'imap' | 'pop3'> => ({
  submission: { personality: 'teaching', domains: [domain], maxSize: 10_485_760 },
  imap: { personality: 'teaching', domains: [domain], quotas: 'settable' },
  pop3: { personality: 'teaching', domains: [domain] },
})

function offerMailHosts(reading: Reading): Offer {
  const { zone, world, free, taken } = reading
  const names = exchangesOf(zone).filter((name) => !world.hosts.some((host) => host.name === name))
  const zones: ZoneSpec[] = []
  const isServed = world.hosts.some(({ smtp }) => smtp?.domains.includes(zone.origin))
  const hosts = names.slice(0, MOST).flatMap((name): HostSpec[] => {
    const own = reading.addressesOf(name).filter((address) => !taken.has(address))
    const isInside = isWithin(name, zone.origin)
    const addresses = isInside ? own : [free.take() ?? []].flat()
    if (!addresses.length) return []
    if (!isInside && !world.zones.some(({ origin }) => isWithin(name, origin)))
      zones.push(mailHostElsewhere(name, addresses[0]!))
    for (const address of addresses) taken.add(address)
    return [{ name, addresses }]
  })
  return {
    ...none,
    names: hosts.map(({ name }) => name),
    zones,
    // Only one host has the mailboxes; the others keep what comes until it asks.
    hosts: hosts.map((host, at) =>
      at === 0 && !isServed
        ? {
            ...{ ...host, about: `Takes and sends the mail of \`${zone.origin}\`.` },
            ...{ smtp: smtpFor([zone.origin], []), ...usersOf(zone.origin) },
          }
        : {
            ...{ ...host, about: `Keeps the mail of \`${zone.origin}\` for its first mail host.` },
            smtp: smtpFor([], [zone.origin]),
          },
    ),
  }
}

/** Names of the mail hosts of the zone's apex, the preferred first. */
function exchangesOf({ records, origin }: Zone): readonly string[] {
  const mx = records.flatMap(({ record }) =>
    record.type === 'MX' && record.name === origin && isName(record.exchange) ? [record] : [],
  )
  const inOrder = mx.toSorted((a, b) => a.preference - b.preference)
  return [...new Set(inOrder.map(({ exchange }) => exchange))]
}

/** The terms of the apex's SPF record; none where there is no record, or more than one. */
function spfTerms({ records, origin }: Zone): readonly Term[] {
  const found = records.flatMap(({ record }) =>
    record.type === 'TXT' &&
    record.name === origin &&
    /^v=spf1(?: |$)/i.test(record.strings.join(''))
      ? [record.strings.join('')]
      : [],
  )
  return found.length === 1 ? parseSpf(found[0]!).terms : []
}

/** Addresses that the record lists, each network by its first host. */
function offerSenders(reading: Reading, terms: readonly Term[]): Offer {
  const { zone, world, taken } = reading
  const listed = terms.flatMap((term) => addressesListed(term, reading)).slice(0, MOST)
  const known = new Set(world.senders.map(({ ip, mailFrom }) => `${ip} ${mailFrom}`))
  const mailFrom = ownerOf(zone)
  const hosts: HostSpec[] = []
  const senders: SenderCase[] = []
  for (const { ip, text } of listed) {
    if (known.has(`${ip} ${mailFrom}`)) continue
    known.add(`${ip} ${mailFrom}`)
    const name = nameAt(ip, reading) ?? `out${hosts.length + 1}.${zone.origin}`
    if (!taken.has(ip) && isName(name) && !world.hosts.some((host) => host.name === name)) {
      taken.add(ip)
      hosts.push({
        ...{ name, addresses: [ip] },
        about: `The SPF record of \`${zone.origin}\` lists it: \`${text}\`.`,
      })
    }
    senders.push({
      ...{ id: idFor(`${zone.origin}-${ip}`, senders), name: `${ip}: ${text}`, ip, helo: name },
      about: `Listed by the SPF record of ${zone.origin}.`,
      ...{ mailFrom, expect: ['pass'] },
    })
  }
  return { ...none, names: senders.map(({ name }) => name), hosts, senders }
}

function addressesListed(
  term: Term,
  { zone, addressesOf }: Reading,
): { ip: string; text: string }[] {
  if (term.kind !== 'mechanism' || term.qualifier !== '+') return []
  const { text } = term
  if (term.name === 'ip4' || term.name === 'ip6') {
    const written = term.network?.text.split('/')[0] ?? ''
    return term.network?.octets && parseIp(written) ? [{ ip: firstHost(term, written), text }] : []
  }
  const target = term.domain?.text ?? zone.origin
  if (target.includes('%')) return []
  const names = term.name === 'a' ? [target] : term.name === 'mx' ? exchangesOf(zone) : []
  return names.flatMap((name) => addressesOf(name).map((ip) => ({ ip, text })))
}

/** A network's own address is no host's: its first host has the next one. */
function firstHost({ cidr4 }: Extract<Term, { kind: 'mechanism' }>, written: string): string {
  const isNetwork = cidr4?.bits !== undefined && cidr4.bits < 31 && written.endsWith('.0')
  return isNetwork ? written.replace(/0$/, '1') : written
}

/** A name of the zone that has an address. */
const nameAt = (ip: string, { zone }: Reading): string | undefined =>
  zone.records
    .map(({ record }) => record)
    .find(
      (record) =>
        (record.type === 'A' || record.type === 'AAAA') &&
        record.address === ip &&
        record.name !== zone.origin &&
        !record.name.includes('*'),
    )?.name

/** Services that it includes, or that decide in place of it. */
function offerServices({ zone, world, free }: Reading, terms: readonly Term[]): Offer {
  const names = terms.flatMap((term) => {
    if (term.kind === 'mechanism' && term.name === 'include') return term.domain?.text ?? []
    return term.kind === 'modifier' && term.name === 'redirect' ? term.value.text : []
  })
  const isElsewhere = (name: string): boolean =>
    isName(name) &&
    !isWithin(name, zone.origin) &&
    !world.zones.some(({ origin }) => isWithin(name, origin))
  const wanted = [...new Set(names.map((name) => name.toLowerCase().replace(/\.$/, '')))]
  const made = wanted
    .filter(isElsewhere)
    .slice(0, MOST)
    .flatMap((name) => {
      const address = free.take()
      const standIn = address === undefined ? undefined : serviceElsewhere(name, address)
      return standIn ? [{ name, ...standIn }] : []
    })
  return {
    ...none,
    names: made.map(({ name }) => name),
    zones: made.map((one) => one.zone),
    hosts: made.map(({ host }) => host),
    senders: made.map(({ name, host }): SenderCase => ({
      ...{ id: idFor(`${zone.origin}-by-${name}`, []), name, ip: host.addresses[0]! },
      about: `A service that the SPF record of ${zone.origin} includes.`,
      ...{ helo: host.name, mailFrom: ownerOf(zone), expect: ['pass'] },
    })),
  }
}

const ownerOf = ({ origin }: Pick<Zone, 'origin'>): string => `postmaster@${origin}`

/** From the host that sends for the zone: its mail host, or the first that its SPF record lists. */
function offerMessage(
  { zone, world }: Reading,
  terms: readonly Term[],
  { mailHosts, senders, services }: Pick<ZoneOffers, 'mailHosts' | 'senders' | 'services'>,
): Offer {
  const lists = (name: string) =>
    terms.some((term) => term.kind === 'mechanism' && term.name === name)
  const exchanges = exchangesOf(zone)
  const mailHost = mailHosts.hosts[0] ?? world.hosts.find(({ name }) => exchanges.includes(name))
  const inSpf = [...senders.hosts, ...services.hosts]
  const host = (lists('mx') ? mailHost : undefined) ?? inSpf[0] ?? mailHost
  const reader = world.mailboxes.find(({ address }) => !address.endsWith(`@${zone.origin}`))
  if (!host || !reader) return none
  const from = ownerOf(zone)
  const id = idFor(`from-${zone.origin}`, [])
  return {
    ...none,
    names: [from],
    mailboxes: mailHost ? [{ address: from, name: 'Postmaster', password: 'secret' }] : [],
    mails: [
      {
        ...{ id, title: `From ${zone.origin} to ${reader.name ?? reader.address}` },
        ...{ host: host.name, mailFrom: from, rcptTo: [reader.address], intent: 'good' },
        headers: [
          ['From', `Postmaster <${from}>`],
          ['To', reader.address],
          ['Subject', `A first message from ${zone.origin}`],
        ],
        body: 'Hello,\nthis goes out in our name.\n',
      },
    ],
  }
}

/** An id of lower-case letters, digits and hyphens that none of a list has. */
function idFor(text: string, others: readonly { readonly id: string }[]): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return others.some(({ id }) => id === plain) ? `${plain}-${others.length + 1}` : plain
}

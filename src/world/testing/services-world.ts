import { fromLatin1, latin1 } from '../../core/bytes.ts'
import type { Crypto } from '../../core/effects.ts'
import { createWorld } from '../create.ts'
import type { EventOf, WorldEvent } from '../events/index.ts'
import { AGREED_TLS } from '../handshake.ts'
import { messagesOf } from '../mailboxes.ts'
import type { HostSpec, MailSpec, SigningKeySpec, SmtpServiceSpec, WorldSpec } from '../spec.ts'
import type { World } from '../world.ts'

/** Made for these tests; they protect nothing. */
const keyOf = (domain: string, privateKey: string): SigningKeySpec => ({
  ...{ domain, selector: 's', algorithm: 'ed25519-sha256', privateKey },
})

const zone = (origin: string, mx: string, ip: string, publicKey: string, ...more: string[]) => ({
  origin,
  editable: true,
  text: [
    '$TTL 3600',
    `@ SOA ns.${origin}. hostmaster.${origin}. 1 7200 900 1209600 300`,
    ...['@ NS ns', `ns A ${ip}`, `@ MX 10 ${mx}`, `${mx} A ${ip}`],
    `@ TXT "v=spf1 ip4:${ip} -all"`,
    `s._domainkey TXT "v=DKIM1; k=ed25519; p=${publicKey}"`,
    ...more,
    '',
  ].join('\n'),
})

const smtp: Omit<SmtpServiceSpec, 'domains'> = {
  ...{ personality: 'teaching', relayFrom: [], maxSize: 1_000_000, authenticates: true },
}

/** Alice writes, alumni.test sends on to Bob, club.test has a list, Mallory forges. */
export const servicesWorld: WorldSpec = {
  seed: 4,
  now: '2026-06-01T08:00:00Z',
  zones: [
    zone(
      ...(['example.org', 'mail', '192.0.2.25'] as const),
      '3Bgt2rK+x7M9iCHVeQrfIyY8fcGBHDtCrCeNnH9IC9I=',
      '_dmarc TXT "v=DMARC1; p=reject"',
    ),
    zone(
      ...(['alumni.test', 'mx', '203.0.113.40'] as const),
      '41nyIe2DDGocUEUTIQnL6aWpye30FGHXz/XGMavuwyk=',
    ),
    zone(
      ...(['club.test', 'lists', '203.0.113.50'] as const),
      'Wh1/4b/FPJ1zIUIMWsgQOqdtQRBHH/asNbz2pwM6bEQ=',
    ),
    zone(...(['example.net', 'mx', '198.51.100.25'] as const), ''),
  ],
  hosts: [
    {
      ...{ name: 'mail.example.org', addresses: ['192.0.2.25'] },
      smtp: { ...smtp, domains: ['example.org'], relayFrom: ['192.0.2.0/24'] },
      keys: [
        keyOf('example.org', 'MC4CAQAwBQYDK2VwBCIEILjWittSBd4rNxLC1e81jnVEk9wBUatsGSksuHY7GaNN'),
      ],
    },
    {
      ...{ name: 'mx.alumni.test', addresses: ['203.0.113.40'] },
      smtp: { ...smtp, domains: ['alumni.test'] },
      aliases: [{ address: 'bob@alumni.test', to: ['bob@example.net'] }],
      keys: [
        keyOf('alumni.test', 'MC4CAQAwBQYDK2VwBCIEIDhgCLLlTDVmWAomVWC8M/RWNoVv2qSzzVCM8gCz6YyL'),
      ],
    },
    {
      ...{ name: 'lists.club.test', addresses: ['203.0.113.50'] },
      smtp: { ...smtp, domains: ['club.test'] },
      keys: [
        keyOf('club.test', 'MC4CAQAwBQYDK2VwBCIEILE1W2rslGK5e3fYPsZ7Oy7jVmoXFxnA7ozjwo/6KPx1'),
      ],
    },
    {
      ...{ name: 'mx.example.net', addresses: ['198.51.100.25'] },
      smtp: { ...smtp, domains: ['example.net'] },
    },
    { name: 'mallory.test', addresses: ['203.0.113.66'] },
  ],
  mailboxes: [
    { address: 'alice@example.org', name: 'Alice' },
    { address: 'bob@example.net', name: 'Bob' },
    { address: 'carol@example.net', name: 'Carol' },
    { address: 'dora@alumni.test', name: 'Dora' },
  ],
  mails: [],
  senders: [],
}

export type HostChange = Omit<Partial<HostSpec>, 'smtp'> & {
  readonly smtp?: Partial<SmtpServiceSpec>
}

export type Changes = Readonly<Record<string, HostChange>>

/** Opens the world with some of its hosts changed by name, and others beside them. */
export const opener =
  (crypto: Crypto) =>
  (
    change: Changes = {},
    more: Partial<WorldSpec> = {},
    others: readonly HostSpec[] = [],
  ): World => {
    const hosts = servicesWorld.hosts.map((host): HostSpec => {
      const { smtp: changed, ...others } = change[host.name] ?? {}
      return { ...host, ...others, ...(host.smtp && { smtp: { ...host.smtp, ...changed } }) }
    })
    return createWorld({ ...servicesWorld, hosts: [...hosts, ...others], ...more }, { crypto })
  }

/** What Alice sends, unless something else is given. */
export const mailOf = (given: Partial<MailSpec> = {}): MailSpec => ({
  ...{ id: 'mail', title: 'Alice writes', host: 'mail.example.org', intent: 'good' },
  ...{ mailFrom: 'alice@example.org', rcptTo: ['bob@alumni.test'], body: 'Hello\n' },
  headers: [
    ['From', 'Alice <alice@example.org>'],
    ['To', 'Bob <bob@alumni.test>'],
    ['Subject', 'Hello'],
  ],
  ...given,
})

export async function sendMail(world: World, given: Partial<MailSpec> = {}) {
  const journey = await world.send(mailOf(given))
  await world.settled()
  return journey
}

/** Says lines to a host, each once the world is still. @returns What the host says. */
export async function say(
  world: World,
  to: string,
  lines: readonly string[],
  from = 'mail.example.org',
): Promise<string> {
  let received = ''
  const address = world.hosts.find(({ name }) => name === to)!.addresses[0]!
  const line = world.connect(from, address, 25, {
    received: (bytes) => (received += fromLatin1(bytes)),
    startTls: () => 'secure' in line && line.secure(AGREED_TLS),
    closed: () => undefined,
  })
  if ('refused' in line) throw new Error(line.refused)
  for (const text of lines) {
    await world.settled()
    line.send(latin1(`${text}\r\n`))
  }
  await world.settled()
  return received
}

export const messagesIn = (world: World, address: string): string[] =>
  messagesOf(world.mailboxes.find((mailbox) => mailbox.address === address)!).map(({ bytes }) =>
    fromLatin1(bytes),
  )

/** `inbox: Hello`, one a message. */
export const heldBy = (world: World, address: string): string[] =>
  messagesOf(world.mailboxes.find((mailbox) => mailbox.address === address)!).map(
    ({ bytes, delivery }) =>
      `${delivery?.folder ?? '?'}: ${/^Subject: (.*?)\r$/m.exec(fromLatin1(bytes))?.[1] ?? ''}`,
  )

/** A field of a message, unfolded; the first of its name. */
export const fieldOf = (message: string | undefined, name: string): string | undefined =>
  new RegExp(`^${name}: ((?:.|\r\n[ \t])*)\r$`, 'im')
    .exec(message ?? '')?.[1]
    ?.replace(/\r\n[ \t]+/g, ' ')

export const eventsOf = <Type extends WorldEvent['type']>(
  world: World,
  type: Type,
): EventOf<Type>[] => world.events.filter((event): event is EventOf<Type> => event.type === type)

/** `spf refused alice@example.org`, one a decision. */
export const decisionsOf = (world: World): string[] =>
  eventsOf(world, 'decided').map(({ policy, action, subject }) => `${policy} ${action} ${subject}`)

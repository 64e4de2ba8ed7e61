import { askedName } from '../../core/idna.ts'
import { fileNameOf, type ZoneText } from '../../dns/zone/zone-text.ts'
import type { WorldSpec } from '../../world/spec.ts'
import type { Account, BridgeFacts, OpenPort, Try } from '../../world/bridge-facts.ts'
import type { Caller } from '../net/relay.ts'

/** What is open, who can log in, and what to try. */
export function factsOf(spec: WorldSpec, ports: readonly OpenPort[], caller: Caller): BridgeFacts {
  return {
    ports,
    accounts: accountsOf(spec),
    tries: triesOf(spec, ports, caller),
    caller,
    ...forwardsOf(spec),
    zones: spec.zones.map(zoneTextOf),
  }
}

function zoneTextOf({ origin, text }: WorldSpec['zones'][number]): ZoneText {
  const name = askedName(origin)
  return { file: fileNameOf(name), origin: name, text }
}

function forwardsOf({ hosts }: WorldSpec): Pick<BridgeFacts, 'forwards'> {
  const forwards = hosts.flatMap(({ name, forwardTo }) =>
    forwardTo === undefined ? [] : [{ host: name, to: forwardTo }],
  )
  return forwards.length > 0 ? { forwards } : {}
}

const accountsOf = ({ mailboxes }: WorldSpec): Account[] =>
  mailboxes.flatMap(({ address, password }) =>
    password === undefined ? [] : [{ address, password }],
  )

/** Something to try with the first port of each service, with a mailbox that its host keeps. */
function triesOf(spec: WorldSpec, ports: readonly OpenPort[], caller: Caller): Try[] {
  const anyone = { address: spec.mailboxes[0]?.address ?? 'postmaster@example.org', password: '' }
  return Object.entries(TRIES).flatMap(([service, tries]) => {
    const port = ports.find((one) => one.service === service)
    if (!port) return []
    const owner = accountsOf(spec).find(({ address }) =>
      domainsOf(spec, port.host).includes(domainOf(address)),
    )
    const friend = passesOn(spec, port.host, caller)
      ? accountsOf(spec).find(
          ({ address }) => !domainsOf(spec, port.host).includes(domainOf(address)),
        )
      : undefined
    return tries(port.port, owner ?? anyone, friend).map((one) => ({ service, ...one }))
  })
}

/** @param friend Somebody at another host, to whom the host relays what the caller hands in. */
type Tries = (port: number, owner: Account, friend: Account | undefined) => Omit<Try, 'service'>[]

const line = (what: string, text: string) => ({ kind: 'line' as const, what, text })

const TRIES: Readonly<Record<string, Tries>> = {
  dns: (port, { address }) => [
    line('Ask the DNS', `dig @127.0.0.1 -p ${port} ${domainOf(address)} MX`),
  ],
  smtp: (port, { address }, friend) => [
    line('Send a message', `swaks --server 127.0.0.1:${port} --to ${address}`),
    ...(friend
      ? [
          line(
            'Send one that is passed on',
            `swaks --server 127.0.0.1:${port} --from ${address} --to ${friend.address}`,
          ),
        ]
      : []),
  ],
  submission: (port, { address, password }) => [
    line(
      'Log in and send',
      `swaks --server 127.0.0.1:${port} -tls --auth-user ${address} --auth-password ${password} --from ${address} --to ${address}`,
    ),
  ],
  lmtp: (port, { address }) => [
    line('Deliver by LMTP', `swaks --protocol LMTP --server 127.0.0.1:${port} --to ${address}`),
  ],
  imap: (port, { address, password }) => [
    line(
      'List the inbox by IMAP',
      `curl --ssl-reqd -k -u ${address}:${password} imap://127.0.0.1:${port}/INBOX?ALL`,
    ),
    line(
      'Read mail in mutt',
      `mutt -e 'set ssl_starttls=yes' -f imap://${encodeURIComponent(address)}@127.0.0.1:${port}/INBOX`,
    ),
    {
      kind: 'settings',
      what: 'Read mail in Thunderbird',
      text: `IMAP 127.0.0.1 port ${port}, STARTTLS, normal password, user ${address}`,
    },
  ],
  pop3: (port, { address, password }) => [
    line(
      'List the maildrop by POP3',
      `curl --ssl-reqd -k -u ${address}:${password} pop3://127.0.0.1:${port}/`,
    ),
  ],
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

const passesOn = ({ hosts }: WorldSpec, name: string | undefined, { address }: Caller): boolean =>
  hosts.find((host) => host.name === name)?.smtp?.relayFrom.includes(address) ?? false

const domainsOf = ({ hosts }: WorldSpec, name: string | undefined): readonly string[] =>
  hosts.find((host) => host.name === name)?.smtp?.domains ?? []

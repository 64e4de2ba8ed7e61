import type { WorldSpec } from '../../world/spec.ts'
import type { Paint } from '../cli/output/paint.ts'
import { columns } from '../cli/output/wrap.ts'
import type { OpenPort } from './start-bridge.ts'

const WIDTH = 100

/** What was opened, who can log in, and lines to try, for a person. */
export function announce(ports: readonly OpenPort[], spec: WorldSpec, paint: Paint): string {
  const lines = tries(ports, spec)
  return [
    '',
    `  ${paint('bold', 'A simulated Internet is open on this machine')}`,
    '',
    ...columns(
      ports.map((port) => [`localhost:${port.port}`, describe(port)]),
      WIDTH,
    ),
    ...section('Mailboxes', users(spec), paint),
    ...section('Lines to try', lines, paint),
    '',
    '  Ctrl-C ends it.',
    '',
  ].join('\n')
}

const section = (title: string, lines: readonly string[], paint: Paint): string[] =>
  lines.length === 0
    ? []
    : ['', `  ${paint('bold', title)}`, '', ...lines.map((line) => `  ${line}`)]

function describe({ service, host, stands, transport }: OpenPort): string {
  if (service === 'http') return 'the playground'
  if (service === 'dns') return 'the DNS, over UDP and TCP'
  return `${service} of ${host} (port ${stands}${transport === 'implicit' ? ', TLS' : ''})`
}

const users = ({ mailboxes }: WorldSpec): string[] =>
  mailboxes.flatMap(({ address, password }) =>
    password === undefined ? [] : [`${address}  password ${password}`],
  )

/** Lines for the first port of each service, with a mailbox that its host keeps. */
function tries(ports: readonly OpenPort[], spec: WorldSpec): string[] {
  const first = (service: string) => ports.find((port) => port.service === service)
  const owner = (port: OpenPort) =>
    spec.mailboxes.find(
      ({ address, password }) =>
        password !== undefined && domainsOf(spec, port.host).includes(domainOf(address)),
    )
  return Object.entries(LINES).flatMap(([service, line]) => {
    const port = first(service)
    if (!port) return []
    const user = owner(port)
    return line(port.port, user?.address ?? spec.mailboxes[0]?.address ?? '', user?.password ?? '')
  })
}

type Line = (port: number, address: string, password: string) => string[]

const LINES: Readonly<Record<string, Line>> = {
  http: (port) => [`open http://127.0.0.1:${port}/`],
  dns: (port, address) => [`dig @127.0.0.1 -p ${port} ${domainOf(address)} MX`],
  smtp: (port, address) => [`swaks --server 127.0.0.1:${port} --to ${address}`],
  submission: (port, address, password) => [
    `swaks --server 127.0.0.1:${port} -tls --auth-user ${address} --auth-password ${password} --from ${address} --to ${address}`,
  ],
  lmtp: (port, address) => [`swaks --protocol LMTP --server 127.0.0.1:${port} --to ${address}`],
  imap: (port, address, password) => [
    `curl --ssl-reqd -k -u ${address}:${password} imap://127.0.0.1:${port}/INBOX?ALL`,
    `mutt -e 'set ssl_starttls=yes' -f imap://${encodeURIComponent(address)}@127.0.0.1:${port}/INBOX`,
    `Thunderbird: IMAP 127.0.0.1 port ${port}, STARTTLS, normal password, user ${address}`,
  ],
  pop3: (port, address, password) => [
    `curl --ssl-reqd -k -u ${address}:${password} pop3://127.0.0.1:${port}/`,
  ],
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1)

const domainsOf = ({ hosts }: WorldSpec, name: string | undefined): readonly string[] =>
  hosts.find((host) => host.name === name)?.smtp?.domains ?? []

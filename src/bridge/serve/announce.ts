import type { BridgeFacts, OpenPort } from '../../world/bridge-facts.ts'
import type { Paint } from '../../cli/output/paint.ts'
import { QUOTA } from '../../world/mailboxes.ts'
import { wrapBeside } from '../../core/text/columns.ts'

const WIDTH = 100

/** Where the playground is served. */
export interface PagePlace {
  readonly host: string
  readonly port: number
  /** The port that was wished for, where others have it. */
  readonly busy?: number | undefined
}

/** That the playground is ready, and where: what is read first. */
export const readyLines = ({ host, port, busy }: PagePlace, paint: Paint): string[] => [
  '',
  `  ${paint('bold', 'HELO World is ready:')}  ${urlOf(host, port)}`,
  ...(busy === undefined ? [] : [`  Port ${busy} is busy, so this is ${port}.`]),
  '',
]

export const urlOf = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}/`

/** What was opened, who can log in, and lines to try, for a person. */
export function announce({ ports, accounts, tries, forwards }: BridgeFacts, paint: Paint): string {
  return [
    '',
    `  ${paint('bold', 'A simulated Internet is open on this machine')}`,
    '',
    ...wrapBeside(
      ports.map((port) => [`localhost:${port.port}`, describe(port)]),
      WIDTH,
    ),
    ...section('Mailboxes', mailboxLines(accounts), paint),
    ...section('Forwarded', forwardLines(forwards), paint),
    ...section('Lines to try', [...pageOf(ports), ...tries.map(tryLine)], paint),
    '',
    '  Ctrl-C ends it.',
    '',
  ].join('\n')
}

/** The same in few lines, for whom the playground's page is what counts. */
export function announceBriefly(
  { ports, accounts, tries, forwards }: BridgeFacts,
  paint: Paint,
): string {
  const services = [...new Set(ports.map(({ service }) => service))].filter((one) => one !== 'http')
  return [
    `  ${paint('bold', 'Real mail programs can take part, at these ports of localhost')}`,
    '',
    ...wrapBeside(
      services.map((service) => [service, placesOf(service, ports)]),
      WIDTH,
    ),
    ...section('Mailboxes', mailboxLines(accounts), paint),
    ...section('Forwarded', forwardLines(forwards), paint),
    ...section('Lines to try', tries.map(tryLine), paint),
    '',
  ].join('\n')
}

const section = (title: string, lines: readonly string[], paint: Paint): string[] =>
  lines.length === 0
    ? []
    : ['', `  ${paint('bold', title)}`, '', ...lines.map((line) => line && `  ${line}`)]

function describe({ service, host, stands, transport, busy }: OpenPort): string {
  const instead = insteadOf(busy)
  if (service === 'http') return `the playground${instead}`
  if (service === 'dns') return `the DNS, over UDP and TCP${instead}`
  return `${service} of ${host} (port ${stands}${transport === 'implicit' ? ', TLS' : ''})${instead}`
}

function placesOf(service: string, ports: readonly OpenPort[]): string {
  const mine = ports.filter((port) => port.service === service)
  const places = mine.map(({ port, host }) => (host === undefined ? `${port}` : `${port} ${host}`))
  return `${places.join(', ')}${insteadOf(mine[0]?.busy)}`
}

const insteadOf = (busy: number | undefined): string =>
  busy === undefined ? '' : `, for ${busy} is busy`

const mailboxLines = (accounts: BridgeFacts['accounts']): string[] =>
  accounts.length === 0
    ? []
    : [...accounts.map(login), '', `Each holds up to ${QUOTA.storage / 1024 / 1024} MB.`]

const forwardLines = (forwards: BridgeFacts['forwards'] = []): string[] =>
  forwards.map(({ host, to }) => `Mail for ${host} is sent to ${to}.`)

const login = ({ address, password }: BridgeFacts['accounts'][number]): string =>
  `${address}  password ${password}`

const tryLine = ({ kind, what, text }: BridgeFacts['tries'][number]): string =>
  kind === 'line' ? text : `${what}: ${text}`

/**
 * How zones are edited from another machine; nothing where only this one is listened to.
 * @param token What the bridge asks for then.
 */
export function editLines(
  listen: readonly string[],
  ports: readonly OpenPort[],
  token: string,
): string[] {
  const page = ports.find(({ service }) => service === 'http')
  const host = listen.find(isOpen)
  if (!page || host === undefined) return []
  const name = ['0.0.0.0', '::'].includes(host)
    ? 'ADDRESS'
    : host.includes(':')
      ? `[${host}]`
      : host
  return [
    `  Zones are edited from another machine at http://${name}:${page.port}/live/#edit=${token}`,
    '',
  ]
}

/** Whether others reach what listens there. */
export const isOpen = (host: string): boolean => host !== '::1' && !host.startsWith('127.')

function pageOf(ports: readonly OpenPort[]): string[] {
  const page = ports.find(({ service }) => service === 'http')
  return page ? [`open http://127.0.0.1:${page.port}/live/ to see all of it as it happens`] : []
}

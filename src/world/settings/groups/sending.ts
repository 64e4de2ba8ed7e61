import type { HostSpec, RelayThroughSpec, TlsNeed } from '../../spec.ts'
import { defineGroup, setting } from '../setting.ts'
import { listOf, tableOf, type TableRow } from '../list-types.ts'
import { address, choice, domainName, wordOf, yesNo } from '../word-types.ts'
import { wordType } from '../value-type.ts'

interface Smarthost {
  readonly host: string
  readonly port: 25 | 465 | 587
}

const SUBMISSION = 587

/** `smtp.example.net`, with a port where it is another than 587. */
const smarthost = wordType<Smarthost>({
  syntax: 'a host and a port, as `smtp.example.net:587`',
  printWord: ({ host, port }) => (port === SUBMISSION ? host : `${host}:${port}`),
  readWord({ text, span }, report) {
    const [, name = '', digits = String(SUBMISSION)] = /^([^:]*)(?::(\d+))?$/.exec(text) ?? []
    const port = ([25, 465, 587] as const).find((one) => String(one) === digits)
    if (!port) {
      const message = 'A smarthost is reached on port 25, 465 or 587.'
      report({ span, message })
      return undefined
    }
    const host = domainName.readWord({ text: name, span }, report)
    return host === undefined ? undefined : { host, port }
  },
})

const tlsNeeds: Readonly<Record<TlsNeed, string>> = {
  none: 'Never.',
  opportunistic: 'Where it is offered, whatever the certificate.',
  required: 'No mail without it.',
  verified: 'None without a certificate that holds for the host.',
}

type Route = HostSpec['relayThrough']
const routed = (host: HostSpec, relayThrough: Route): HostSpec => {
  const { relayThrough: _, ...others } = host
  return relayThrough ? { ...others, relayThrough } : others
}

/** How it sends on to other hosts. */
export const sending = defineGroup({
  title: 'Mail that goes out',
  settings: [
    setting<string>({
      ...{ name: 'helo', at: 'helo', type: domainName, unset: 'the name of the host' },
      about: 'What it calls itself in EHLO.',
      source: { rfc: 5321, section: '4.1.1.1' },
    }),
    setting<Smarthost>({
      ...{ name: 'smarthost', type: smarthost },
      about:
        'Hands all that it sends to this host, which delivers it; on port 587, unless another is named.',
      source: { rfc: 5321, section: '2.3.10' },
      get: ({ relayThrough: to }) => to && { host: to.host, port: to.port ?? SUBMISSION },
      set(host, data) {
        const { login } = host.relayThrough ?? {}
        return routed(
          host,
          data && {
            host: data.host,
            ...(data.port !== SUBMISSION && { port: data.port }),
            ...(login && { login }),
          },
        )
      },
    }),
    setting<string>({
      ...{ name: 'smarthost_login', at: 'relayThrough.login.name', type: wordOf('a name') },
      about: 'The name under which it logs in there.',
      with: 'smarthost',
      source: { rfc: 4954, section: '4' },
    }),
    setting<string>({
      ...{ name: 'smarthost_password', at: 'relayThrough.login.password' },
      about: 'The password for that.',
      type: wordOf('a password'),
      with: 'smarthost_login',
      source: { rfc: 4954, section: '4' },
    }),
    setting<TlsNeed>({
      ...{ name: 'send_tls', at: 'sending.tls', default: 'opportunistic', type: choice(tlsNeeds) },
      about: 'Whether it sends to mail hosts under TLS.',
      source: { rfc: 3207, section: '4' },
    }),
    setting<readonly TableRow<string, TlsNeed>[]>({
      ...{ name: 'send_tls_for', default: [] },
      about: 'The same for the recipients of some domains.',
      type: tableOf('`domain: required`', domainName, choice(tlsNeeds)),
      source: { rfc: 3207, section: '4' },
      get: (host) => host.sending?.tlsFor?.map(({ domain, tls }) => ({ key: domain, data: tls })),
      set(host, rows = []) {
        const { tlsFor: _, ...others } = host.sending ?? {}
        const tlsFor = rows.map(({ key, data }) => ({ domain: key, tls: data }))
        const now = { ...others, ...(tlsFor.length && { tlsFor }) }
        const { sending: before, ...rest } = host
        return Object.keys(now).length || before ? { ...rest, sending: now } : host
      },
    }),
    setting<readonly ('mta-sts' | 'dane')[]>({
      ...{ name: 'honour', at: 'sending.honours', default: [] },
      about: 'Policies of recipients’ domains about TLS that it follows.',
      type: listOf(
        choice({
          'mta-sts': 'The policy that a domain serves by HTTPS.',
          dane: 'The certificates that a signed zone names.',
        }),
      ),
      source: { rfc: 8461, section: '5' },
    }),
    setting<'followed' | 'refused'>({
      ...{ name: 'mx_aliases', at: 'sending.mxAliases', default: 'followed' },
      about: 'What comes of an MX record that names an alias, which none may.',
      type: choice({
        followed: 'It goes on to the host that the alias stands for.',
        refused: 'The message cannot be delivered.',
      }),
      source: { rfc: 2181, section: '10.3' },
    }),
    setting<boolean>({
      ...{ name: 'suppress', at: 'sending.suppresses', default: false, type: yesNo },
      about:
        'Whether an address that bounced for good, or whose reader complained, gets no more mail.',
    }),
    setting<string>({
      ...{ name: 'complaints_to', at: 'sending.complaintsTo', type: address },
      about: 'The address at which complaints of mailbox hosts come in.',
      source: { rfc: 5965, section: '2' },
    }),
  ],
  /** A login needs both its parts, and a route its host. */
  finish(host) {
    const { host: name, login, ...route } = (host.relayThrough ?? {}) as Partial<RelayThroughSpec>
    if (name === undefined) return routed(host, undefined)
    const isWhole = login?.name !== undefined && login.password !== undefined
    return routed(host, { host: name, ...route, ...(isWhole && { login }) })
  },
})

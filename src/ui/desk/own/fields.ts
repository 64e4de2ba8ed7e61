import { words } from '#words/own'
import type { OwnWorld } from '../../../lab/own-world/own-world.ts'
import type { OwnParts, PartName } from '../../../lab/own-world/parts.ts'

/** One field of a form. */
export interface Field {
  readonly id: keyof typeof words.fields
  /** `check` holds `yes` or nothing. */
  readonly kind: 'line' | 'text' | 'choice' | 'check'
  readonly choices?: readonly string[]
  readonly isNeeded?: boolean
  readonly help?: string
}

/** What stands in a form, by its fields. */
export type Values = Readonly<Partial<Record<Field['id'], string>>>

const line = (id: Field['id'], more: Partial<Field> = {}): Field => ({ id, kind: 'line', ...more })

const needed = { isNeeded: true } as const

/** The fields of a part's form: few of what may be said; the rest is said as text. @param isNew Whether it is added. */
export function fieldsOf(part: PartName, { world }: OwnWorld, isNew: boolean): readonly Field[] {
  const rename = isNew ? {} : { help: words.help.rename }
  switch (part) {
    case 'zones':
      return [
        line('origin', { ...needed, ...rename }),
        ...(isNew ? [{ id: 'text', kind: 'text' } as const] : []),
      ]
    case 'hosts':
      return [
        line('name', { ...needed, ...rename }),
        line('addresses', { ...needed, help: words.help.addresses }),
        line('about'),
        line('domains', { help: words.help.domains }),
        { id: 'personality', kind: 'choice', choices: ['teaching', 'postfix', 'exchange'] },
        { id: 'tls', kind: 'choice', choices: ['none', 'offered', 'required'] },
        { id: 'dmarc', kind: 'choice', choices: ['careful', 'literal', 'blind'] },
        ...(['submission', 'imap', 'pop3'] as const).map((id) => ({ id, kind: 'check' as const })),
      ]
    case 'mailboxes':
      return [line('address', { ...needed, ...rename }), line('name'), line('password')]
    case 'senders':
      return [
        ...[line('name', needed), line('ip', needed), line('helo'), line('mailFrom', needed)],
        {
          ...{ id: 'expect', kind: 'choice' },
          choices: ['pass', 'fail', 'softfail', 'neutral', 'none'],
        },
      ]
    case 'mails':
      return [
        line('title', needed),
        { id: 'host', kind: 'choice', choices: world.hosts.map(({ name }) => name) },
        ...[line('mailFrom'), line('rcptTo', needed), line('from'), line('to'), line('subject')],
        { id: 'headers', kind: 'text' },
        { id: 'body', kind: 'text' },
        { id: 'intent', kind: 'choice', choices: ['good', 'forged', 'stray'] },
      ]
  }
}

/** Fields of a header that a form has by themselves. */
const OWN_FIELDS = ['from', 'to', 'subject'] as const

type Read = { readonly [Part in PartName]: (item: OwnParts[Part]) => Values }

const readers: Read = {
  zones: ({ origin, text }) => ({ origin, text }),
  hosts: ({ name, addresses, about = '', smtp, submission, imap, pop3 }) => ({
    ...{ name, about, addresses: addresses.join(', '), domains: smtp?.domains.join(', ') ?? '' },
    ...{ personality: smtp?.personality ?? 'teaching', tls: smtp?.tls ?? 'none' },
    ...{ dmarc: smtp?.dmarc ?? 'careful', submission: yesIf(submission) },
    ...{ imap: yesIf(imap), pop3: yesIf(pop3) },
  }),
  mailboxes: ({ address, name = '', password = '' }) => ({ address, name, password }),
  senders: ({ name, ip, helo, mailFrom, expect }) => ({
    ...{ name, ip, helo, mailFrom, expect: expect[0] ?? 'pass' },
  }),
  mails: ({ title, host, mailFrom, rcptTo, headers, body, intent }) => {
    const own = (wanted: string) =>
      headers.find(([name]) => name.toLowerCase() === wanted)?.[1] ?? ''
    return {
      ...{ title, host, mailFrom, rcptTo: rcptTo.join(', '), body, intent },
      ...{ from: own('from'), to: own('to'), subject: own('subject') },
      headers: headers
        .filter(([name]) => !OWN_FIELDS.some((one) => one === name.toLowerCase()))
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    }
  },
}

/** What stands in the form of an item. */
export const valuesOf = <Part extends PartName>(part: Part, item: OwnParts[Part]): Values =>
  readers[part](item)

/** What stands in an empty form. */
export function emptyValues(part: PartName, { world }: OwnWorld): Values {
  const host = world.hosts.find(({ smtp }) => smtp)?.name ?? world.hosts[0]?.name ?? ''
  const to = world.mailboxes[0]?.address ?? ''
  return {
    ...{ personality: 'teaching', tls: 'offered', dmarc: 'careful', expect: 'pass' },
    ...(part === 'mails' && { host, rcptTo: to, to, intent: 'good', body: 'Hello\n' }),
    ...(part === 'zones' && { text: EMPTY_ZONE }),
  }
}

const EMPTY_ZONE = `$TTL 3600
@    SOA ns hostmaster 1 7200 900 1209600 300
@    NS  ns
ns   A   192.0.2.53
`

type Write = {
  readonly [Part in PartName]: (
    values: Values,
    former: OwnParts[Part] | undefined,
  ) => OwnParts[Part]
}

const yesIf = (there: unknown): string => (there ? 'yes' : '')

const listOf = (text = ''): string[] => text.split(/[\s,]+/).filter((one) => one !== '')

const writers: Write = {
  zones: ({ origin = '', text = '' }, former) => ({
    ...(former ?? { text, editable: true }),
    origin: nameIn(origin),
  }),
  hosts: writeHost,
  mailboxes: ({ address = '', name = '', password = '' }, former) => {
    const { name: _, password: _p, ...rest } = former ?? { address }
    return {
      ...{ ...rest, address: address.trim() },
      ...(name && { name }),
      ...(password && { password }),
    }
  },
  senders: ({ name = '', ip = '', helo = '', mailFrom = '', expect = 'pass' }, former) => ({
    ...{ id: former?.id ?? idOf(name), name, about: former?.about ?? '', ip: ip.trim() },
    ...{ helo: helo.trim(), mailFrom: mailFrom.trim() },
    // What else the case takes for right stays, where this is one of it.
    expect: former?.expect.includes(expect as never)
      ? former.expect
      : [expect as OwnParts['senders']['expect'][number]],
  }),
  mails: writeMail,
}

function writeHost(values: Values, former: OwnParts['hosts'] | undefined): OwnParts['hosts'] {
  const { name = '', about = '', personality, tls, dmarc } = values
  const domains = listOf(values.domains).map(nameIn)
  const { about: _, smtp, submission, imap, pop3, ...rest } = former ?? { addresses: [] }
  const users = { personality: 'teaching', domains } as const
  return {
    ...{ ...rest, name: nameIn(name), addresses: listOf(values.addresses) },
    ...(about && { about }),
    ...((domains.length || smtp) && {
      smtp: {
        ...(smtp ?? { relayFrom: [], maxSize: MAX_SIZE, authenticates: true }),
        ...{ domains, personality: personality as 'teaching', tls: tls as 'none' },
        dmarc: dmarc as 'careful',
      },
    }),
    ...(values.submission && { submission: submission ?? { ...users, maxSize: MAX_SIZE } }),
    ...(values.imap && { imap: imap ?? users }),
    ...(values.pop3 && { pop3: pop3 ?? users }),
  }
}

/** Octets of a message: what a new service takes. */
const MAX_SIZE = 10_485_760

function writeMail(values: Values, former: OwnParts['mails'] | undefined): OwnParts['mails'] {
  const { title = '', host = '', mailFrom = '', body = '', intent } = values
  const others = (values.headers ?? '').split('\n').flatMap((line): [string, string][] => {
    const [, name = '', value = ''] = /^([^\s:]+):\s*(.*)$/.exec(line) ?? []
    return name ? [[name, value]] : []
  })
  const own = OWN_FIELDS.flatMap((id): [string, string][] => {
    const value = values[id] ?? ''
    return value ? [[`${id[0]!.toUpperCase()}${id.slice(1)}`, value]] : []
  })
  return {
    ...former,
    ...{ id: former?.id ?? idOf(title), title, host, mailFrom: mailFrom.trim() },
    ...{ rcptTo: listOf(values.rcptTo), headers: [...own, ...others], body },
    intent: intent as 'good',
  }
}

/** The item that a form says. @param former The one that it was opened with. */
export const itemOf = <Part extends PartName>(
  part: Part,
  values: Values,
  former?: OwnParts[Part],
): OwnParts[Part] => writers[part](values, former)

/** A name as a world has it: in lower case, without the final dot. */
const nameIn = (text: string): string => text.trim().toLowerCase().replace(/\.$/, '')

const idOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'mine'

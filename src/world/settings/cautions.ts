import { fix, type Fix } from '../../core/diagnostic.ts'
import { parseIp } from '../../core/ip.ts'
import { nearest } from '../../core/text/edit-distance.ts'
import { keyName } from '../keys-in-use.ts'
import type { HostSpec } from '../spec.ts'
import type { SettingsFinding } from './finding.ts'
import type { WrittenSetting } from './written.ts'
import { settingNamed } from './all-settings.ts'
import type { Setting } from './setting.ts'
import type { Word } from './tree.ts'

export interface Caution {
  readonly finding: SettingsFinding
  readonly setting: Setting
}

/** What may be written, and had better not be. */
export function* cautions(host: HostSpec, written: readonly WrittenSetting[]): Generator<Caution> {
  for (const one of written) {
    const { setting } = one
    for (const finding of [...idle(one, host), ...(checks[setting.name]?.(one, host) ?? [])])
      yield { finding, setting }
  }
}

/** A setting that hangs on another one, which is not set. */
function* idle({ setting, entry }: WrittenSetting, host: HostSpec): Generator<SettingsFinding> {
  const [name = '', word] = setting.with?.split(' ') ?? []
  const other = settingNamed(name)
  if (!other?.isFor(host)) return
  const value = other.get(host)
  const isOn = word !== undefined ? (value as string[]).includes(word) : isSet(value)
  if (isOn) return
  const needed = word === undefined ? `\`${name}\`` : `\`${word}\` among the \`${name}\``
  yield {
    code: 'settings/no-effect',
    span: entry.name.span,
    message: `\`${setting.name}\` has no effect without ${needed}.`,
  }
}

const isSet = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false

type Check = (one: WrittenSetting, host: HostSpec) => SettingsFinding[]

const wordsIn = ({ entry }: WrittenSetting): readonly Word[] => entry.value.words

/** Takes a word out of a list, with what stands between it and its neighbour. */
function without(word: Word, all: readonly Word[]): Fix {
  const at = all.indexOf(word)
  const [before, after] = [all[at - 1], all[at + 1]]
  const from = before && !after ? before.span.to : word.span.from
  return fix(`Remove \`${word.text}\``, { from, to: after?.span.from ?? word.span.to }, '')
}

/** Prefix lengths below which a network is more than one site's, by octets of an address. */
const WIDE: Readonly<Record<number, number>> = { 4: 16, 16: 32 }
const OPEN: Readonly<Record<number, number>> = { 4: 4, 16: 4 }

const relayNetworks: Check = (one) =>
  wordsIn(one).flatMap((word): SettingsFinding[] => {
    const [ip = '', bits] = word.text.split('/')
    const octets = parseIp(ip)?.length
    if (octets === undefined || bits === undefined) return []
    const fixes = [without(word, wordsIn(one))]
    const { span, text } = word
    if (Number(bits) <= OPEN[octets]!)
      return [
        {
          ...{ code: 'settings/open-relay', span, fixes },
          message: `\`${text}\` is the whole Internet, or nearly: anybody may send through this host to anywhere.`,
        },
      ]
    return Number(bits) < WIDE[octets]!
      ? [
          {
            ...{ code: 'settings/wide-network', span, fixes },
            message: `\`${text}\` is more than one site has: all of it may send through this host to anywhere.`,
          },
        ]
      : []
  })

/** A value that is a caution by itself. */
const value =
  (
    wanted: string,
    code: SettingsFinding['code'],
    message: string,
    better: string,
    more: Partial<SettingsFinding> = {},
  ): Check =>
  (one) =>
    wordsIn(one)
      .slice(0, 1)
      .flatMap(({ text, span }) =>
        text.toLowerCase() === wanted
          ? [{ code, span, message, fixes: [fix(`Write \`${better}\``, span, better)], ...more }]
          : [],
      )

const signWith: Check = (one, { keys = [] }) => {
  const names = keys.map(keyName)
  return wordsIn(one).flatMap(({ text, span }): SettingsFinding[] => {
    if (names.includes(text)) return []
    const meant = nearest(text, names) ?? (names.length === 1 ? names[0] : undefined)
    return [
      {
        ...{ code: 'settings/does-not-fit', span },
        message: `This host has no key \`${text}\`. It has ${names.map((name) => `\`${name}\``).join(', ')}.`,
        ...(meant && { fixes: [fix(`Write \`${meant}\``, span, meant)] }),
      },
    ]
  })
}

const spfRefuses = value(
  'refuse',
  'settings/spf-refuses',
  'Mail is refused for its SPF result alone, before DKIM and DMARC are looked at: forwarded mail is lost.',
  'note',
  { source: { rfc: 9989, section: '7.1' } },
)

const softfailRefuses = value(
  'refuse',
  'settings/spf-refuses',
  'Mail is refused for a `softfail` alone: its domain says that the client is probably wrong, and no more.',
  'junk',
  { source: { rfc: 7208, section: '8.5' } },
)

const plaintext = value(
  'allowed',
  'settings/plaintext',
  'Passwords may be sent in the clear.',
  'refused',
)

/** A row about something that the table of all has no row for. */
const keysOf =
  (name: string, what: string, all: (host: HostSpec) => readonly string[]): Check =>
  (one, host) => {
    const known = all(host)
    return one.entry.value.lines.flatMap(({ text, span }): SettingsFinding[] => {
      const key = /^\S+?(?=:\s)/.exec(text)?.[0]
      if (key === undefined || known.includes(key)) return []
      const where = { from: span.from, to: span.from + key.length }
      const meant = nearest(key, known)
      return [
        {
          ...{ code: 'settings/does-not-fit', span: where },
          message: `\`${key}\` is ${what} of this host: \`${name}\` has no row of it.`,
          ...(meant && { fixes: [fix(`Write \`${meant}\``, where, meant)] }),
        },
      ]
    })
  }

const ofLists = keysOf('lists', 'no list', ({ lists = [] }) => lists.map((one) => one.address))
const ofFiles = keysOf(
  'web_files',
  'no file',
  ({ https }) => https?.files?.map((one) => one.path) ?? [],
)
const loginsOf = ({ submission }: HostSpec): readonly string[] =>
  submission?.tenants?.map(({ login }) => login) ?? []
const ofTenants = keysOf('tenants', 'no customer', loginsOf)

/** Who has no password could log in without one. */
const tenantPasswords: Check = ({ entry }, { submission }) =>
  entry.value.lines.flatMap(({ text, span }): SettingsFinding[] => {
    const login = /^\S+?(?=:\s)/.exec(text)?.[0]
    const tenant = submission?.tenants?.find((one) => one.login === login)
    if (login === undefined || tenant?.password !== '') return []
    const where = { from: span.from, to: span.from + login.length }
    const message = `\`${login}\` has no password: \`tenant_passwords\` has no row of it.`
    return [{ code: 'settings/does-not-fit', span: where, message }]
  })

const checks: Readonly<Record<string, Check>> = {
  ...{ list_names: ofLists, list_tags: ofLists, list_footers: ofLists, list_from: ofLists },
  ...{ list_strangers: ofLists, list_unsubscribe: ofLists, list_seals: ofLists },
  ...{ list_bounce_limits: ofLists, web_types: ofFiles },
  ...{ tenants: tenantPasswords, tenant_passwords: ofTenants, tenant_return_paths: ofTenants },
  tenant_limits: ofTenants,
  relay_networks: relayNetworks,
  sign_with: signWith,
  spf_fail: spfRefuses,
  spf_softfail: softfailRefuses,
  dmarc_policy: value(
    'literal',
    'settings/literal-dmarc',
    'A message that fails DMARC is refused for `p=reject` alone: mail that went through a list is lost.',
    'careful',
  ),
  imap_plaintext_login: plaintext,
  pop3_plaintext_login: plaintext,
  bare_lf: value(
    'lax',
    'settings/bare-lf',
    'A bare LF ends a line here, and elsewhere it does not.',
    'strict',
  ),
  recipients: value(
    'any',
    'settings/backscatter',
    'Recipients that are not there are accepted, and bounce afterwards.',
    'known',
  ),
}

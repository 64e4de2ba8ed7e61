import type { FilterSpec, HostSpec } from '../../spec.ts'
import { defineGroup, setting, type Setting } from '../setting.ts'
import { listOf } from '../list-types.ts'
import type { ValueType } from '../value-type.ts'
import { choice, count, duration, score, share, wordOf } from '../word-types.ts'

type Policy = FilterSpec['policy']
type Fields = Readonly<Record<string, unknown>>

const policyOf = (host: HostSpec, policy: Policy): FilterSpec | undefined =>
  host.smtp?.filters?.find((one) => one.policy === policy)

const withFilters = (host: HostSpec, filters: readonly FilterSpec[]): HostSpec => {
  if (!host.smtp) return host
  const { filters: _, ...smtp } = host.smtp
  return { ...host, smtp: filters.length ? { ...smtp, filters } : smtp }
}

const judged = {
  refuse: 'It is refused.',
  junk: 'It goes to the spam folder.',
  note: 'It is noted alone.',
}
const atOnce = { refuse: judged.refuse, defer: 'It is put off.', note: judged.note }
const atEnd = { ...judged, defer: atOnce.defer }

const fileEnding = wordOf('an ending without its dot, as `exe`', /^[a-z0-9]+$/)
const fieldName = wordOf('the name of a header field, as `Date`', /^[!-9;-~]+$/)

interface Parameter {
  readonly key: string
  readonly about: string
  readonly type: ValueType<unknown>
  readonly default: unknown
  readonly source: Setting['source']
}

/** A parameter of a filter; it does something where `filters` names its filter. */
const parameter = (policy: Policy, name: string, { key, type, ...parts }: Parameter): Setting =>
  setting<unknown>({
    ...{ name, about: parts.about, type, default: parts.default },
    ...{ with: `filters ${policy}`, ...(parts.source && { source: parts.source }) },
    isFor: (host) => host.smtp !== undefined,
    get: (host) => (policyOf(host, policy) as Fields | undefined)?.[key],
    set(host, data) {
      const filters = (host.smtp?.filters ?? []).map((filter): FilterSpec => {
        if (filter.policy !== policy) return filter
        const { [key]: _, ...others } = filter as Fields
        const isDefault = JSON.stringify(data) === JSON.stringify(parts.default)
        return (isDefault ? others : { ...others, [key]: data }) as FilterSpec
      })
      return withFilters(host, filters)
    },
  })

const spf = { rfc: 7208, section: '8' }

/** The parameters of each filter. */
const parameters: readonly Setting[] = [
  ...(['fail', 'softfail', 'permerror'] as const).map((result) =>
    parameter('spf', `spf_${result}`, {
      ...{ key: result, type: choice(judged), default: 'note', source: spf },
      about: `What becomes of mail whose SPF result is \`${result}\`.`,
    }),
  ),
  parameter('reverse-name', 'reverse_name_missing', {
    ...{ key: 'missing', type: choice(atOnce), default: 'refuse' },
    about: 'What becomes of mail of a client without a name that leads back to its address.',
    source: { rfc: 1912, section: '2.1' },
  }),
  parameter('sender-domain', 'sender_null_mx', {
    ...{ key: 'nullMx', type: choice(atOnce), default: 'refuse' },
    about: 'What becomes of mail whose sender’s domain says that it takes none.',
    source: { rfc: 7505, section: '4.2' },
  }),
  parameter('sender-domain', 'sender_domain_missing', {
    ...{ key: 'missing', type: choice(atOnce), default: 'refuse' },
    about: 'What becomes of mail whose sender’s domain does not exist.',
    source: { rfc: 5321, section: '7.9' },
  }),
  ...(
    [
      [
        'reputation_refuse_below',
        'refuseBelow',
        10,
        'The score below which a client’s mail is refused.',
      ],
      [
        'reputation_junk_below',
        'junkBelow',
        40,
        'The score below which it goes to the spam folder.',
      ],
      ['reputation_known_from', 'knownFrom', 70, 'The score from which a client is no longer new.'],
    ] as const
  ).map(([name, key, by, about]) =>
    parameter('reputation', name, {
      ...{ key, about, type: score, default: by, source: { rfc: 5321, section: '7.9' } },
    }),
  ),
  parameter('reputation', 'reputation_new_per_hour', {
    ...{ key: 'newPerHour', type: count, default: undefined },
    about: 'Messages of a new client within an hour; more are put off.',
    source: { rfc: 5321, section: '7.9' },
  }),
  parameter('bulk', 'bulk_from', {
    ...{ key: 'from', type: count, default: 5000, source: { rfc: 5321, section: '7.9' } },
    about: 'Messages of one author’s domain within `bulk_period` that make it a bulk sender.',
  }),
  parameter('bulk', 'bulk_period', {
    ...{ key: 'per', type: duration, default: 86_400, source: { rfc: 5321, section: '7.9' } },
    about: 'The time within which they are counted.',
  }),
  parameter('bulk', 'bulk_complaints', {
    ...{ key: 'complaints', type: share, default: 0.003, source: { rfc: 5321, section: '7.9' } },
    about: 'The share of a bulk sender’s messages that readers may call spam.',
  }),
  parameter('bulk', 'bulk_action', {
    ...{
      key: 'action',
      type: choice(atEnd),
      default: 'junk',
      source: { rfc: 5321, section: '7.9' },
    },
    about: 'What becomes of bulk mail that lacks something.',
  }),
  parameter('content', 'content_files', {
    ...{ key: 'files', type: listOf(fileEnding), default: undefined },
    about: 'Endings of file names that it does not want.',
    source: { rfc: 5321, section: '7.9' },
  }),
  parameter('content', 'content_needs', {
    ...{ key: 'needs', type: listOf(fieldName), default: undefined },
    about: 'Header fields that each message needs.',
    source: { rfc: 5322, section: '3.6' },
  }),
  parameter('content', 'content_action', {
    ...{ key: 'action', type: choice(atEnd), default: 'junk' },
    about: 'What becomes of a message with such a file, or without such a field.',
    source: { rfc: 5321, section: '7.9' },
  }),
]

const policies: Readonly<Record<Policy, string>> = {
  spf: 'What the result of SPF comes to, beside DMARC.',
  'reverse-name': 'A client needs a name that leads back to its address.',
  'sender-domain': 'The domain of a sender must be able to receive.',
  reputation: 'By what the host has seen of a client.',
  bulk: 'What a domain must do that sends much.',
  content: 'What a message declares of itself: its files, its fields.',
}

/** Its policies about mail that comes in, beside DMARC. */
export const filters = defineGroup({
  title: 'Filters',
  settings: [
    setting({
      ...{ name: 'filters', default: [] },
      about: 'Filters for what comes in, in the order in which they decide.',
      type: listOf(choice(policies)),
      source: { rfc: 5321, section: '7.9' },
      isFor: (host) => host.smtp !== undefined,
      get: (host) => [...new Set((host.smtp?.filters ?? []).map(({ policy }) => policy))],
      set: (host, names) =>
        withFilters(
          host,
          [...new Set(names ?? [])].map((policy) => ({ policy })),
        ),
    }),
    ...parameters,
  ],
})

import { MAX_LOOKUPS } from '../../auth/spf/limits.ts'
import { parseSpf } from '../../auth/spf/parse.ts'
import {
  isSpfText,
  mechanismsOf,
  modifierOf,
  type SpfRecord,
  type Term,
} from '../../auth/spf/record.ts'
import {
  composeLimits,
  type Composed,
  type Composer,
  type Field,
  type ReadRecord,
  type Said,
  type Values,
} from './composer.ts'
import { termsGiven, type GivenTerms } from './given.ts'
import { spfLookups, spfMeaning } from './spf-meaning.ts'
import { isOn, switchOf, tagValue, textRecord } from './write-text.ts'

const rfc = (section: string) => ({ rfc: 7208, section })

const fields: readonly Field[] = [
  {
    ...{
      name: 'mx',
      kind: 'switch',
      label: 'The hosts that receive mail send it too',
      initial: 'yes',
    },
    why: 'Where one server does both, as in many small firms. It costs a lookup, however many hosts there are.',
    source: rfc('5.4'),
  },
  {
    ...{ name: 'a', kind: 'switch', label: 'The domain’s own address sends', initial: '' },
    why: 'Where the web server of the domain sends mail: a shop, a form. It costs a lookup.',
    source: rfc('5.3'),
  },
  {
    ...{ name: 'ip', kind: 'list', label: 'Addresses and networks that send', initial: '' },
    why: 'The cheapest way to name a host: nothing is asked of the DNS. One a line, IPv4 or IPv6.',
    ...{ source: rfc('5.6'), example: '192.0.2.25\n2001:db8::/64' },
  },
  {
    ...{ name: 'include', kind: 'list', label: 'Providers that send for you', initial: '' },
    why: 'The name that your provider gives you. A host that passes its record passes yours. Each costs a lookup, and what its record costs comes on top.',
    ...{ source: rfc('5.2'), example: '_spf.provider.example' },
  },
  {
    ...{ name: 'hosts', kind: 'list', label: 'Other hosts, by name', initial: '', rare: true },
    why: 'Hosts whose addresses may change. Each name costs a lookup; an address does not.',
    ...{ source: rfc('5.3'), example: 'shop.example.org' },
  },
  {
    ...{
      name: 'more',
      kind: 'text',
      label: 'Other terms, as they are written',
      initial: '',
      rare: true,
    },
    why: 'For what has no field here, as `exists:` and `exp=`. They stand behind the others and before the end.',
    ...{ source: rfc('4.6.1'), example: 'exists:%{i}.allow.example.org' },
  },
  {
    ...{ name: 'all', kind: 'choice', label: 'And everybody else', initial: '~all' },
    why: 'What a receiver shall think of a host that no term names.',
    source: rfc('5.1'),
    options: [
      {
        value: '~all',
        label: 'probably not (~all)',
        meaning:
          'softfail: looked at with suspicion, not rejected for this alone. Forwarded mail survives.',
      },
      {
        value: '-all',
        label: 'no (-all)',
        meaning:
          'fail: a receiver may reject it at once, before it sees a DKIM signature. Forwarded mail is lost where it does.',
      },
      {
        value: '?all',
        label: 'no opinion (?all)',
        meaning: 'neutral: exactly as if there were no record.',
      },
      {
        value: 'redirect',
        label: 'as another domain says',
        meaning: 'the record of another domain takes over, with its own end.',
      },
    ],
  },
  {
    ...{ name: 'redirect', kind: 'text', label: 'The domain whose record takes over', initial: '' },
    why: 'For many domains with the same senders: one record to keep. It costs a lookup.',
    ...{
      source: rfc('6.1'),
      example: '_spf.example.com',
      when: { field: 'all', is: ['redirect'] },
    },
  },
]

function compose(values: Values, domain: string): Composed {
  const text = spfText(values)
  const record = parseSpf(text)
  return {
    records: [textRecord(domain, text)],
    files: [],
    meaning: spfMeaning(record, domain),
    notes: notesOn(values, record),
  }
}

/** The record: what is cheap to find out stands first, since the first match ends the search (§4.6.2). */
export function spfText(values: Values): string {
  const ends = values['all'] ?? ''
  const redirect = tagValue(values['redirect'] ?? '')
  return [
    'v=spf1',
    ...chosenTerms(values),
    ...termsOf(values['more']),
    ...(ends === 'redirect'
      ? redirect
        ? [`redirect=${redirect}`]
        : []
      : ends
        ? [tagValue(ends)]
        : []),
  ].join(' ')
}

/** The lists, each with what was pasted into it. */
const listsOf = (values: Values): Readonly<Record<'ip' | 'hosts' | 'include', GivenTerms>> => ({
  ip: termsGiven(values['ip'], (ip) => `${ip.includes(':') ? 'ip6' : 'ip4'}:${ip}`),
  hosts: termsGiven(values['hosts'], (host) => `a:${host}`),
  include: termsGiven(values['include'], (name) => `include:${name}`),
})

/** What the fields say, each once, in the order of what it costs. */
function chosenTerms(values: Values): string[] {
  const { ip, hosts, include } = listsOf(values)
  const all = [
    ...ip.terms,
    ...(isOn(values['a']) ? ['a'] : []),
    ...(isOn(values['mx']) ? ['mx'] : []),
    ...hosts.terms,
    ...include.terms,
  ]
  return [...new Set(all)].toSorted((one, other) => costRank(one) - costRank(other))
}

const COSTS = [/^ip[46]:/i, /^a(?:$|\/)/i, /^mx(?:$|\/)/i, /^(?:a|mx):/i, /^include:/i]

const costRank = (term: string): number => {
  const at = COSTS.findIndex((form) => form.test(term))
  return at < 0 ? COSTS.length : at
}

/** Terms as they are typed. */
const termsOf = (text = ''): string[] =>
  text
    .slice(0, composeLimits.value)
    .split(/\s+/)
    .filter((term) => term !== '')
    .slice(0, composeLimits.entries)

function notesOn(values: Values, record: SpfRecord): Said[] {
  const notes: Said[] = []
  const { count, includes } = spfLookups(record)
  const what =
    includes === 1 ? 'the record behind it costs' : `the ${includes} records behind it cost`
  const behind = includes > 0 ? ` What ${what} comes on top, and only the DNS knows that.` : ''
  notes.push({
    text: `${count} of ${MAX_LOOKUPS} lookups are spent by the terms of this record.${behind}${count > MAX_LOOKUPS ? ' That is too many.' : ''}`,
    source: rfc('4.6.4'),
  })
  const { ip, hosts, include } = listsOf(values)
  const ends = [...new Set([...ip.ends, ...hosts.ends, ...include.ends])]
  if (ends.length > 0)
    notes.push({
      text: `${ends.map((end) => `\`${end}\``).join(' and ')} was left out: how the record ends is chosen at “And everybody else”.`,
      source: rfc('5.1'),
    })
  if (values['all'] === 'redirect' && !tagValue(values['redirect'] ?? ''))
    notes.push({
      text: 'Name the domain whose record takes over: without it the record has no end.',
      source: rfc('6.1'),
    })
  return notes
}

function read(text: string): ReadRecord | undefined {
  if (!isSpfText(text)) return undefined
  const record = parseSpf(text)
  const all = mechanismsOf(record).find(({ name }) => name === 'all')
  const redirect = all ? undefined : modifierOf(record, 'redirect')
  const ordered = mechanismsOf(record).every((term) => term === all || term.qualifier === '+')
  const values: Record<string, string> = {
    ...{ mx: '', a: '', redirect: redirect?.value.text ?? '' },
    all: all ? `${all.qualifier === '+' ? '' : all.qualifier}all` : redirect ? 'redirect' : '',
  }
  const lists = {
    ip: [] as string[],
    hosts: [] as string[],
    include: [] as string[],
    more: [] as string[],
  }
  const after = all ? record.terms.indexOf(all) : record.terms.length
  const dropped: string[] = []
  for (const [at, term] of record.terms.entries()) {
    if (term === all || term === redirect) continue
    if (at > after && term.kind !== 'modifier') dropped.push(term.text)
    else if (!ordered || !sort(term, values, lists)) lists.more.push(term.text)
  }
  for (const name of ['ip', 'hosts', 'include'] as const) values[name] = lists[name].join('\n')
  return { values: { ...values, more: lists.more.join(' ') }, dropped }
}

/** Whether a term has a field of its own, which then gets it. */
function sort(
  term: Term,
  values: Record<string, string>,
  lists: Readonly<Record<'ip' | 'hosts' | 'include', string[]>>,
): boolean {
  if (term.kind !== 'mechanism' || term.qualifierSpan) return false
  const argument = term.text.slice(term.text.indexOf(':') + 1)
  const isWhole = !term.cidr4 && !term.cidr6 && !/[,;]/.test(argument)
  const lower = term.text.toLowerCase()
  if (lower === 'mx' || lower === 'a') {
    if (values[lower]) return false
    values[lower] = switchOf(true)
  } else if (term.name === 'include' && term.domain && isWhole) lists.include.push(argument)
  else if (term.name === 'a' && term.domain && isWhole) lists.hosts.push(argument)
  else if (term.name === 'ip4' && term.network && !argument.includes(':')) lists.ip.push(argument)
  else if (term.name === 'ip6' && term.network && argument.includes(':')) lists.ip.push(argument)
  else return false
  return true
}

export const spf: Composer = {
  ...{ id: 'spf', title: 'SPF', fields, compose, read },
  lead: 'Says which hosts may send mail with your domain in the envelope. Think of everyone who does: your server, your newsletter, your shop, the office printer.',
}

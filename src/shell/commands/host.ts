import { recordsOf, type DnsAnswer, type DnsRecord, type RecordType } from '../../core/dns.ts'
import { parseIp, reverseName } from '../../core/ip.ts'
import { canonicalName } from '../../dns/names.ts'
import { printData } from '../../dns/print-record.ts'
import { nearest } from '../../core/text/edit-distance.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext } from '../command.ts'
import { RECORD_TYPES, recordType } from '../dig/types.ts'
import { readFlags } from '../flags.ts'
import { pointAt } from '../point-at.ts'
import { showText } from '../show-text.ts'

export const host: Command = {
  name: 'host',
  summary: 'look a name or an address up, in plain words',
  completes: ['names', 'record-types'],
  page: {
    synopsis: ['host [-t type] name', 'host address'],
    description: [
      '`host` asks the DNS for the addresses of a name and for the hosts that receive its mail, and prints what it found in sentences. For an IP address it finds the name. `dig` shows the same as records. The status is 0 where something was found.',
      'Of the options of the real one there is `-t` alone. One resolver here knows all zones, so naming a server changes nothing.',
    ],
    options: [['-t type', 'records of that type: `-t txt`']],
    examples: [
      ['host example.org', 'its addresses and mail hosts'],
      ['host -t txt example.org', 'its texts'],
      ['host 192.0.2.25', 'the name of an address'],
    ],
    seeAlso: ['dig', 'hosts'],
  },
  run(words, context) {
    const given = readFlags<never, 'type'>('host', words, { values: { '-t': 'type' } }, context)
    if (!given) return undefined
    const [word] = given.words
    const asked = given.values.get('type')
    const type = asked && recordType(asked.text)
    if (asked && !type) context.complain(pointAt(context.line, asked.span, noType(asked.text)))
    else if (word) context.explain(lookUp(word.text, type, context).map(showText).join('\n'))
    else context.complain(withCode('usage: host name\nTry `host example.org`, for instance.'))
    return undefined
  },
}

function noType(text: string): string {
  const meant = nearest(text.toUpperCase(), RECORD_TYPES)
  const hint = meant ? ` Did you mean \`${meant}\`?` : ''
  return `Behind \`-t\` belongs a type of record: ${RECORD_TYPES.map((one) => `\`${one}\``).join(', ')}.${hint}`
}

function lookUp(typed: string, type: RecordType | undefined, context: CommandContext): string[] {
  const octets = parseIp(typed)
  const found = octets
    ? namesOf(typed, reverseName(octets), context)
    : type
      ? recordsNamed(canonicalName(typed), type, context)
      : everyday(canonicalName(typed), context)
  if (!found.length) return [`${typed} exists, but has neither an address nor mail hosts.`]
  return found
}

/** Asks as the host does that it runs on. */
const ask = (name: string, type: RecordType, { world, host: here }: CommandContext): DnsAnswer =>
  world.lookUp(here.name, name, type)

function namesOf(typed: string, name: string, context: CommandContext): string[] {
  const answer = ask(name, 'PTR', context)
  if (answer.status === 'servfail' || answer.status === 'timeout')
    return failed(name, answer, context) ?? []
  const names = recordsOf(answer, 'PTR')
  const lines = names.map(({ target }) => `${name} domain name pointer ${target}.`)
  if (lines.length) return lines
  context.setStatus(1)
  return [`Host ${name}. not found: no PTR record gives ${typed} a name.`]
}

/** The sentence of an answer that says nothing of the type asked for; `undefined` for one that does. */
function failed(
  name: string,
  { status }: DnsAnswer,
  context: CommandContext,
): string[] | undefined {
  const line = {
    ok: undefined,
    nodata: undefined,
    nxdomain: `Host ${name} not found: 3(NXDOMAIN)`,
    servfail: `Host ${name} not found: 2(SERVFAIL)`,
    timeout: ';; connection timed out; no servers could be reached',
  }[status]
  if (line === undefined) return undefined
  context.setStatus(1)
  return [line]
}

const aliasLines = (records: readonly DnsRecord[]): string[] =>
  records.flatMap((alias) =>
    'target' in alias ? [`${alias.name} is an alias for ${alias.target}.`] : [],
  )

/** What the real program says of each type; others are `has … record`. */
const SENTENCES: Readonly<Partial<Record<RecordType, string>>> = {
  A: 'has address',
  AAAA: 'has IPv6 address',
  MX: 'mail is handled by',
  NS: 'name server',
  PTR: 'domain name pointer',
  TXT: 'descriptive text',
  CNAME: 'is an alias for',
}

const sentenceOf = (record: DnsRecord): string =>
  `${record.name} ${SENTENCES[record.type] ?? `has ${record.type} record`} ${printData(record)}`

function recordsNamed(name: string, type: RecordType, context: CommandContext): string[] {
  const answer = ask(name, type, context)
  const failure = failed(name, answer, context)
  if (failure) return failure
  const lines = [...aliasLines(answer.aliases ?? []), ...answer.records.map(sentenceOf)]
  return lines.length ? lines : [`${name} has no ${type} record`]
}

/** Addresses and mail hosts. */
function everyday(name: string, context: CommandContext): string[] {
  const four = ask(name, 'A', context)
  const failure = failed(name, four, context)
  if (failure) return failure
  const six = ask(name, 'AAAA', context)
  return [
    ...aliasLines(four.aliases ?? six.aliases ?? []),
    ...recordsOf(four, 'A').map(sentenceOf),
    ...recordsOf(six, 'AAAA').map(sentenceOf),
    ...recordsOf(ask(name, 'MX', context), 'MX').map(sentenceOf),
  ]
}

import { utf8 } from '../../core/bytes.ts'
import type { DnsAnswer, DnsRecord, RecordType } from '../../core/dns.ts'
import { parseIp, reverseName } from '../../core/ip.ts'
import { withCode } from '../../core/text/ansi.ts'
import { canonicalName } from '../../dns/names.ts'
import { printData } from '../../dns/print-record.ts'
import type { Command, CommandContext } from '../command.ts'
import { recordType } from '../dig/types.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'
import { showText } from '../show-text.ts'

export const nslookup: Command = {
  name: 'nslookup',
  summary: 'look a name up in the DNS, as on many other systems',
  completes: ['names'],
  page: {
    synopsis: ['nslookup [-type=type] name [server]'],
    description: [
      'Looks a name or an address up, and prints what it found. `dig` shows more. Its prompt of its own is not simulated: give the name in the same line.',
      'One resolver here knows all zones, so naming a server changes nothing.',
    ],
    options: [
      ['-type=type', 'which records: `-type=mx`, `-type=txt`; also written `-query=` and `-q=`'],
    ],
    examples: [
      ['nslookup mx.example.org', 'its addresses'],
      ['nslookup -type=mx example.org', 'its mail hosts'],
    ],
    seeAlso: ['dig', 'host'],
  },
  run(words, context) {
    let type: RecordType | undefined
    const names: Word[] = []
    for (const word of words) {
      const [, value] = /^-(?:type|query|querytype|q|t)=(.*)$/i.exec(word.text) ?? []
      if (value !== undefined) {
        type = recordType(value)
        if (!type)
          return void context.complain(
            pointAt(
              context.line,
              word.span,
              'A type of record belongs behind `=`: `-type=mx`, `-type=txt`.',
            ),
          )
      } else if (word.text.startsWith('-'))
        return void context.complain(
          pointAt(
            context.line,
            word.span,
            '`nslookup` here knows `-type=` alone. `man nslookup` shows more.',
          ),
        )
      else names.push(word)
    }
    const [name] = names
    if (!name)
      return void context.complain(
        withCode('usage: nslookup name\nTry `nslookup -type=mx example.org`.'),
      )
    look(name.text, type, context)
    return undefined
  },
}

const SERVER = 'Server:\t\t127.0.0.53\nAddress:\t127.0.0.53#53\n'

function look(typed: string, asked: RecordType | undefined, context: CommandContext): void {
  const octets = parseIp(typed)
  const name = octets ? reverseName(octets) : canonicalName(typed)
  const types: readonly RecordType[] = octets ? ['PTR'] : asked ? [asked] : ['A', 'AAAA']
  const { world, host } = context
  const print = (text: string): void => context.write(utf8(`${text}\n`))
  const answers = types.map((type) => world.lookUp(host.name, name, type))
  if (!octets) print(SERVER)
  const lines = [
    ...(answers[0]?.aliases ?? []).map(lineOf),
    ...answers.flatMap(({ records }) => records.map(lineOf)),
  ]
  const failed = failureOf(showText(octets ? name : typed), answers)
  if (!lines.length && failed !== undefined) {
    print(`${failed}\n`)
    // A name without such a record is no failure for the real one.
    if (answers[0]?.status !== 'nodata') context.setStatus(1)
    return
  }
  if (!octets) print('Non-authoritative answer:')
  print(lines.join('\n'))
  print(octets || asked ? '\nAuthoritative answers can be found from:' : '')
}

function failureOf(name: string, answers: readonly DnsAnswer[]): string | undefined {
  const { status } = answers[0]!
  if (status === 'nxdomain') return `** server can't find ${name}: NXDOMAIN`
  if (status === 'servfail') return `** server can't find ${name}: SERVFAIL`
  if (status === 'timeout') return ';; connection timed out; no servers could be reached'
  return `*** Can't find ${name}: No answer`
}

function lineOf(record: DnsRecord): string {
  const data = showText(printData(record))
  const name = showText(record.name)
  const of = (what: string): string => `${name}\t${what} = ${data}`
  switch (record.type) {
    case 'A':
    case 'AAAA':
      return `Name:\t${name}\nAddress: ${data}`
    case 'CNAME':
      return of('canonical name')
    case 'MX':
      return of('mail exchanger')
    case 'NS':
      return of('nameserver')
    case 'PTR':
      return of('name')
    case 'TXT':
      return of('text')
    case 'SOA':
      return soaText(name, record)
    default:
      return `${name}\trdata_${record.type} = ${data}`
  }
}

const soaText = (
  name: string,
  {
    primary,
    contact,
    serial,
    refresh,
    retry,
    expire,
    minimum,
  }: Extract<DnsRecord, { type: 'SOA' }>,
): string =>
  [
    name,
    `\torigin = ${showText(primary)}`,
    `\tmail addr = ${showText(contact)}`,
    ...Object.entries({ serial, refresh, retry, expire, minimum }).map(
      ([field, value]) => `\t${field} = ${value}`,
    ),
  ].join('\n')

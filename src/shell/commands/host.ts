import { recordsOf, type RecordType } from '../../core/dns.ts'
import { parseIp, reverseName } from '../../core/ip.ts'
import { canonicalName } from '../../dns/names.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext } from '../command.ts'
import { showText } from '../show-text.ts'

export const host: Command = {
  name: 'host',
  summary: 'look a name or an address up, in plain words',
  completes: ['names'],
  page: {
    synopsis: ['host name', 'host address'],
    description: [
      '`host` asks the DNS for the addresses of a name and for the hosts that receive its mail, and prints what it found in sentences. For an IP address it finds the name. `dig` shows the same as records.',
    ],
    examples: [
      ['host example.org', 'its addresses and mail hosts'],
      ['host 192.0.2.25', 'the name of an address'],
    ],
    seeAlso: ['dig', 'hosts'],
  },
  run([word], context) {
    if (!word) context.complain(withCode('usage: host name\nTry `host example.org`, for instance.'))
    else context.explain(lookUp(word.text, context).map(showText).join('\n'))
    return undefined
  },
}

function lookUp(typed: string, { world, host: here }: CommandContext): string[] {
  const query = (of: string, type: RecordType) => world.lookUp(here.name, of, type)
  const octets = parseIp(typed)
  const name = octets ? reverseName(octets) : canonicalName(typed)
  if (octets) {
    const names = recordsOf(query(name, 'PTR'), 'PTR')
    const lines = names.map(({ target }) => `${name} domain name pointer ${target}.`)
    return lines.length ? lines : [`Host ${name}. not found: no PTR record gives ${typed} a name.`]
  }
  const four = query(name, 'A')
  const six = query(name, 'AAAA')
  const mail = query(name, 'MX')
  if (four.status === 'nxdomain') return [`Host ${name} not found: 3(NXDOMAIN)`]
  const lines = [
    ...(four.aliases ?? six.aliases ?? []).flatMap((alias) =>
      'target' in alias ? [`${alias.name} is an alias for ${alias.target}.`] : [],
    ),
    ...recordsOf(four, 'A').map((a) => `${a.name} has address ${a.address}`),
    ...recordsOf(six, 'AAAA').map((a) => `${a.name} has IPv6 address ${a.address}`),
    ...recordsOf(mail, 'MX').map(
      (mx) => `${mx.name} mail is handled by ${mx.preference} ${mx.exchange}.`,
    ),
  ]
  return lines.length ? lines : [`${name} exists, but has neither an address nor mail hosts.`]
}

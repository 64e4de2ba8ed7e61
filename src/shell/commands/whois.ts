import { recordsOf } from '../../core/dns.ts'
import { formatIp, parseIp } from '../../core/ip.ts'
import { withCode } from '../../core/text/ansi.ts'
import { canonicalName, parentName } from '../../dns/names.ts'
import type { Command, CommandContext } from '../command.ts'
import { readFlags } from '../flags.ts'
import { showText } from '../show-text.ts'

export const whois: Command = {
  name: 'whois',
  summary: 'whose is a domain, or an address?',
  completes: ['names'],
  page: {
    synopsis: ['whois domain', 'whois address'],
    description: [
      'Asks who has registered a domain or an address. Here the answer is made from the zones and the hosts of this simulated Internet; on the real one, a registry answers with the names of people or their agents.',
    ],
    examples: [
      ['whois example.org', 'is the domain registered, and where are its name servers?'],
      ['whois 192.0.2.25', 'whose address is it?'],
    ],
    seeAlso: ['dig', 'host', 'hosts'],
  },
  run(words, context) {
    const given = readFlags('whois', words, {}, context)
    const [word] = given?.words ?? []
    if (!given) return undefined
    if (!word)
      return void context.complain(withCode('usage: whois domain\nTry `whois example.org`.'))
    const octets = parseIp(word.text)
    const lines = octets
      ? addressLines(formatIp(octets), context)
      : domainLines(canonicalName(word.text), context)
    for (const line of lines) context.print(showText(line))
    return undefined
  },
}

function domainLines(name: string, context: CommandContext): string[] {
  const { world } = context
  let domain = name
  while (domain !== '' && !world.zones.some(({ origin }) => origin === domain))
    domain = parentName(domain)
  if (domain === '') {
    context.setStatus(1)
    return [`No match for domain "${name.toUpperCase()}".`]
  }
  const servers = recordsOf(world.resolver.query(domain, 'NS'), 'NS').map(({ target }) => target)
  return [
    `Domain Name: ${domain.toUpperCase()}`,
    'Registrar: The registry of this simulated Internet',
    'Domain Status: ok',
    ...servers.map((server) => `Name Server: ${server.toUpperCase()}`),
    'DNSSEC: unsigned',
  ]
}

function addressLines(address: string, context: CommandContext): string[] {
  const host = context.world.hosts.find(({ addresses }) => addresses.includes(address))
  if (host)
    return [
      `inetnum:        ${address}`,
      `netname:        ${(host.name.split('.').slice(-2)[0] ?? host.name).toUpperCase()}-NET`,
      `descr:          ${host.about ?? host.name}`,
      'source:         SIMULATED',
    ]
  context.setStatus(1)
  return ['%ERROR:101: no entries found']
}

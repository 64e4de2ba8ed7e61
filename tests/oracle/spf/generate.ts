import type { DnsRecord } from '../../../src/core/dns.ts'
import { reverseName, parseIp, unmapIpv4 } from '../../../src/core/ip.ts'
import { seededDice, seedOf, type Dice } from '../dice.ts'
import type { SpfCase } from './case.ts'
import { makeExplanation } from './make-macro.ts'
import { makePolicy, type Names } from './make-policy.ts'

const RECEIVER = 'mx.receiver.example'
const NOW = 1_735_689_600

/** The case of this number; the same for the same seed. */
export function spfCase(seed: number, id: number): SpfCase {
  const dice = seededDice(seedOf(seed, id))
  const ip = makeClient(dice)
  const names = makeNames(dice, ip)
  const records = [
    ...names.policies.flatMap((name, index) => policyRecords(dice, name, index, names)),
    ...names.hosts.flatMap((name) => hostRecords(dice, name, ip)),
    ...names.domains.flatMap((name) => mailRecords(dice, name, ip, names)),
    ...names.explanations.flatMap((name) => explanationRecords(dice, name)),
    ...reverseRecords(dice, ip, names),
    ...aliasRecords(dice, names),
  ]
  const askable = [...names.hosts, ...names.policies.slice(1), ...names.domains]
  return {
    id,
    ip,
    ...makeSender(dice, names.policies[0]!),
    receiver: RECEIVER,
    now: NOW + dice.int(0, 1_000_000),
    records,
    silent: dice.chance(0.12) ? dice.times(dice.int(1, 2), () => dice.pick(askable)) : [],
  }
}

const makeClient = (dice: Dice): string =>
  dice.weigh([
    [6, `192.0.2.${dice.int(0, 255)}`],
    [2, `203.0.113.${dice.int(0, 255)}`],
    [3, `2001:db8::${dice.int(1, 0xffff).toString(16)}`],
    [1, `2001:db8:${dice.int(0, 0xffff).toString(16)}:cafe::1`],
    [1, `::ffff:192.0.2.${dice.int(0, 255)}`],
  ])

function makeNames(dice: Dice, ip: string): Names {
  const start = dice.weigh([
    [8, 'example.org'],
    [2, 'News.Example.ORG'],
    [1, 'mail_out.example.org'],
    [1, `${'l'.repeat(dice.int(60, 63))}.example.org`],
  ])
  const count = dice.weigh([
    [6, dice.int(0, 3)],
    [1, dice.int(8, 12)],
  ])
  return {
    ip,
    policies: [start, ...dice.times(count, (index) => `spf${index}.example.net`)],
    hosts: dice.times(dice.int(2, 5), (index) => `host${index}.example.com`),
    domains: ['d0.example.com', 'd1.example.com'],
    explanations: ['why.example.org', 'why.example.net'],
    absent: ['gone.example.com', 'none.example.org', 'void.example.net', 'no.such.example'],
    aliases: ['alias0.example.net', 'alias1.example.net', 'loop0.example.net'],
  }
}

/** The sender's domain has a record nearly always; what the others have, the dice decide. */
function policyRecords(dice: Dice, name: string, index: number, names: Names): DnsRecord[] {
  if (dice.chance(index ? 0.06 : 0.03)) return otherTexts(dice, name)
  const next = names.policies[index + 1]
  const texts = [makePolicy(dice, names, next)]
  if (dice.chance(0.03)) texts.push(makePolicy(dice, names, next))
  const records = texts.map((text) => txt(name, splitText(dice, text)))
  const more = dice.chance(0.3) ? mailRecords(dice, name, names.ip, names) : []
  return [...records, ...more, ...(dice.chance(0.2) ? otherTexts(dice, name) : [])]
}

const OTHER_TEXTS = [
  'site-verification=4711',
  'v=spf10 -all',
  'v=spf2.0/pra ?all',
  'v=spf1-all',
  '',
]

const otherTexts = (dice: Dice, name: string): DnsRecord[] =>
  dice.some(OTHER_TEXTS, 0.4).map((text) => txt(name, [text]))

/** Strings of a record join without a space (RFC 7208 §3.3). */
function splitText(dice: Dice, text: string): string[] {
  if (text.length < 4 || dice.chance(0.8)) return [text]
  const at = dice.int(1, text.length - 1)
  return [text.slice(0, at), text.slice(at)]
}

const hostRecords = (dice: Dice, name: string, ip: string): DnsRecord[] =>
  dice.chance(0.1) ? [] : dice.times(dice.int(1, 3), () => address(name, makeAddress(dice, ip)))

/** Often the client's own address, often a neighbour's. */
function makeAddress(dice: Dice, ip: string): string {
  const client = clientOf(ip)
  return dice.weigh([
    [3, client],
    [2, `192.0.2.${dice.int(0, 255)}`],
    [2, `198.51.100.${dice.int(0, 255)}`],
    [2, `2001:db8::${dice.int(1, 0xffff).toString(16)}`],
  ])
}

function mailRecords(dice: Dice, name: string, ip: string, names: Names): DnsRecord[] {
  const count = dice.weigh([
    [6, dice.int(1, 3)],
    [2, dice.int(9, 12)],
    [1, 0],
  ])
  const targets = dice.times(count, (index) =>
    dice.weigh([
      [6, names.hosts[index % names.hosts.length]!],
      [1, dice.pick(names.absent)],
      [1, dice.pick(names.aliases)],
      [0.2, ''],
    ]),
  )
  const mx = targets.map((exchange, index): DnsRecord => ({
    name,
    ttl: 60,
    type: 'MX',
    preference: index * 10 + dice.int(0, 3),
    exchange,
  }))
  return [...mx, ...(dice.chance(0.5) ? hostRecords(dice, name, ip) : [])]
}

const explanationRecords = (dice: Dice, name: string): DnsRecord[] =>
  dice
    .times(
      dice.weigh([
        [8, 1],
        [1, 0],
        [1, 2],
      ] as const),
      () => makeExplanation(dice),
    )
    .map((text) => txt(name, splitText(dice, text)))

function reverseRecords(dice: Dice, ip: string, names: Names): DnsRecord[] {
  const count = dice.weigh([
    [5, dice.int(1, 3)],
    [1, dice.int(9, 12)],
    [2, 0],
  ])
  const octets = parseIp(clientOf(ip))!
  return dice.times(count, (): DnsRecord => {
    const target = dice.pick([...names.hosts, ...names.policies, ...names.absent])
    return { name: reverseName(octets), ttl: 60, type: 'PTR', target }
  })
}

const aliasRecords = (dice: Dice, names: Names): DnsRecord[] => [
  alias('alias0.example.net', dice.pick([...names.hosts, ...names.policies, ...names.absent])),
  alias('alias1.example.net', 'alias0.example.net'),
  alias('loop0.example.net', 'loop1.example.net'),
  alias('loop1.example.net', 'loop0.example.net'),
]

function makeSender(dice: Dice, domain: string): Pick<SpfCase, 'mailFrom' | 'helo'> {
  const local = dice.weigh([
    [6, 'ann'],
    [2, 'ann.bell-marsh+news'],
    [1, `O'Neil_%{d}`],
    [1, ''],
    [1, 'a=b/c!d'],
    [0.5, '"at@home"'],
  ])
  const helo = dice.weigh([
    [5, 'mail.example.com'],
    [1, 'MAIL.Example.COM.'],
    [1, '[192.0.2.9]'],
    [1, 'localhost'],
  ])
  return dice.weigh([
    [12, { mailFrom: `${local}@${domain}`, helo }],
    [2, { mailFrom: '', helo: domain }],
    [1, { mailFrom: domain, helo }],
    [0.3, { mailFrom: `ann@${domain}.`, helo }],
    [0.3, { mailFrom: 'ann@localhost', helo }],
    [0.3, { mailFrom: 'ann@example..org', helo }],
  ])
}

function clientOf(ip: string): string {
  const octets = unmapIpv4(parseIp(ip)!)
  return octets.length === 4 ? octets.join('.') : ip
}

const txt = (name: string, strings: readonly string[]): DnsRecord => ({
  name,
  ttl: 60,
  type: 'TXT',
  strings,
})

const address = (name: string, written: string): DnsRecord => ({
  name,
  ttl: 60,
  type: written.includes(':') ? 'AAAA' : 'A',
  address: written,
})

const alias = (name: string, target: string): DnsRecord => ({
  name,
  ttl: 60,
  type: 'CNAME',
  target,
})

import type { Dice } from '../dice.ts'

/** A record's type and data as a zone writes them. */
export interface Made {
  readonly type: string
  readonly data: string
  /** Whether its owner may hold nothing else. */
  readonly alone?: boolean
}

export const ORIGIN = 'example.org'

/** A record of any type that a zone may hold, in one of the spellings it may have. */
export const makeRecord = (dice: Dice): Made =>
  dice.weigh<() => Made>([
    [4, () => ({ type: 'A', data: address4(dice) })],
    [3, () => ({ type: 'AAAA', data: dice.pick(ADDRESSES6) })],
    [4, () => ({ type: 'TXT', data: text(dice) })],
    [1, () => ({ type: 'SPF', data: '"v=spf1 -all"' })],
    [3, () => ({ type: 'MX', data: `${dice.int(0, 65535)} ${host(dice)}` })],
    [0.5, () => ({ type: 'MX', data: '0 .', alone: true })],
    [2, () => ({ type: 'CNAME', data: host(dice), alone: true })],
    [0.5, () => ({ type: 'DNAME', data: host(dice), alone: true })],
    [1, () => ({ type: 'PTR', data: host(dice) })],
    [1, () => ({ type: 'NS', data: 'ns.example.net.', alone: true })],
    [1, () => ({ type: 'SRV', data: `${dice.int(0, 9)} ${dice.int(0, 99)} 5060 ${host(dice)}` })],
    [1, () => ({ type: 'CAA', data: dice.pick(CAAS) })],
    [1, () => ({ type: 'TLSA', data: `3 1 1 ${hex(dice, 32)}` })],
    [1, () => ({ type: 'SSHFP', data: `4 2 ${hex(dice, 32)}` })],
    [
      1,
      () => ({
        type: 'DNSKEY',
        data: '257 3 13 mdsswUyr3DPW132mOi8V9xESWE8jTo0d xCjjnopKl+GqJxpVXckHAeF+KkxLbxIL fDLUT0rAK9iUzy1L53eKGQ==',
      }),
    ],
    [1, () => ({ type: 'HTTPS', data: dice.pick(SERVICES) })],
    [0.5, () => ({ type: 'SVCB', data: dice.pick(SERVICES) })],
    [0.5, () => ({ type: 'HINFO', data: '"PC-Intel-700mhz" "Redhat Linux 7.1"' })],
    [0.5, () => ({ type: 'NAPTR', data: '100 50 "s" "z3950+I2L+I2C" "" _z3950._tcp' })],
    [0.5, () => ({ type: 'RP', data: 'ann.example.org. .' })],
    [
      1,
      () => ({
        type: dice.pick(['TYPE65280', 'type1234']),
        data: dice.pick(['\\# 0', '\\# 3 abCDef', '\\# 4 0a 00 0001']),
      }),
    ],
    [1, () => ({ type: dice.pick(['A', 'TYPE1']), data: '\\# 4 c0000201' })],
    [0.5, () => ({ type: 'TYPE16', data: '"as text"' })],
    [0.5, () => ({ type: 'AFSDB', data: `1 ${host(dice)}` })],
  ])()

const address4 = (dice: Dice): string =>
  `${dice.pick(['192.0.2', '198.51.100', '203.0.113'])}.${dice.int(0, 255)}`

const ADDRESSES6 = [
  '2001:db8::1',
  '2001:DB8:0:0:0:0:0:2',
  '2001:db8:0:1::',
  '::ffff:192.0.2.1',
  '2001:db8::192.0.2.9',
  '::1',
  '2001:db8:0:0:1:0:0:1',
]

const host = (dice: Dice): string =>
  dice.pick([
    'mail',
    'www',
    'host1',
    '@',
    'mail.example.net.',
    `www.${ORIGIN}.`,
    'Mail.Example.COM.',
  ])

const hex = (dice: Dice, octets: number): string => {
  const digits = dice.times(octets * 2, () => dice.pick([...'0123456789abcdefABCDEF'])).join('')
  return dice.chance(0.4) ? `${digits.slice(0, 20)} ${digits.slice(20)}` : digits
}

const text = (dice: Dice): string =>
  dice.weigh([
    [4, '"v=spf1 mx -all"'],
    [2, '"v=DKIM1; k=rsa; p=" "MIGfMA0GCSqGSIb3DQ"'],
    [1, 'unquoted'],
    [1, 'two words'],
    [1, '"a \\"quote\\" and \\\\ slash"'],
    [1, '"\\009tab \\065 \\255"'],
    [1, '""'],
    [1, 'semi\\;colon'],
    [1, '"semi;colon ( ) @ $"'],
    [1, `"${'x'.repeat(255)}" "y"`],
    [1, '"a""b"'],
    [1, 'a"b c"d'],
    [1, '"caf\u00e9"'],
  ])

const CAAS = [
  '0 issue "ca.example.net"',
  '128 issuewild ";"',
  '0 iodef "mailto:ann@example.org"',
  '0 issue ca.example.net',
]

const SERVICES = [
  '1 . alpn=h2,h3',
  '1 . alpn="h2,h3" port=443 ipv4hint=192.0.2.1,192.0.2.2 ipv6hint=2001:db8::1',
  '0 svc.example.net.',
  '16 foo.example.org. mandatory=alpn alpn=h2',
  '1 www port=8443 key65333=ex1',
]

import { decode, encode, RECURSION_DESIRED, type Packet } from 'dns-packet'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { answerDns, type Transport } from './answer.ts'

const zone = parseZone(
  String.raw`$TTL 300
@ SOA ns hostmaster 1 7200 900 1209600 60
@ NS ns
@ MX 10 mx
@ TXT "v=spf1 -all" "two"
@ SPF "v=spf1 -all"
@ CAA 0 issue "ca.example.net"
mx A 192.0.2.25
mx AAAA 2001:db8::25
www CNAME mx
gone CNAME nobody
old DNAME example.net.
_imaps._tcp SRV 5 0 993 mx
_25._tcp.mx TLSA 3 1 1 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
sub DS 1 13 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
@ DNSKEY 257 3 13 AAAA
@ NSEC mx A MX
@ HTTPS 1 . alpn=h2,h3 ipv4hint=192.0.2.80 port=8443
odd TYPE4711 \# 3 010203
where LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m
big TXT "${'x'.repeat(250)}" "${'y'.repeat(250)}" "${'z'.repeat(250)}"
`,
  { origin: 'example.org' },
)
const resolver = createResolver([zone.zone])
const names = { resolver, asked: resolver.query }

const query = (name: string, type: string, more: Partial<Packet> = {}): Buffer =>
  encode({
    type: 'query',
    id: 7,
    flags: RECURSION_DESIRED,
    questions: [{ name, type: type as 'A' }],
    ...more,
  })

function ask(name: string, type: string, transport: Transport = 'udp', more: Partial<Packet> = {}) {
  const octets = answerDns(query(name, type, more), names, transport)!
  const packet = decode(Buffer.from(octets))
  const data = (packet.answers ?? []).map((one) => [one.name, one.type, 'data' in one && one.data])
  return { octets, packet, data }
}

test('the zone of these tests has no problems', () => expect(zone.problems).toEqual([]))

test.each([
  ['example.org', 'MX', [['example.org', 'MX', { preference: 10, exchange: 'mx.example.org' }]]],
  ['EXAMPLE.org', 'NS', [['example.org', 'NS', 'ns.example.org']]],
  ['mx.example.org', 'A', [['mx.example.org', 'A', '192.0.2.25']]],
  ['mx.example.org', 'AAAA', [['mx.example.org', 'AAAA', '2001:db8::25']]],
  [
    'www.example.org',
    'A',
    [
      ['www.example.org', 'CNAME', 'mx.example.org'],
      ['mx.example.org', 'A', '192.0.2.25'],
    ],
  ],
  [
    '_imaps._tcp.example.org',
    'SRV',
    [
      [
        '_imaps._tcp.example.org',
        'SRV',
        { priority: 5, weight: 0, port: 993, target: 'mx.example.org' },
      ],
    ],
  ],
])('%s %s', (name, type, expected) => expect(ask(name, type).data).toEqual(expected))

test.each([
  ['example.org', 'TXT', '0b763d73706631202d616c6c0374776f'],
  ['example.org', 'UNKNOWN_99', '0b763d73706631202d616c6c'],
  ['example.org', 'CAA', '0005697373756563612e6578616d706c652e6e6574'],
  ['_25._tcp.mx.example.org', 'TLSA', '030101' + '00112233445566778899aabbccddeeff'.repeat(2)],
  ['sub.example.org', 'DS', '00010d02' + '00112233445566778899aabbccddeeff'.repeat(2)],
  ['example.org', 'DNSKEY', '0101030d000000'],
  // RFC 4034 §4.1.2: window 0, two octets, the bits of A (1) and MX (15).
  ['example.org', 'NSEC', '026d78076578616d706c65036f726700' + '00024001'],
  // RFC 9460 §2.2: priority, target, then alpn (1), port (3), ipv4hint (4) by their numbers.
  [
    'example.org',
    'UNKNOWN_65',
    '000100' + '00010006026832026833' + '0003000220fb' + '00040004c0000250',
  ],
  ['odd.example.org', 'UNKNOWN_4711', '010203'],
])('the octets of %s %s', (name, type, hex) => {
  const { octets } = ask(name, type)
  const at = Buffer.from(octets).toString('hex').indexOf(hex)
  expect(at).toBeGreaterThan(0)
})

test.each([
  ['nope.example.org', 'A', 'NXDOMAIN', 'example.org'],
  ['mx.example.org', 'MX', 'NOERROR', 'example.org'],
  ['gone.example.org', 'A', 'NXDOMAIN', 'example.org'],
])(
  '%s %s is absent: %s, with the SOA of %s for as long as it may be kept',
  (name, type, rcode, owner) => {
    const { packet } = ask(name, type)
    expect((packet as { rcode?: string }).rcode).toBe(rcode)
    expect(packet.authorities?.map((one) => [one.name, one.type, 'ttl' in one && one.ttl])).toEqual(
      [[owner, 'SOA', 60]],
    )
  },
)

describe('a large answer', () => {
  const edns = (udpPayloadSize: number): Partial<Packet> => ({
    additionals: [
      {
        type: 'OPT',
        name: '.',
        udpPayloadSize,
        flags: 0,
        extendedRcode: 0,
        ednsVersion: 0,
        options: [],
      } as never,
    ],
  })
  test.each<[string, Transport, Partial<Packet>, 'cut' | 'whole']>([
    ['without EDNS', 'udp', {}, 'cut'],
    ['with too little room', 'udp', edns(600), 'cut'],
    ['with room', 'udp', edns(1232), 'whole'],
    ['with more room than any path has', 'udp', edns(65_535), 'whole'],
    ['over TCP', 'tcp', {}, 'whole'],
  ])('%s, %s', (_, transport, more, expected) => {
    const { packet, data } = ask('big.example.org', 'TXT', transport, more)
    expect(packet.flag_tc ? 'cut' : 'whole').toBe(expected)
    expect(data).toHaveLength(expected === 'whole' ? 1 : 0)
  })
})

test.each([
  ['data without octets', query('where.example.org', 'LOC'), 2],
  ['the type ANY', query('example.org', 'ANY'), 4],
  ['another kind of query', query('example.org', 'A', { flags: 0x2000 }), 4],
  [
    'two questions',
    query('example.org', 'A', {
      questions: [
        { name: 'a', type: 'A' },
        { name: 'b', type: 'A' },
      ],
    }),
    1,
  ],
  [
    'a name without its end',
    Buffer.concat([query('example.org', 'A').subarray(0, 12), Buffer.of(9)]),
    1,
  ],
])('%s is answered with code %#', (_, octets, code) => {
  const answer = answerDns(octets, names, 'udp')!
  expect(answer[3]! & 15).toBe(code)
})

test('a response is not answered: two servers would go on for ever', () =>
  expect(answerDns(query('example.org', 'A', { type: 'response' }), names, 'udp')).toBeUndefined())

test('any octets get an answer that can be read, or none', () =>
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 80 }), fc.boolean(), (noise, headed) => {
      const octets = headed
        ? Uint8Array.from([0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, ...noise])
        : noise
      const answer = answerDns(octets, names, 'udp')
      if (answer) expect(decode(Buffer.from(answer)).type).toBe('response')
    }),
  ))

import { expect, test } from 'vitest'
import { formatIp, inNetwork, parseIp, reverseName, unmapIpv4 } from './ip.ts'

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['2001:db8::', '2001:db8::'],
  ['::', '::'],
  ['::1', '::1'],
  ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
  ['2001:0:0:1:0:0:0:1', '2001:0:0:1::1'],
  ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['::ffff:c000:201', '::ffff:192.0.2.1'],
])('%s is %s', (text, canonical) => {
  expect(formatIp(parseIp(text)!)).toBe(canonical)
})

test.each([
  '192.0.2',
  '192.0.2.256',
  '192.0.02.1',
  '192.0.2.1.',
  '1:2:3:4:5:6:7',
  '1::2::3',
  ':::',
  '1:2:3:4:5:6:7:8:9',
  '::12345',
  '1:2:3:4:5:6:7::8',
  '',
  'fe80::1%eth0',
  '192.0.2.1::',
  '1.2.3.4:1',
])('%j is no address', (text) => {
  expect(parseIp(text)).toBeUndefined()
})

test.each([
  ['192.0.2.77', '192.0.2.0', 24, true],
  ['192.0.3.77', '192.0.2.0', 24, false],
  ['192.0.2.77', '192.0.2.64', 27, true],
  ['192.0.2.97', '192.0.2.64', 27, false],
  ['192.0.2.1', '0.0.0.0', 0, true],
  ['2001:db8::1', '2001:db8::', 32, true],
  ['2001:db8::1', '192.0.2.0', 0, false],
])('%s in %s/%i: %s', (address, network, bits, expected) => {
  expect(inNetwork(parseIp(address)!, parseIp(network)!, bits)).toBe(expected)
})

test('the reverse names of RFC 1035 §3.5 and RFC 3596 §2.5', () => {
  expect(reverseName(parseIp('192.0.2.1')!)).toBe('1.2.0.192.in-addr.arpa')
  expect(reverseName(parseIp('2001:db8::1')!)).toBe(`1${'.0'.repeat(23)}.8.b.d.0.1.0.0.2.ip6.arpa`)
})

test('an IPv4 address inside IPv6 comes out', () => {
  expect(formatIp(unmapIpv4(parseIp('::ffff:192.0.2.1')!))).toBe('192.0.2.1')
  expect(formatIp(unmapIpv4(parseIp('2001:db8::1')!))).toBe('2001:db8::1')
})

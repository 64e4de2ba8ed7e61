import { describe, expect, test } from 'vitest'
import type { DnsAnswer, RecordType } from '../core/dns.ts'
import { printData } from './print-record.ts'
import { createResolver, MAX_ALIASES } from './resolver.ts'
import { indexOf } from './zone-index.ts'
import { parseZone } from './zone/parse.ts'
import type { Zone } from './zone/zone.ts'

const zone = (origin: string, text: string): Zone => parseZone(`$TTL 1h\n${text}`, { origin }).zone

/** The status, then the data. */
const show = ({ status, records }: DnsAnswer): string =>
  [status, ...records.map(printData)].join(' ')

/** RFC 4592 §2.2.1, with the cut as lame: no server holds `subdel.example`. */
const rfc4592 = createResolver([
  zone(
    'example',
    `@ SOA ns hostmaster 1 1h 5m 1000h 1h
@ NS ns.example.com.
@ NS ns.example.net.
* TXT "this is a wildcard"
* MX 10 host1.example.
sub.* TXT "this is not a wildcard"
host1 A 192.0.2.1
_ssh._tcp.host1 SRV 0 0 22 ssh.example.com.
_ssh._tcp.host2 SRV 0 0 22 ssh.example.net.
subdel NS ns.example.com.
subdel NS ns.example.net.`,
  ),
])

describe('wildcards (RFC 4592 §2.2.1)', () => {
  test.each<[string, RecordType, string, string]>([
    ['host3.example', 'MX', 'ok 10 host1.example.', 'the wildcard answers'],
    ['host3.example', 'A', 'nodata', 'the wildcard has no A'],
    ['foo.bar.example', 'TXT', 'ok "this is a wildcard"', 'bar.example does not exist'],
    ['host1.example', 'MX', 'nodata', 'host1.example exists'],
    ['sub.*.example', 'MX', 'nodata', 'sub.*.example exists'],
    ['_telnet._tcp.host1.example', 'SRV', 'nxdomain', '_tcp.host1.example exists'],
    ['host.subdel.example', 'A', 'servfail', 'subdel.example exists, and is a cut'],
    ['ghost.*.example', 'MX', 'nxdomain', '*.example exists'],
    ['*.example', 'MX', 'ok 10 host1.example.', 'asked by its own name'],
    ['host2.example', 'TXT', 'nodata', 'an empty non-terminal exists (§2.2.2)'],
    ['_tcp.host2.example', 'SRV', 'nodata', 'an empty non-terminal exists (§2.2.2)'],
    ['x.host2.example', 'TXT', 'nxdomain', 'its closest encloser is host2.example'],
  ])('%s %s → %s: %s', (name, type, expected) =>
    expect(show(rfc4592.query(name, type))).toBe(expected),
  )

  test('an answer from a wildcard bears the name that was asked', () =>
    expect(rfc4592.query('Host3.Example', 'MX').records[0]?.name).toBe('host3.example'))

  test('an alias at a wildcard is followed', () => {
    const { query } = createResolver([zone('example', '* CNAME host\nhost A 192.0.2.1')])
    expect(query('a.b.example', 'A')).toMatchObject({
      status: 'ok',
      aliases: [{ name: 'a.b.example', type: 'CNAME', target: 'host.example' }],
      records: [{ name: 'host.example', address: '192.0.2.1' }],
    })
  })
})

const several = createResolver([
  zone(
    'example.com',
    `@ A 192.0.2.1
@ MX 10 mail
mail A 192.0.2.25
mail A 192.0.2.25
www CNAME @
web CNAME www
out CNAME www.example.org.
gone CNAME nowhere
far CNAME www.elsewhere.test.
loop1 CNAME loop2
loop2 CNAME loop1
self CNAME self
deep.down TXT "deep"
both CNAME mail
both TXT "hidden"
kid NS ns.kid
kid DS 1 8 2 abcd
ns.kid A 192.0.2.53
lame NS ns.example.net.
lame TXT "not mine"
glue.lame A 192.0.2.54
old DNAME new
old A 192.0.2.9
www.new A 192.0.2.7
round DNAME round
mixed 300 A 192.0.2.1
mixed 60 A 192.0.2.2
esc\\.aped A 192.0.2.8
caa CAA 0 issue "ca.example"`,
  ),
  zone('kid.example.com', '@ TXT "kid"\nhost A 192.0.2.60'),
  zone('example.org', 'www A 198.51.100.1'),
  zone('empty.test', ''),
])

describe('questions', () => {
  test.each<[string, RecordType, string]>([
    ['example.com', 'A', 'ok 192.0.2.1'],
    ['EXAMPLE.com.', 'A', 'ok 192.0.2.1'],
    ['example.com', 'AAAA', 'nodata'],
    ['mail.example.com', 'A', 'ok 192.0.2.25'],
    ['nobody.example.com', 'A', 'nxdomain'],
    ['down.example.com', 'TXT', 'nodata'],
    ['deep.down.example.com', 'TXT', 'ok "deep"'],
    ['www.example.com', 'A', 'ok 192.0.2.1'],
    ['web.example.com', 'MX', 'ok 10 mail.example.com.'],
    ['www.example.com', 'TXT', 'nodata'],
    ['www.example.com', 'CNAME', 'ok example.com.'],
    ['out.example.com', 'A', 'ok 198.51.100.1'],
    ['gone.example.com', 'A', 'nxdomain'],
    ['far.example.com', 'A', 'nxdomain'],
    ['loop1.example.com', 'A', 'servfail'],
    ['self.example.com', 'A', 'servfail'],
    ['both.example.com', 'TXT', 'nodata'],
    ['kid.example.com', 'TXT', 'ok "kid"'],
    ['kid.example.com', 'DS', 'ok 1 8 2 abcd'],
    ['host.kid.example.com', 'A', 'ok 192.0.2.60'],
    ['ns.kid.example.com', 'A', 'nxdomain'],
    ['lame.example.com', 'TXT', 'servfail'],
    ['glue.lame.example.com', 'A', 'servfail'],
    ['www.old.example.com', 'A', 'ok 192.0.2.7'],
    ['old.example.com', 'A', 'ok 192.0.2.9'],
    ['x.old.example.com', 'A', 'nxdomain'],
    ['x.round.example.com', 'A', 'servfail'],
    ['esc\\.aped.example.com', 'A', 'ok 192.0.2.8'],
    ['esc.aped.example.com', 'A', 'nxdomain'],
    ['caa.example.com', 'CAA', 'ok 0 issue "ca.example"'],
    ['empty.test', 'A', 'nodata'],
    ['a.empty.test', 'A', 'nxdomain'],
    ['other.test', 'A', 'nxdomain'],
    ['test', 'NS', 'nxdomain'],
    ['', 'NS', 'nodata'],
    ['.', 'MX', 'nodata'],
    ['a..example.com', 'A', 'nxdomain'],
  ])('%s %s → %s', (name, type, expected) => expect(show(several.query(name, type))).toBe(expected))

  test('aliases are given in the order they were followed', () =>
    expect(several.query('web.example.com', 'A').aliases).toMatchObject([
      { name: 'web.example.com', target: 'www.example.com' },
      { name: 'www.example.com', target: 'example.com' },
    ]))

  test('a DNAME is shown with the CNAME it makes (RFC 6672 §3.1)', () =>
    expect(several.query('www.old.example.com', 'A').aliases).toMatchObject([
      { type: 'DNAME', name: 'old.example.com', target: 'new.example.com' },
      { type: 'CNAME', name: 'www.old.example.com', target: 'www.new.example.com', ttl: 3600 },
    ]))

  test('a set has one TTL, the lowest (RFC 2181 §5.2)', () =>
    expect(several.query('mixed.example.com', 'A').records.map(({ ttl }) => ttl)).toEqual([60, 60]))

  test('records state where they stand', () =>
    expect(several.query('www.example.org', 'A').records[0]?.place).toEqual({
      file: 'example.org.zone',
      span: { from: 8, to: 26 },
    }))

  test('a DNAME that makes a name too long fails (RFC 6672 §2.2)', () => {
    const long = Array(3).fill('a'.repeat(60)).join('.')
    const { query } = createResolver([zone('test', `d DNAME ${long}\nx A 192.0.2.1`)])
    expect(query(`${'b'.repeat(60)}.c.d.test`, 'A').status).toBe('nxdomain')
    expect(query(`${'b'.repeat(60)}.${'c'.repeat(60)}.d.test`, 'A').status).toBe('servfail')
  })

  test('the root zone holds what no other zone does', () => {
    const { query } = createResolver([zone('', '@ TXT "root"\ncom TXT "com"'), zone('a.com', '')])
    expect(show(query('.', 'TXT'))).toBe('ok "root"')
    expect(show(query('com', 'TXT'))).toBe('ok "com"')
    expect(show(query('b.com', 'TXT'))).toBe('nxdomain')
    expect(show(query('a.com', 'TXT'))).toBe('nodata')
  })
})

test.each([
  [MAX_ALIASES, 'ok'],
  [MAX_ALIASES + 1, 'servfail'],
])('%d aliases → %s', (count, status) => {
  const chain = Array.from({ length: count }, (_, at) => `n${at} CNAME n${at + 1}`).join('\n')
  const { query } = createResolver([zone('test', `${chain}\nn${count} A 192.0.2.1`)])
  expect(query('n0.test', 'A').status).toBe(status)
})

test('a zone is indexed once for as long as it is the same object', () => {
  const one = zone('example.com', 'www A 192.0.2.1')
  expect(indexOf(one)).toBe(indexOf(one))
  expect(indexOf(zone('example.com', 'www A 192.0.2.1'))).not.toBe(indexOf(one))
})

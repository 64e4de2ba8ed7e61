import { describe, expect, test } from 'vitest'
import { printRecord } from '../print-record.ts'
import { parseZone } from '../zone/parse.ts'

const read = (line: string) => parseZone(`$TTL 1h\n${line}`, { origin: 'example.org' })

const HASH = '01'.repeat(20)
const KEY = 'AQAB'

/** Data as name servers load it, and as it is printed; the same where one text stands alone. */
test.each([
  [`@ SSHFP 1 1 ${HASH}`],
  ['@ SSHFP 9 3 ab'],
  ['@ NAPTR 1 2 "u" "E2U+sip" "!^.*$!sip:a@example.org!" .'],
  ['@ NAPTR 1 2 "s" "SIP+D2U" "" _sip._udp', '@ NAPTR 1 2 "s" "SIP+D2U" "" _sip._udp.example.org.'],
  [String.raw`@ NAPTR 1 2 "u" "E2U" "/(.)\\/x/\\1/i" .`],
  ['@ URI 1 2 "https://example.org/"'],
  ['@ SMIMEA 3 0 1 abcd'],
  ['@ CDS 0 0 0 00'],
  ['@ CDS 1 RSASHA256 9 ab cd', '@ CDS 1 8 9 abcd'],
  ['@ CDNSKEY 0 3 0 AA=='],
  ['@ OPENPGPKEY AQ AB', '@ OPENPGPKEY AQAB'],
  ['@ EUI48 00-00-5e-00-53-2a'],
  ['@ EUI64 00-00-5e-ef-10-00-00-2a'],
  ['@ NID 10 14:4fff:ff20:ee64'],
  ['@ L32 10 192.0.2.0'],
  ['@ L64 10 2001:db8:1140:1000'],
  ['@ LP 10 a', '@ LP 10 a.example.org.'],
  ['@ NSEC3PARAM 1 0 12 aabb'],
  ['@ NSEC3PARAM 1 0 12 -'],
  [
    'aa NSEC3 1 1 12 aabbccdd 2t7b4g4vsa5smi47k61mv5bv1a22bojr mx A',
    'aa NSEC3 1 1 12 aabbccdd 2t7b4g4vsa5smi47k61mv5bv1a22bojr MX A',
  ],
  ['@ CERT PGP 0 0 AQAB', '@ CERT 3 0 0 AQAB'],
  [`@ ZONEMD 1 1 1 ${'ab'.repeat(48)}`],
  [`@ ZONEMD 1 1 9 ${'ab'.repeat(12)}`],
  ['@ CSYNC 66 3 A NS AAAA'],
  ['@ CSYNC 66 3'],
  ['@ DHCID AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA='],
  ['@ APL 1:192.0.2.0/24 !1:192.0.2.64/28 2:2001:db8::/32'],
  ['@ APL'],
  [`@ IPSECKEY 10 1 2 192.0.2.38 ${KEY}`],
  [`@ IPSECKEY 10 0 2 . ${KEY}`],
  [`@ IPSECKEY 10 3 2 a ${KEY}`, `@ IPSECKEY 10 3 2 a.example.org. ${KEY}`],
  ['@ AMTRELAY 10 0 1 192.0.2.1'],
  ['@ AMTRELAY 10 1 3 a', '@ AMTRELAY 10 1 3 a.example.org.'],
  [`@ KEY 256 3 8 ${KEY}`],
  ['@ KEY 49664 3 8'],
  ['@ LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000.00m 10.00m'],
  ['@ LOC 52 N 4 E 0'],
  ['@ HINFO a b'],
  ['@ RP a b', '@ RP a.example.org. b.example.org.'],
  ['@ AFSDB 1 a', '@ AFSDB 1 a.example.org.'],
  ['@ KX 1 a', '@ KX 1 a.example.org.'],
  ['@ RESINFO qnamemin exterr=15'],
  ['@ WALLET a b'],
  ['@ DSYNC CDS NOTIFY 5359 a', '@ DSYNC CDS 1 5359 a.example.org.'],
  ['@ HTTPS 1 . alpn="h2,h3" mandatory=alpn'],
  ['@ HTTPS 1 . key1=h2 mandatory=alpn no-default-alpn'],
  ['@ HTTPS 1 . key65280=x mandatory=key65280'],
  [String.raw`@ SVCB 1 . alpn="f\\oo\\,bar,h2"`],
])('%s', (line, printed = line) => {
  const { zone, problems } = read(line)
  expect(problems).toEqual([])
  const [owner, ...rest] = printed.split(' ')
  const name = owner === '@' ? 'example.org.' : `${owner}.example.org.`
  expect(zone.records.map(({ record }) => printRecord(record))).toEqual([
    [name, '3600 IN', ...rest].join(' '),
  ])
  expect(read(printRecord(zone.records[0]!.record)).problems).toEqual([])
})

/** What BIND refuses to load; `«…»` marks the place. */
describe('data that no name server loads', () => {
  test.each([
    '@ SSHFP 1 1 «abcd»',
    `@ SSHFP 1 2 «${HASH}»`,
    '@ SSHFP «x» 1 abcd',
    '@ SSHFP 1 1 «xy»',
    '@ NAPTR 1 2 "u" "E2U+sip" «"!^.*$!sip:a@example.org"» .',
    '@ NAPTR 1 2 "u" "E2U+sip" «""»',
    '@ NAPTR 1 «70000» "u" "E2U+sip" "" .',
    '@ URI 1 2 «https://example.org/»',
    '@ URI 1 «"https://example.org/"»',
    '@ SMIMEA 3 0 «1»',
    '@ SMIMEA 3 0 1 «abc»',
    '@ CDS 0 0 0 «0»',
    '@ CDNSKEY 256 3 8 «A»',
    '@ OPENPGPKEY «A»',
    '@ EUI48 «00:00:5e:00:53:2a»',
    '@ EUI48 «00-00-5e-00-53»',
    '@ EUI64 «00-00-5e-00-53-2a»',
    '@ NID 10 «14:4fff:ff20»',
    '@ L32 10 «10.1.2»',
    '@ L64 10 «2001:db8::1000»',
    '@ L64 «70000» 2001:db8:1:1',
    '@ LP «10»',
    '@ NSEC3PARAM 1 0 «12»',
    '@ NSEC3PARAM 1 0 12 «xx»',
    'aa NSEC3 1 1 12 - «2t7b» MX',
    'aa NSEC3 1 1 12 - «2t7b!» MX',
    'aa NSEC3 1 1 12 - 2t7b4g4vsa5smi47k61mv5bv1a22bojr «FOO»',
    '@ CERT «FOO» 1 8 AQAB',
    '@ CERT 1 1 «FOO» AQAB',
    `@ ZONEMD 1 1 1 «${'ab'.repeat(50)}»`,
    '@ ZONEMD 1 1 9 «0123»',
    '@ CSYNC 66 3 «FOO»',
    '@ DHCID «AAI!»',
    '@ APL «1:192.0.2.0/33»',
    '@ APL 1:192.0.2.0/24 «3:ab/4»',
    '@ IPSECKEY 10 1 2 «a» AQAB',
    '@ IPSECKEY 10 «4» 2 . AQAB',
    '@ IPSECKEY 10 0 2 «.»',
    '@ AMTRELAY 10 «2» 0 .',
    '@ AMTRELAY 10 0 1 «a»',
    '@ KEY 256 3 «8»',
    '@ LOC «91» N 4 E 0m',
    '@ LOC 52 «61» N 4 E 0m',
    '@ LOC 52 N «181» E 0m',
    '@ LOC 52 N 4 «E»',
    '@ LOC 52 N 4 E 0m 1m 2m 3m «4m»',
    '@ LOC 52 N 4 E «-100001m»',
    '@ LOC 52 22 «23.0001» N 4 E 0m',
    '@ LOC 90 0 «1» N 4 E 0m',
    '@ HINFO «a»',
    '@ RP «a»',
    '@ HTTPS 1 . «mandatory=alpn»',
    '@ HTTPS 1 . «mandatory=mandatory»',
    '@ HTTPS 1 . alpn=h2 «mandatory=alpn,alpn»',
    '@ HTTPS 1 . alpn=h2 «mandatory=port»',
    '@ HTTPS 1 . «mandatory=key65280»',
    '@ HTTPS 1 . «alpn="h2,,h3"»',
    '@ HTTPS 1 . «alpn=»',
    '@ HTTPS 1 . «alpn=",h2"»',
    '@ HTTPS 1 . «no-default-alpn»',
    '@ SVCB 0 a «mandatory=alpn»',
    '$GENERATE 1-2 h«${2147483646}» A 192.0.2.1',
    '$GENERATE 1-2 h«${99999999999}» A 192.0.2.1',
  ])('%s', (marked) => {
    const from = marked.indexOf('«')
    const to = marked.lastIndexOf('»') - 1
    const start = '$TTL 1h\n'.length
    const { zone, problems } = read(marked.replace('«', '').replace('»', ''))
    expect(problems.map(({ severity, span }) => [severity, span])).toEqual([
      ['error', { from: start + from, to: start + to }],
    ])
    expect(zone.records).toEqual([])
  })
})

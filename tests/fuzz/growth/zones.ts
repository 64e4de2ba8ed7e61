import { formatZone } from '../../../src/dns/zone/format.ts'
import { parseZone } from '../../../src/dns/zone/parse.ts'
import { lint } from '../../../src/library/lint.ts'
import type { Growing, Unit } from './measure.ts'

const read = (text: string) => parseZone(text, { origin: 'example.com' })
const judge = (text: string) => lint([read(text)], { advice: 'included', outside: 'absent' })

/** Many zones, one a line. */
const judgeMany = (text: string) =>
  lint(
    text
      .split('\n')
      .map((line, at) => parseZone(line, { origin: `d${at}.example`, file: `d${at}.zone` })),
    { outside: 'absent' },
  )

const ip = (at: number): string => `10.${(at >> 16) & 255}.${(at >> 8) & 255}.${at & 255}`

const crowds: readonly Unit[] = [
  (at) => `a${at} A ${ip(at)}\n`,
  (at) => `www A ${ip(at)}\n`,
  'www A 192.0.2.1\n',
  (at) => `www ${at} A ${ip(at)}\n`,
  (at) => `@ TXT "t${at}"\n`,
  (at) => `@ TXT "v=spf1 ip4:${ip(at)} -all"\n`,
  (at) => `a${at} TXT "v=spf1 include:a${at + 1}.example.com -all"\n`,
  'a TXT "v=spf1 -all"\na A 192.0.2.1\n',
  (at) => `@ SPF "v=spf1 ip4:${ip(at)} -all"\n`,
  (at) => `s1._domainkey TXT "v=DKIM1; p=; n=${at}"\n`,
  (at) => `_dmarc TXT "v=DMARC1; p=none; rua=mailto:a${at}@example.com"\n`,
  (at) => `_dmarc.a${at} TXT "v=DMARC1; p=none; sp=none"\n`,
  (at) => `_mta-sts TXT "v=STSv1; id=${at}"\n`,
  (at) => `_smtp._tls TXT "v=TLSRPTv1; rua=mailto:a${at}@example.com"\n`,
  (at) => `default._bimi TXT "v=BIMI1; l=https://example.com/${at}.svg"\n`,
  (at) => `@ MX 10 m${at}\nm${at} A ${ip(at)}\n`,
  (at) => `d${at} MX 10 m\nm A ${ip(at)}\n`,
  (at) => `d${at} MX 0 .\nd${at} TXT "v=spf1 -all"\n`,
  (at) => `a${at} CNAME a${at + 1}\n`,
  (at) => `www CNAME a${at}\n`,
  (at) => `sub NS n${at}.sub\nn${at}.sub A 192.0.2.1\nsub TXT "${at}"\n`,
  (at) => `old DNAME new\nold TXT "${at}"\na${at}.old A 192.0.2.1\n`,
  (at) => `* TXT "${at}"\na${at} A 192.0.2.1\n`,
  (at) => `@ SOA ns h ${at} 1d 2h 4w 1h\n`,
  (at) => `${'a.'.repeat(100)}b${at} A 192.0.2.1\n`,
  (at) => ` A ${ip(at)}\n\n`,
  (at) => `$ORIGIN o${at}.example.com.\n@ A 192.0.2.1\n`,
  (at) => `$GENERATE 1-50 a${at}-$ A 192.0.2.$\n`,
  (at) => `$TTL ${at}\n`,
  (at) => `a${at} FOO b\n`,
  (at) => ` a${at} A 192.0.2.1\n`,
  (at) => `a${at} TXT ( "x"\n`,
  (at) => `a TXT v=spf1; p=${at}\n`,
  (at) => `é${at} A 192.0.2.1\n`,
  (at) => `a${at}.example.com A 192.0.2.1\n`,
]

const long = (before: string, units: readonly Unit[], behind = ''): Growing => ({
  name: 'zone, judged',
  read: judge,
  units,
  around: [before, behind],
})

/** Zone files, read, formatted and judged. */
export const zones: readonly Growing[] = [
  { name: 'zone, judged', read: judge, units: crowds },
  {
    name: 'zone, formatted',
    read: (text) => formatZone(read(text).zone),
    units: crowds.slice(0, 4),
  },
  { name: 'zones, judged', read: judgeMany, units: ['@ MX 10 mail.a.example.net\n', '\n'] },
  long('a TXT', [' "s"', '"s"', ' s', ' \\"', ' ;']),
  long('@ TXT ( "v=spf1 exists:', ['%{i}%{d}" "', '%" "', 'a:b.example" "'], '" )'),
  long('a TXT (', ['\n "s"', '\n ; c', '\n']),
  long('a TXT "', ['\\010', '\\"', 'a', '\\', 'é', '\u201c', '\u00a0']),
  long('@ HTTPS 1 a', [(at) => ` key${at % 65_536}=a`, ' alpn="a,b"', '=']),
  long('a NSEC b', [(at) => ` TYPE${at % 65_536}`]),
  long('a TYPE65534 \\# 60000', [' 00', '0']),
  long('_25._tcp TLSA 3 1 1', [' ab', 'ab']),
  long('$TTL 1h', [' x']),
  long('a', ['.', '.a', '\\', '\\300'], ' A 192.0.2.1'),
]

import { defineProblem } from '../problem.ts'

/** Problems of domain names. */

const SIZES = { rfc: 1035, section: '2.3.4' }
const SYNTAX = { rfc: 1035, section: '5.1' }

const LONG = 'a'.repeat(64)
const MANY = Array(5).fill('a'.repeat(60)).join('.')

export const labelTooLong = defineProblem({
  code: 'zone/label-too-long',
  severity: 'error',
  source: SIZES,
  why: 'Each part of a name between dots carries its length in six bits: 63 octets at most.',
  bad: [`$TTL 1h\n«${LONG}» A 192.0.2.1`, `$TTL 1h\n@ MX 10 mail.«${LONG}».`],
  good: [`$TTL 1h\n${LONG.slice(1)} A 192.0.2.1`],
})

export const nameTooLong = defineProblem({
  code: 'zone/name-too-long',
  severity: 'error',
  source: SIZES,
  why: 'A whole name has 255 octets at most, counting a length before each label.',
  bad: [`$TTL 1h\n«${MANY}» A 192.0.2.1`],
  good: [`$TTL 1h\n${MANY.slice(70)} A 192.0.2.1`],
})

export const emptyLabel = defineProblem({
  code: 'zone/empty-label',
  severity: 'error',
  source: { rfc: 1035, section: '3.1' },
  why: 'Only the root has an empty label, at the very end of a name. Two dots in a row, or one in front, leave an empty label.',
  bad: ['$TTL 1h\nwww.«.»a A 192.0.2.1', '$TTL 1h\n@ CNAME «.»www'],
  good: ['$TTL 1h\nwww.a A 192.0.2.1', '$TTL 1h\n@ MX 0 .'],
})

export const nonAsciiName = defineProblem({
  code: 'zone/non-ascii-name',
  severity: 'error',
  source: { rfc: 5890, section: '2.3.2.1' },
  why: 'Names in the DNS hold ASCII. A name in another script is written in its `xn--` form (an A-label).',
  bad: ['$TTL 1h\n«bücher» A 192.0.2.1', '$TTL 1h\n@ MX 10 «mail.bücher.example.»'],
  good: ['$TTL 1h\nxn--bcher-kva A 192.0.2.1'],
})

export const quotedName = defineProblem({
  code: 'zone/quoted-name',
  severity: 'error',
  source: SYNTAX,
  why: 'A name is written without quotes; quotes are for text.',
  bad: ['$TTL 1h\n@ MX 10 «"mail"»', '$TTL 1h\n«"www"» A 192.0.2.1'],
  good: ['$TTL 1h\n@ MX 10 mail'],
})

export const outOfZone = defineProblem({
  code: 'zone/out-of-zone',
  severity: 'error',
  source: { rfc: 1035, section: '5.2' },
  why: 'A zone speaks for its own name and the names below it. A name server leaves out what it has no authority over.',
  bad: ['$TTL 1h\n«www.example.net.» A 192.0.2.1', '$TTL 1h\n«mail.» A 192.0.2.1'],
  good: ['$TTL 1h\nwww.example.com. A 192.0.2.1'],
})

export const urlForName = defineProblem({
  code: 'zone/url-for-name',
  severity: 'error',
  source: SYNTAX,
  why: 'A record points to a name. The scheme, port and path of a web address, and the user of a mail address, are no part of it: with them it is the name of nothing.',
  bad: [
    '$TTL 1h\nwww CNAME «http://a.example.net.»',
    '$TTL 1h\n@ MX 10 «mail@example.net.»',
    '$TTL 1h\n@ NS «ns.example.net:53»',
    '$TTL 1h\n«https://www» A 192.0.2.1',
  ],
  good: ['$TTL 1h\nwww CNAME a.example.net.', '$TTL 1h\n1 CNAME 1.0/25.2.0.192.in-addr.arpa.'],
})

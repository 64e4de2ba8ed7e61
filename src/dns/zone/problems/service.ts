import { defineProblem } from '../problem.ts'

/** Problems of records that describe a service. */

export const badParameter = defineProblem({
  code: 'zone/bad-parameter',
  severity: 'error',
  source: { rfc: 9460, section: '2.1' },
  why: 'Behind the target stand parameters as `key=value`. The keys are registered, or numbers as `key65280`; each stands once, and decides what its value looks like.',
  bad: [
    '$TTL 1h\n@ HTTPS 1 . «alpn»',
    '$TTL 1h\n@ HTTPS 1 . alpn=h2 «alpn=h3»',
    '$TTL 1h\n@ HTTPS 1 . «port=70000»',
    '$TTL 1h\n@ HTTPS 1 . «ipv4hint=2001:db8::1» «ipv6hint="192.0.2.1"»',
    '$TTL 1h\n@ SVCB 1 . «prot=443»',
    '$TTL 1h\n@ SVCB 1 . alpn=h2 «no-default-alpn=yes»',
    '$TTL 1h\n@ HTTPS 1 . «mandatory=alpn»',
    '$TTL 1h\n@ HTTPS 1 . alpn=h2 «mandatory=mandatory»',
    '$TTL 1h\n@ HTTPS 1 . «alpn="h2,,h3"»',
    '$TTL 1h\n@ HTTPS 1 . «no-default-alpn»',
  ],
  good: [
    '$TTL 1h\n@ HTTPS 1 . alpn="h2,h3" port=443 ipv4hint=192.0.2.1,192.0.2.2',
    '$TTL 1h\n@ SVCB 1 www mandatory=alpn alpn=h2 no-default-alpn key65280=any',
    '$TTL 1h\n@ HTTPS 0 www',
  ],
})

export const badTag = defineProblem({
  code: 'zone/bad-tag',
  severity: 'error',
  source: { rfc: 8659, section: '4.1' },
  why: 'The tag of a CAA record is made of letters and digits: `issue`, `issuewild`, `iodef`.',
  bad: [
    '$TTL 1h\n@ CAA 0 «is-sue» "ca.example.net"',
    '$TTL 1h\n@ CAA 0 «"issue"» "ca.example.net"',
  ],
  good: ['$TTL 1h\n@ CAA 0 issue "ca.example.net"'],
})

export const badNetwork = defineProblem({
  code: 'zone/bad-network',
  severity: 'error',
  source: { rfc: 3123, section: '5' },
  why: 'Where a record holds an address, a network or a gateway beside other fields, its type sets how that is written.',
  bad: [
    '$TTL 1h\n@ APL «1:192.0.2.0/33» 2:2001:db8::/32',
    '$TTL 1h\n@ L32 10 «192.0.2»',
    '$TTL 1h\n@ L64 10 «2001:db8::1»',
    '$TTL 1h\n@ IPSECKEY 10 1 2 «gw» AQAB',
    '$TTL 1h\n@ AMTRELAY 10 0 0 «relay»',
  ],
  good: [
    '$TTL 1h\n@ APL 1:192.0.2.0/24 !2:2001:db8::/32',
    '$TTL 1h\n@ L32 10 192.0.2.0\n@ L64 10 2001:db8:0:1',
    '$TTL 1h\n@ IPSECKEY 10 3 2 gw AQAB',
  ],
})

export const badLocation = defineProblem({
  code: 'zone/bad-location',
  severity: 'error',
  source: { rfc: 1876, section: '3' },
  why: 'A place is written as degrees, minutes and seconds north or south, the same east or west, and metres.',
  bad: [
    '$TTL 1h\n@ LOC «91» N 4 E 0m',
    '$TTL 1h\n@ LOC 52 «61» N 4 E 0m',
    '$TTL 1h\n@ LOC 52 N 4 E «high»',
    '$TTL 1h\n@ LOC 52 22 23 «E» 4 E 0m',
  ],
  good: [
    '$TTL 1h\n@ LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m',
    '$TTL 1h\n@ LOC 52 N 4 E 0',
  ],
})

export const badSubstitution = defineProblem({
  code: 'zone/bad-substitution',
  severity: 'error',
  source: { rfc: 3403 },
  why: 'A NAPTR record rewrites a name by an expression: a sign, a pattern, the sign, the replacement, the sign.',
  bad: ['$TTL 1h\n@ NAPTR 1 2 "u" "E2U+sip" «"!^.*$!sip:a@example.com"» .'],
  good: [
    '$TTL 1h\n@ NAPTR 1 2 "u" "E2U+sip" "!^.*$!sip:a@example.com!" .',
    '$TTL 1h\n@ NAPTR 1 2 "s" "SIP+D2U" "" _sip._udp',
  ],
})

export const quotesMissing = defineProblem({
  code: 'zone/quotes-missing',
  severity: 'error',
  source: { rfc: 7553 },
  why: 'The target of a URI record stands in quotes; without them no name server loads it.',
  bad: ['$TTL 1h\n_http._tcp URI 1 2 «https://example.com/»'],
  good: ['$TTL 1h\n_http._tcp URI 1 2 "https://example.com/"'],
})

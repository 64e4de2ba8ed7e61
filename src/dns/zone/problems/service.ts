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

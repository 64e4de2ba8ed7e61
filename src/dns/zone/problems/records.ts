import { defineProblem } from '../problem.ts'

/** Problems of a record's shape: its owner, TTL, class, type and how many fields it has. */

const SYNTAX = { rfc: 1035, section: '5.1' }

export const noOwner = defineProblem({
  code: 'zone/no-owner',
  severity: 'error',
  source: SYNTAX,
  why: 'A line that starts with a space belongs to the name written last above it. Here there is none above.',
  bad: ['$TTL 1h\n «MX» 10 mail'],
  good: ['$TTL 1h\n@ MX 10 mail\n MX 20 backup'],
})

export const ownerMissing = defineProblem({
  code: 'zone/owner-missing',
  severity: 'error',
  source: SYNTAX,
  why: 'A word at the very start of a line is the record’s name. To use the name above, start the line with a space.',
  bad: [
    '$TTL 1h\n@ A 192.0.2.1\n«MX» 10 mail',
    '$TTL 1h\n@ A 192.0.2.1\n«TXT» "hello"',
    '$TTL 1h\n@ A 192.0.2.1\n«mx» 10 mail',
  ],
  good: ['$TTL 1h\n@ A 192.0.2.1\n MX 10 mail', '$TTL 1h\nmx A 192.0.2.1'],
})

export const indentedOwner = defineProblem({
  code: 'zone/indented-owner',
  severity: 'error',
  source: SYNTAX,
  why: 'A line that starts with a space inherits the name above, so its first word is read as a TTL, a class or a type.',
  bad: ['$TTL 1h\n@ NS ns\n «www» A 192.0.2.1'],
  good: ['$TTL 1h\n@ NS ns\nwww A 192.0.2.1'],
})

export const missingType = defineProblem({
  code: 'zone/missing-type',
  severity: 'error',
  source: SYNTAX,
  why: 'A record has a name, may have a TTL and a class, and then needs its type.',
  bad: [
    '$TTL 1h\n«www»',
    '$TTL 1h\nwww 3600 «IN»',
    '$TTL 1h\n«v=spf1» mx -all',
    '$TTL 1h\n@ «"v=spf1 mx -all"»',
  ],
  good: ['$TTL 1h\nwww 3600 IN A 192.0.2.1', '$TTL 1h\n@ TXT "v=spf1 mx -all"'],
})

export const unknownType = defineProblem({
  code: 'zone/unknown-type',
  severity: 'error',
  source: { rfc: 3597, section: '5' },
  why: 'The word stands where the record’s type is expected. Types that have no name are written `TYPE` with their number.',
  bad: ['$TTL 1h\n@ «TXTT» "hello"', '$TTL 1h\n@ «ALIAS» www', '$TTL 1h\na «FOO» b'],
  good: ['$TTL 1h\n@ TYPE65280 \\# 2 abcd', '$TTL 1h\n@ txt "hello"'],
})

export const otherClass = defineProblem({
  code: 'zone/other-class',
  severity: 'error',
  source: { rfc: 1035, section: '5.2' },
  why: 'All records of a zone have one class, and the Internet’s is IN. CH, HS and CS are history.',
  bad: ['$TTL 1h\n@ «CH» TXT "hello"'],
  good: ['$TTL 1h\n@ IN TXT "hello"', '$TTL 1h\n@ TXT "hello"'],
})

export const badTtl = defineProblem({
  code: 'zone/bad-ttl',
  severity: 'error',
  source: { rfc: 2181, section: '8' },
  why: 'A TTL counts seconds in 31 bits: from 0 to 2147483647.',
  bad: ['$TTL 1h\n@ «2147483648» A 192.0.2.1', '$TTL «9999w»\n@ 1h A 192.0.2.1'],
  good: ['$TTL 1h\n@ 1w2d A 192.0.2.1'],
})

export const noTtl = defineProblem({
  code: 'zone/no-ttl',
  severity: 'warning',
  source: { rfc: 2308, section: '4' },
  why: 'The TTL sets how many seconds others may keep a record. `$TTL` sets it for all records below that give none.',
  bad: ['«www» A 192.0.2.1', '«@» SOA ns hostmaster 1 1h 15m 1w 5m\n@ NS ns'],
  good: ['$TTL 1h\nwww A 192.0.2.1', 'www 1h A 192.0.2.1\nftp A 192.0.2.2'],
})

export const missingData = defineProblem({
  code: 'zone/missing-data',
  severity: 'error',
  source: { rfc: 1035, section: '5.1' },
  why: 'Each type has its own fields after its name, in a fixed order.',
  bad: ['$TTL 1h\n@ «A»', '$TTL 1h\n@ MX «10»', '$TTL 1h\n@ SOA ns hostmaster 1 1h 15m «1w»'],
  good: ['$TTL 1h\n@ MX 10 mail'],
})

export const extraData = defineProblem({
  code: 'zone/extra-data',
  severity: 'error',
  source: { rfc: 1035, section: '5.1' },
  why: 'Each type has its own fields after its name. A word too many makes a name server refuse the record.',
  bad: ['$TTL 1h\n@ A 192.0.2.1 «192.0.2.2»', '$TTL 1h\n@ MX 10 mail «20 backup»'],
  good: ['$TTL 1h\n@ A 192.0.2.1 ; the old one was 192.0.2.2'],
})

import { defineProblem } from '../problem.ts'

/** Problems of lines that start with `$`. */

const SYNTAX = { rfc: 1035, section: '5.1' }

export const includeRefused = defineProblem({
  code: 'zone/include-refused',
  severity: 'error',
  source: SYNTAX,
  why: '`$INCLUDE` reads another file of the server. There are no files here, so nothing can be read.',
  bad: ['$TTL 1h\n«$INCLUDE hosts.txt»\n@ A 192.0.2.1'],
  good: ['$TTL 1h\n; the hosts\n@ A 192.0.2.1'],
})

export const unknownDirective = defineProblem({
  code: 'zone/unknown-directive',
  severity: 'error',
  source: SYNTAX,
  why: 'A word with `$` at the start of a line is an order to the reader: `$ORIGIN`, `$TTL`, `$INCLUDE` or `$GENERATE`.',
  bad: ['«$TTTL» 1h\n@ 1h A 192.0.2.1'],
  good: ['$TTL 1h\n@ A 192.0.2.1', '\\$ttl 1h A 192.0.2.1'],
})

export const directiveArgument = defineProblem({
  code: 'zone/directive-argument',
  severity: 'error',
  source: SYNTAX,
  why: '`$ORIGIN` takes one name, `$TTL` one time.',
  bad: ['«$TTL»\n@ 1h A 192.0.2.1', '$TTL «soon»\n@ 1h A 192.0.2.1', '$TTL 1h «2h»\n@ A 192.0.2.1'],
  good: ['$ORIGIN a.example.com.\n$TTL 1h ; an hour\n@ A 192.0.2.1'],
})

export const badGenerate = defineProblem({
  code: 'zone/bad-generate',
  severity: 'error',
  source: SYNTAX,
  why: '`$GENERATE` (BIND’s, in no RFC) makes one record for each number of a range: `$GENERATE 1-9 host-$ A 192.0.2.$`.',
  bad: [
    '$TTL 1h\n«$GENERATE»',
    '$TTL 1h\n$GENERATE «nine» h$ A 192.0.2.$',
    '$TTL 1h\n$GENERATE «9-1» h$ A 192.0.2.$',
    '$TTL 1h\n$GENERATE 1-2 h«${0,3,q}» A 192.0.2.$',
    '$TTL 1h\n$GENERATE 1-2 h«${2147483646}» A 192.0.2.$',
    '$TTL 1h\n$GENERATE 1-2 h«${-2147483649}» A 192.0.2.$',
  ],
  good: ['$TTL 1h\n$GENERATE 1-9/2 h${0,3,d} A 192.0.2.$'],
})

export const generateLimit = defineProblem({
  code: 'zone/generate-limit',
  severity: 'error',
  source: SYNTAX,
  why: 'A short line can make many records, so their number has a limit here.',
  bad: ['$TTL 1h\n$GENERATE «0-99999» h$ A 192.0.2.1'],
  good: ['$TTL 1h\n$GENERATE 0-255 h$ A 192.0.2.$'],
})

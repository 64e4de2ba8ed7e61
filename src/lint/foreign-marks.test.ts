import { expect, test } from 'vitest'
import { applyEdits } from '../core/diagnostic.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { lintZones } from './lint-zones.ts'

const HEAD = `$TTL 1h
@ SOA ns1.example.net. hostmaster.example.com. 1 7200 3600 1209600 3600
@ NS ns1.example.net.
`

const lint = (text: string) => lintZones([parseZone(HEAD + text, { origin: 'example.com' })])

/** One cause, one finding, one fix, and behind it the zone as it was meant. */
test.each([
  ['apostrophes', "@ TXT 'v=spf1 -all'", '@ TXT "v=spf1 -all"'],
  ['backticks', '@ TXT `v=spf1 -all`', '@ TXT "v=spf1 -all"'],
  ['a backtick and an apostrophe', "@ TXT `v=spf1 -all'", '@ TXT "v=spf1 -all"'],
  ['two of each', "@ TXT ''v=spf1 -all''", '@ TXT "v=spf1 -all"'],
  ['one word', "@ TXT 'verification=abc'", '@ TXT "verification=abc"'],
  ['curly ones', '@ TXT “v=spf1 -all”', '@ TXT "v=spf1 -all"'],
  ['low and high ones', '@ TXT „v=spf1 -all“', '@ TXT "v=spf1 -all"'],
  ['pointed ones', '@ TXT «v=spf1 -all»', '@ TXT "v=spf1 -all"'],
  ['wide ones', '@ TXT ＂v=spf1 -all＂', '@ TXT "v=spf1 -all"'],
  ['primes', '@ TXT ″v=spf1 -all″', '@ TXT "v=spf1 -all"'],
  ['no second one', '@ TXT “v=spf1 -all', '@ TXT "v=spf1 -all"'],
  ['only the first is straight', '@ TXT "v=spf1 -all”', '@ TXT "v=spf1 -all"'],
  ['only the second is straight', '@ TXT “v=spf1 -all"', '@ TXT "v=spf1 -all"'],
  ['two strings', "@ TXT 'a b' 'c'", '@ TXT "a b" "c"'],
  [
    'with a semicolon between',
    "_dmarc TXT 'v=DMARC1; p=reject; rua=mailto:d@example.com' ; mine",
    '_dmarc TXT "v=DMARC1; p=reject; rua=mailto:d@example.com" ; mine',
  ],
  ['inside of quotes', `@ TXT "'v=spf1 -all'"`, '@ TXT "v=spf1 -all"'],
  ['inside of quotes, curly', '@ TXT "“v=spf1 -all”"', '@ TXT "v=spf1 -all"'],
  ['of another type', "@ CAA 0 issue 'ca.example.net'", '@ CAA 0 issue "ca.example.net"'],
  ['around a name', "@ MX 10 'mail.example.net.'", '@ MX 10 mail.example.net.'],
  ['around an address', '@ A `192.0.2.1`', '@ A 192.0.2.1'],
  ['around an owner', "'www' A 192.0.2.1", 'www A 192.0.2.1'],
  ['a comment as in a shell', '# a comment', '; a comment'],
  ['several words', '# MX records', '; MX records'],
  ['that reads like a record', '#www A 192.0.2.1', '; www A 192.0.2.1'],
  ['as in C', '// x', '; x'],
  ['as in C, too', '/* x */', '; x */'],
  ['as in SQL', '-- MX records', '; MX records'],
  ['as in HTML', '<!-- MX records -->', '; MX records -->'],
  ['a line drawn', '=======', ';'],
  ['behind a space', '  # MX records', '  ; MX records'],
  ['behind a record', 'www A 192.0.2.1 # web', 'www A 192.0.2.1 ; web'],
  ['behind a record, at once', 'www A 192.0.2.1 #web', 'www A 192.0.2.1 ; web'],
  ['behind a name', '@ MX 10 mail.example.net. // web', '@ MX 10 mail.example.net. ; web'],
  ['behind a text', '@ TXT "v=spf1 -all" # web', '@ TXT "v=spf1 -all" ; web'],
  [
    'in parentheses',
    'sub NS ( # servers\n ns.example.net. )',
    'sub NS ( ; servers\n ns.example.net. )',
  ],
])('%s: %s', (_, text, meant) => {
  const found = lint(text)
  expect(found.map(({ fixes }) => fixes.length)).toEqual([1])
  expect(applyEdits(HEAD + text, found[0]!.fixes[0]!.edits)).toBe(HEAD + meant)
  expect(lint(meant)).toEqual([])
})

test.each([
  `@ TXT "it's" "'so'"`,
  "@ TXT don't",
  '@ TXT "# no comment" "// either"',
  '@ TXT #1',
  '* A 192.0.2.1',
  '@ TYPE65280 \\# 2 abcd',
])('what is meant as it stands: %s', (text) => expect(lint(text)).toEqual([]))

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { zoneTexts } from '../../../tests/fuzz/zone-texts.ts'
import { recognizeLines } from './recognize-lines.ts'
import { recognize } from './recognize.ts'

const RECORDS = '$ORIGIN example.org.\n@ MX 10 mail ; from: here\n\tAAAA 2001:db8::1\n'

test.each([
  [RECORDS, 'zone'],
  ['@ TXT "v=spf1 include:_spf.example.net -all"', 'zone'],
  ['v=spf1 ip6:2001:db8::/32 -all', 'record'],
  ['"v=DMARC1; p=none; rua=mailto:a@example.org"', 'record'],
])('%j is plainly a %s', (text, kind) => expect(recognizeLines(text, '')).toMatchObject({ kind }))

test.each([
  ['a message', 'From: ann@example.org\nTo: bob@example.net\n\nHi'],
  ['a message that quotes a zone', `Subject: the zone\n\n${RECORDS}`],
  ['a message in a mailbox file', `From - Mon Nov\nReceived: x\n${RECORDS}`],
  ['a shown header', `> From: Ann\n> Sent: today\n${RECORDS}`],
  ['a file of tinydns', '+www.example.org:192.0.2.1:3600\n:a.example.org:16:x'],
  ['JSON', '[ "a MX 10 b" ]'],
  ['nothing', ''],
  ['words', 'Lorem ipsum'],
])('%s may be something else', (_, text) => expect(recognizeLines(text, '')).toBeUndefined())

const piece = fc.constantFrom(
  ...[
    'From',
    'Sent',
    'Received',
    'subject',
    ':',
    ': ',
    ' ',
    '\n',
    '\n\n',
    '> ',
    '* ',
    '\ufeff',
    '\t',
  ],
  ...['@ MX 10 mail', '$TTL 1h\n', 'v=spf1 -all', '"', '+a:1', '=b:2', ':c', '{', 'v=DKIM1; p='],
  ...['From a@b Mon Nov ', '12\n', '\u00a0', '\f', 'x'],
)
const texts = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
  zoneTexts,
)

test('what is plain is what it is recognized as', () =>
  fc.assert(
    fc.property(texts, (text) => {
      const plain = recognizeLines(text, '')
      if (plain) expect(plain).toEqual(recognize(text, ''))
    }),
    { numRuns: 3000 },
  ))

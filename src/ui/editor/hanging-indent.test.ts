import { expect, test } from 'vitest'
import { hangingIndent, valueColumn } from './hanging-indent.ts'

test.each([
  ['@     IN TXT "v=spf1 -all"', '"v=spf1 -all"'],
  ['may._domainkey 3600 IN TXT ( "v=DKIM1; k=rsa; p="', '( "v=DKIM1; k=rsa; p="'],
  ['@ IN 1h MX  10 mail', '10 mail'],
  ['      TXT "no owner"', '"no owner"'],
  ['_dmarc TXT v=DMARC1', 'v=DMARC1'],
  ['$TTL 3600', '3600'],
  ['; who may send?', 'who may send?'],
  ['   "the next string of a record"', '"the next string of a record"'],
])('%s goes on below %s', (line, value) => expect(valueColumn(line)).toBe(line.indexOf(value)))

test.each([
  ['half a line', 'www', 100, 4],
  ['an empty line', '', 100, 4],
  ['a row as a phone has it', '@     IN TXT "v=spf1"', 37, 4],
  ['a value beyond half of the row', `${'x'.repeat(60)} IN TXT "v"`, 100, 4],
  ['a row with room', '@     IN TXT "v=spf1"', 100, 13],
])('%s', (_, line, columns, indent) => expect(hangingIndent(line, columns)).toBe(indent))

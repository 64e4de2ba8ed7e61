import { expect, test } from 'vitest'
import { decodeWords } from './encoded-words.ts'

// The table of RFC 2047 §8, and what else is seen.
test.each([
  ['=?ISO-8859-1?Q?a?=', 'a'],
  ['=?ISO-8859-1?Q?a?= b', 'a b'],
  ['=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=', 'ab'],
  ['=?ISO-8859-1?Q?a?=  \r\n =?ISO-8859-1?Q?b?=', 'ab'],
  ['=?ISO-8859-1?Q?a_b?=', 'a b'],
  ['=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=', 'a b'],
  ['=?iso-8859-1?q?Keld_J=F8rn_Simonsen?=', 'Keld Jørn Simonsen'],
  ['=?UTF-8?B?4pyT?=', '✓'],
  ['=?utf-8*en?q?hello?=', 'hello'],
  ['=?nowhere?q?=E9?=', 'é'],
  ['=?broken?x?a?=', '=?broken?x?a?='],
  ['plain =? text', 'plain =? text'],
])('%s reads %s', (written, read) => expect(decodeWords(written)).toBe(read))

import { expect, test } from 'vitest'
import { fromLatin1, utf8 } from '../../../core/bytes.ts'
import { baseSubject } from './base-subject.ts'

test.each([
  ['Hello', 'Hello', false],
  ['', '', false],
  ['Re: Hello', 'Hello', true],
  ['re: RE : Re: Hello', 'Hello', true],
  ['Fw: Hello', 'Hello', true],
  ['FWD: Hello', 'Hello', true],
  ['Hello (fwd)', 'Hello', true],
  ['Hello (FWD) (fwd)  ', 'Hello', true],
  ['Re[2]: Hello', 'Hello', true],
  ['Re [list] : Hello', 'Hello', true], // a blob takes the white space behind it (§5)
  ['Re [list]: Hello', 'Hello', true],
  ['[list] Re: [list] Hello', 'Hello', true],
  ['[list] Hello', 'Hello', false],
  ['[a] [b]', '[b]', false],
  ['[a]', '[a]', false],
  ['Re: [a]', '[a]', true],
  ['[a][b]Re:[c] Re: x', 'x', true],
  ['[Fwd: Hello]', 'Hello', true],
  ['[fwd: Re: Hello (fwd)]', 'Hello', true],
  ['Re: [Fwd: [Fwd: Hello]] (fwd)', 'Hello', true],
  ['[Fwd: Hello', '[Fwd: Hello', false],
  ['Re:', '', true],
  ['Regarding: x', 'Regarding: x', false],
  ['AW: Hello', 'AW: Hello', false], // no translations (§7)
  ['one\t two   three', 'one two three', false],
  ['=?utf-8?q?Re:_Gr=C3=BC=C3=9Fe?=', 'Grüße', true],
  ['Re: Grüße', 'Grüße', true],
  ['  Hello  ', 'Hello', false],
])('%s: %s', (subject, base, isReply) =>
  expect(baseSubject(fromLatin1(utf8(subject)))).toEqual({ base, isReply }),
)

test('very many artifacts take no time', () => {
  expect(baseSubject('[a]'.repeat(50_000) + 'x').base).toBe('x')
  expect(baseSubject('Re: '.repeat(50_000) + 'x').base).toBe('x')
  expect(baseSubject('x' + ' (fwd)'.repeat(50_000)).base).toBe('x')
  expect(baseSubject('[fwd:'.repeat(20_000) + 'x' + ']'.repeat(20_000)).base).toBe('x')
})

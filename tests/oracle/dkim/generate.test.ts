import { expect, test } from 'vitest'
import { latin1 } from '../../../src/core/bytes.ts'
import { parseMessage } from '../../../src/message/parse.ts'
import { seededDice } from '../dice.ts'
import { changes } from './changes.ts'
import { dkimCase } from './generate.ts'

const cases = Array.from({ length: 200 }, (_, id) => dkimCase(7208, id))

test('the same seed makes the same case, alone as in a row', () => {
  expect(dkimCase(7208, 17)).toEqual(cases[17])
  expect(dkimCase(7209, 17)).not.toEqual(cases[17])
})

test('both algorithms meet all pairs of canonicalization, with `l=` and without', () => {
  const kinds = new Set(
    cases.map(({ algorithm, header, body }) => [algorithm, header, body].join()),
  )
  expect(kinds.size).toBe(8)
  expect(new Set(cases.map(({ counted }) => counted)).size).toBe(2)
})

test.each([
  ['a folded field', /\r\n[ \t]/],
  ['white space at the end of a field', /[ \t]\r\n[A-Z][\w-]*:/],
  ['a name in lowercase', /\r\nsubject:/],
  ['octets over 127', /[\u0080-\u00ff]/],
  ['an empty body', /\r\n\r\n$/],
  ['white space at a line end of the body', /\r\n\r\n(?:.*\r\n)*.*[ \t]\r\n/],
  ['empty lines at the end', /\S\r\n\r\n\r\n$/],
  ['a body without a last line end', /[^\n]$/],
])('messages have %s', (_, pattern) =>
  expect(cases.filter(({ message }) => pattern.test(message)).length).toBeGreaterThan(0),
)

test('every message has one From, and signs it; some names stand once more than the fields', () => {
  for (const { message, fields } of cases) {
    const lower = parseMessage(latin1(message)).fields.map((field) => field.lower)
    expect(lower.filter((name) => name === 'from')).toHaveLength(1)
    expect(fields.map((name) => name.toLowerCase())).toContain('from')
  }
  const names = cases.map(({ fields }) => fields.map((name) => name.toLowerCase()))
  expect(names.some((list) => new Set(list).size < list.length)).toBe(true)
})

const SIGNATURE =
  'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple;\r\n d=example.org; s=rsa;\r\n' +
  ' h=From:Subject;\r\n bh=AAAA;\r\n b=BBBB\r\n'

test.each(changes)('$name: some message is another one after it', ({ apply }) => {
  const changed = cases.filter(({ message }) => {
    const text = SIGNATURE + message
    return apply(text, seededDice(1)) !== text
  })
  expect(changed.length).toBeGreaterThan(0)
})

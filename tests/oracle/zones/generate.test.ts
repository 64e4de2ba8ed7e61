import { expect, test } from 'vitest'
import { checkOurs } from './check-ours.ts'
import { zoneCase } from './generate.ts'
import { zoneDifferences } from './known.ts'
import { MISTAKES } from './mistakes.ts'
import { spell } from './spelling.ts'

const cases = Array.from({ length: 360 }, (_, id) => zoneCase(7208, id))

test('the same seed makes the same zone, alone as in a row', () => {
  expect(zoneCase(7208, 17)).toEqual(cases[17])
  expect(zoneCase(7209, 17)).not.toEqual(cases[17])
})

test('every mistake is made, and a third of the zones holds none', () => {
  const made = new Set(cases.flatMap(({ mistakes }) => mistakes))
  expect(MISTAKES.filter((mistake) => !made.has(mistake))).toEqual([])
  expect(cases.filter(({ mistakes }) => !mistakes.length)).toHaveLength(120)
})

test.each([
  ...['A', 'AAAA', 'NS', 'SOA', 'MX', 'TXT', 'SPF', 'CNAME', 'DNAME', 'PTR', 'SRV', 'CAA'],
  ...['TLSA', 'SSHFP', 'DNSKEY', 'HTTPS', 'SVCB', 'TYPE65280'],
])('zones hold %s records', (type) => {
  const pattern = new RegExp(`\\s${type}\\s`)
  expect(cases.some(({ text }) => pattern.test(text))).toBe(true)
})

test.each(['$TTL', '$ORIGIN', '$GENERATE', '(\n', ';', '\\#', '"', '*.', '\\.', '\\114', ' IN '])(
  'zones hold `%s`',
  (part) => expect(cases.some(({ text }) => text.includes(part))).toBe(true),
)

test('zones without a mistake are read whole', () => {
  for (const given of cases.filter(({ mistakes }) => !mistakes.length))
    expect(checkOurs(given).leftOut, given.text).toBe(false)
})

test.each([
  ['A.Example.', 'TXT', '"one" "Two words"', 'a.example. 60 TXT one "Two words"'],
  ['a.', 'TYPE13', '"PC" linux', 'a. 60 HINFO pc linux'],
  ['a.', 'DS', '1 8 2 ABcd EF', 'a. 60 DS 1 8 2 abcdef'],
  ['a.', 'TYPE65280', '\\# 2 AB cd', 'a. 60 TYPE65280 \\# 2 abcd'],
])('%s %s %s is spelled %s', (owner, type, data, spelled) =>
  expect(spell(owner, '60', type, data)).toBe(spelled),
)

test('each known difference has a code of its own and a reason', () => {
  const codes = zoneDifferences.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  for (const { reason } of zoneDifferences) expect(reason).toMatch(/^[A-Zn].+\.$/)
})

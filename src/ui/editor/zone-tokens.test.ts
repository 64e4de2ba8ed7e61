import { expect, test } from 'vitest'
import { zoneTokens } from './zone-tokens.ts'

const show = (line: string) =>
  zoneTokens(line).map(({ from, to, kind }) => `${kind} ${line.slice(from, to)}`)

test.each([
  ['', []],
  ['$TTL 3600', ['directive $TTL', 'number 3600']],
  [
    '@ IN MX 10 mx ; mail',
    ['name @', 'type IN', 'type MX', 'number 10', 'name mx', 'comment ; mail'],
  ],
  ['mx A 192.0.2.1', ['name mx', 'type A', 'number 192.0.2.1']],
  ['mx AAAA 2001:db8::1', ['name mx', 'type AAAA', 'number 2001:db8::1']],
  [
    '@ TXT "v=spf1 -all"',
    ['name @', 'type TXT', 'string "', 'tag v', 'string =spf1 ', 'tag -all', 'string "'],
  ],
  ['@ TXT "a; b', ['name @', 'type TXT', 'string "', 'tag a', 'string ; ', 'tag b']],
  ['( 1 )', ['sign (', 'number 1', 'sign )']],
])('%s', (line, tokens) => expect(show(line)).toEqual(tokens))

test('no character is coloured twice, in any order', () => {
  const line = '@ ((TXT "v=spf1 include:a.example \\" ;" ; x " y'
  const tokens = zoneTokens(line)
  expect(tokens.every(({ from }, index) => from >= (tokens[index - 1]?.to ?? 0))).toBe(true)
})

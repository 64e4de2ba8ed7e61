import { expect, expectTypeOf, test } from 'vitest'
import { joinedText, recordsOf, type DnsAnswer, type RecordOf, type TextData } from './dns.ts'

const txt = { name: 'a.example', ttl: 300, type: 'TXT', strings: ['v=', 'x'] } as const
const mx = {
  name: 'a.example',
  ttl: 300,
  type: 'MX',
  preference: 10,
  exchange: 'b.example',
} as const
const answer: DnsAnswer = { status: 'ok', records: [txt, mx] }

test('records of a type have its fields, also where types share their data', () => {
  expect(recordsOf(answer, 'TXT').map(joinedText)).toEqual(['v=x'])
  expect(recordsOf(answer, 'MX').map(({ exchange }) => exchange)).toEqual(['b.example'])
  expectTypeOf<RecordOf<'TXT'>>().toExtend<TextData>()
  expectTypeOf<RecordOf<'TXT'>['type']>().toEqualTypeOf<'TXT'>()
  expectTypeOf<RecordOf<'CAA'>['fields']>().toEqualTypeOf<readonly string[]>()
})

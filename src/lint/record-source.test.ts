import { expect, test } from 'vitest'
import { sourceOf } from './record-source.ts'

test('the text of a record without a file is made ready once, however many findings it has', () => {
  let reads = 0
  const record = {
    ...({ name: 'a.example', type: 'TXT', ttl: 300 } as const),
    get strings() {
      reads++
      return ['v=spf1 ', 'a '.repeat(10_000)]
    },
  } as const
  const source = sourceOf(record)
  for (let at = 0; at < 1000; at++) expect(sourceOf(record)).toBe(source)
  expect(reads).toBe(1)
})

import { expect, test } from 'vitest'
import { loadWords } from './load-words.ts'

test('who asks at the same time shares one reading, and who asks later gets another', async () => {
  const first = loadWords(process.cwd(), 'en')
  expect(loadWords(process.cwd(), 'en')).toBe(first)
  expect(loadWords(process.cwd(), 'de')).not.toBe(first)
  const words = await first
  const later = loadWords(process.cwd(), 'en')
  expect(later).not.toBe(first)
  expect(Object.keys(await later)).toEqual(Object.keys(words))
})

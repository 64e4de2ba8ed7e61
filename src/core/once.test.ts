import { describe, expect, test } from 'vitest'
import { keepByText, once, onceForMany, onceForText } from './once.ts'

test('each object is worked on once, even where nothing comes of it', () => {
  let times = 0
  const firstOf = once((list: readonly number[]) => {
    times++
    return list[0]
  })
  const [empty, other] = [[], [7]]
  expect([firstOf(empty), firstOf(empty), firstOf(other), firstOf(other)]).toEqual([
    undefined,
    undefined,
    7,
    7,
  ])
  expect(times).toBe(2)
})

test('only a long list is remembered', () => {
  let times = 0
  const lengthOf = onceForMany((list: readonly number[]) => {
    times++
    return list.length
  })
  const [short, long] = [[1, 2], Array.from({ length: 1000 }, (_, at) => at)]
  expect([long, long, long].map(lengthOf)).toEqual([1000, 1000, 1000])
  expect(times).toBe(1)
  expect([short, short].map(lengthOf)).toEqual([2, 2])
  expect(times).toBe(3)
})

describe('a function of a text', () => {
  const counting = () => {
    const made: string[] = []
    const lengthOf = onceForText((text) => {
      made.push(text)
      return { length: text.length }
    })
    return { made, lengthOf }
  }
  const texts = (count: number) => Array.from({ length: count }, (_, at) => `${at}`.padEnd(1000))

  test('the same text in another string is known again', () => {
    const { made, lengthOf } = counting()
    expect(lengthOf('v=spf1 -all')).toBe(lengthOf(['v=spf1', '-all'].join(' ')))
    expect(made).toEqual(['v=spf1 -all'])
  })

  test('a long text is not kept', () => {
    const { made, lengthOf } = counting()
    const long = 'x'.repeat(5000)
    expect([lengthOf(long), lengthOf(long)]).toEqual([{ length: 5000 }, { length: 5000 }])
    expect(made).toHaveLength(2)
  })

  test('what was not met for long makes room, and what comes back stays', () => {
    const { made, lengthOf } = counting()
    for (const text of texts(1000)) {
      lengthOf(text)
      lengthOf('often')
    }
    expect(made.filter((text) => text === 'often')).toHaveLength(1)
    lengthOf(texts(1)[0]!)
    expect(made).toHaveLength(1002)
  })

  test('short texts are limited too', () => {
    const { made, lengthOf } = counting()
    for (let at = 0; at < 300_000; at++) lengthOf(String(at))
    lengthOf('0')
    expect(made).toHaveLength(300_001)
  })
})

test('what is made of more than the text is kept by it, within the limits given', () => {
  const keep = keepByText<{ of: number }>({ longest: 3, most: 8 })
  const made = (text: string, of: number) => keep(text, () => ({ of })).of
  expect([made('abc', 1), made('abc', 2), made('abcd', 3), made('abcd', 4)]).toEqual([1, 1, 3, 4])
  for (const text of ['d', 'e', 'f', 'g', 'h', 'i', 'j']) made(text, 5)
  expect(made('abc', 6)).toBe(6)
})

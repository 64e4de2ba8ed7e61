import { expect, test } from 'vitest'
import { askDns, runSync, type Effect, type Question } from './effects.ts'
import type { DnsAnswer, DnsRecord } from './dns.ts'
import { Recall } from './recall.ts'

const record = (name: string, text: string): DnsRecord => ({
  ...{ name, ttl: 1, type: 'TXT', strings: [text] },
})

/** A table that answers with the same records each time, in an answer of its own. */
function tableOf(texts: Readonly<Record<string, string>>) {
  const records = new Map(Object.entries(texts).map(([name, text]) => [name, [record(name, text)]]))
  const asked: string[] = []
  return {
    asked,
    set: (name: string, text: string) => void records.set(name, [record(name, text)]),
    answer(question: Question): DnsAnswer {
      if (question.ask !== 'dns') throw new Error(question.ask)
      asked.push(question.name)
      const found = records.get(question.name)
      return found ? { status: 'ok', records: found } : { status: 'nxdomain', records: [] }
    },
  }
}

/** Follows from name to name, and counts how often it was begun. */
function follower() {
  let begun = 0
  function* follow(from: string): Effect<{ readonly way: readonly string[] }> {
    begun++
    const way = [from]
    for (;;) {
      const { records } = yield* askDns(way.at(-1)!, 'TXT')
      const [first] = records
      if (first?.type !== 'TXT') return { way }
      way.push(first.strings.join(''))
    }
  }
  return { follow, times: () => begun }
}

const begin = () => {
  const table = tableOf({ a: 'b', b: 'c' })
  const { follow, times } = follower()
  const recall = new Recall<{ readonly way: readonly string[] }>()
  const ask = (from: string) =>
    runSync(
      recall.evaluate(from, () => follow(from)),
      table.answer,
    )
  return { table, times, ask }
}

test('the same input with the same answers is asked for again, and not worked out again', () => {
  const { table, times, ask } = begin()
  const first = ask('a')
  expect(first.way).toEqual(['a', 'b', 'c'])
  expect(ask('a')).toBe(first)
  expect(times()).toBe(1)
  expect(table.asked).toEqual(['a', 'b', 'c', 'a', 'b', 'c'])
})

test.each([
  ['a', ['a', 'd'], ['a', 'd']],
  ['b', ['a', 'b', 'd'], ['a', 'b', 'd']],
  ['c', ['a', 'b', 'c', 'd'], ['a', 'b', 'c', 'd']],
])('another answer for %s is worked out anew; nothing is asked twice', (name, way, asked) => {
  const { table, times, ask } = begin()
  ask('a')
  table.set(name, 'd')
  table.asked.length = 0
  expect(ask('a').way).toEqual(way)
  expect(times()).toBe(2)
  expect(table.asked).toEqual(asked)
})

test('records that say the same in other objects are worked out anew: somebody edited them', () => {
  const { table, times, ask } = begin()
  const first = ask('a')
  table.set('b', 'c')
  expect(ask('a')).toEqual(first)
  expect(times()).toBe(2)
})

test('another input is another conversation', () => {
  const { times, ask } = begin()
  expect([ask('a').way.length, ask('b').way.length]).toEqual([3, 2])
  expect(times()).toBe(2)
})

test('what was met of late is kept, and the rest is forgotten', () => {
  const { follow, times } = follower()
  const { answer } = tableOf({})
  const recall = new Recall<{ readonly way: readonly string[] }>({ most: 2 })
  const ask = (from: string) =>
    runSync(
      recall.evaluate(from, () => follow(from)),
      answer,
    )
  for (const from of ['a', 'b', 'c', 'd']) ask(from)
  ask('d')
  ask('b')
  expect(times()).toBe(4)
  for (const from of ['e', 'f', 'g', 'a']) ask(from)
  expect(times()).toBe(8)
})

test('what may not be kept is worked out each time', () => {
  const { follow, times } = follower()
  const { answer } = tableOf({ a: 'b' })
  const recall = new Recall<{ readonly way: readonly string[] }>({
    isKept: (given) => (given as DnsAnswer).records.length === 0,
  })
  for (const from of ['a', 'a', 'b', 'b'])
    runSync(
      recall.evaluate(from, () => follow(from)),
      answer,
    )
  expect(times()).toBe(3)
})

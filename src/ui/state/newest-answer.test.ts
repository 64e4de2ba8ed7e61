import { beforeEach, describe, expect, test, vi } from 'vitest'
import { NewestAnswer } from './newest-answer.ts'

interface Asked {
  readonly number: number
  readonly list?: readonly string[]
}

let asked: { readonly data: Asked; answer(text: string): void; fail(): void }[]
let shown: (string | undefined)[]
let answers: NewestAnswer<string, Asked, string>

beforeEach(() => {
  asked = []
  shown = []
  answers = new NewestAnswer(
    (data) =>
      new Promise((answer, fail) => asked.push({ data, answer, fail: () => fail(new Error('x')) })),
    (now) => shown.push(now && `${now.subject}: ${now.answer}`),
  )
})

const settle = () => new Promise((resolve) => setTimeout(resolve))

test('an answer is shown with its own subject, though another is asked about', async () => {
  answers.about('a', { number: 1 })
  answers.about('b', { number: 2 })
  asked[0]?.answer('one')
  await settle()
  expect(shown).toEqual(['a: one'])
  asked[1]?.answer('two')
  await settle()
  expect(shown).toEqual(['a: one', 'b: two'])
})

test('an answer that comes too late is not shown', async () => {
  answers.about('a', { number: 1 })
  answers.about('b', { number: 2 })
  asked[1]?.answer('two')
  asked[0]?.answer('one')
  await settle()
  expect(shown).toEqual(['b: two'])
})

describe('the same question', () => {
  test('is not asked again: the answer is about the newer subject', async () => {
    answers.about('a', { number: 1, list: ['x'] })
    answers.about('b', { number: 1, list: ['x'] })
    asked[0]?.answer('one')
    await settle()
    answers.about('c', { number: 1, list: ['x'] })
    expect([asked.length, shown]).toEqual([1, ['b: one', 'c: one']])
  })

  test.each<[Asked, Asked]>([
    [{ number: 1 }, { number: 2 }],
    [{ number: 1 }, { number: 1, list: [] }],
    [
      { number: 1, list: ['x'] },
      { number: 1, list: ['y'] },
    ],
  ])('is another where a field differs: %j, %j', (first, second) => {
    answers.about('a', first)
    answers.about('a', second)
    expect(asked).toHaveLength(2)
  })

  test('is asked again where it failed, which is warned of', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue()
    answers.about('a', { number: 1 })
    asked[0]?.fail()
    await settle()
    answers.about('a', { number: 1 })
    expect([asked.length, shown]).toEqual([2, []])
    expect(warn).toHaveBeenCalledOnce()
  })
})

test('where nothing is asked any more, nothing is shown, whatever still comes', async () => {
  answers.about('a', { number: 1 })
  answers.nothing()
  asked[0]?.answer('one')
  await settle()
  expect(shown).toEqual([undefined])
})

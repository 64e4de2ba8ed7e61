import { expect, test } from 'vitest'
import { PacedEdits } from './paced-edits.ts'

/** Edits at a pace that a test sets. */
function bench() {
  const done: string[] = []
  let moments: (() => void)[] = []
  const edits = new PacedEdits<string>(
    async (edit) => void done.push(edit),
    (act) => void moments.push(act),
  )
  /** @returns How many moments have ended. */
  const moment = () => {
    const due = moments
    moments = []
    for (const act of due) act()
    return due.length
  }
  return { done, edits, moment }
}

test('the first edit after a rest is handed on at once, and of those that follow the newest at the next rest', async () => {
  const { done, edits, moment } = bench()
  const [first, second, third] = ['a', 'ab', 'abc'].map((edit) => edits.take(edit))
  await first
  moment()
  expect(done).toEqual(['a'])
  expect(edits.waiting).toBe('abc')
  moment()
  await Promise.all([second, third])
  expect(done).toEqual(['a', 'abc'])
  expect(edits.waiting).toBeUndefined()
})

test('a moment without an edit is a rest', () => {
  const { done, edits, moment } = bench()
  void edits.take('a')
  expect([moment(), moment()]).toEqual([1, 0])
  void edits.take('ab')
  expect(done).toEqual(['a', 'ab'])
})

test('who never rests has the text handed on after four moments', () => {
  const { done, edits, moment } = bench()
  void edits.take('a')
  for (let key = 2; key <= 9; key++) {
    void edits.take('a'.repeat(key))
    moment()
  }
  expect(done.map(({ length }) => length)).toEqual([1, 5, 9])
})

test('what waits can be handed on before its moment, once', () => {
  const { done, edits, moment } = bench()
  void edits.take('a')
  void edits.take('ab')
  edits.flush()
  edits.flush()
  expect(done).toEqual(['a', 'ab'])
  expect(moment()).toBe(1)
  expect(done).toEqual(['a', 'ab'])
})

test('what is dropped is never handed on, and not waited for', async () => {
  const { done, edits, moment } = bench()
  void edits.take('a')
  const dropped = edits.take('ab')
  edits.drop()
  await dropped
  moment()
  expect(done).toEqual(['a'])
})

test('without a pace each edit is handed on as it is made', () => {
  const done: string[] = []
  const edits = new PacedEdits<string>(async (edit) => void done.push(edit))
  for (const edit of ['a', 'ab']) void edits.take(edit)
  expect(done).toEqual(['a', 'ab'])
})

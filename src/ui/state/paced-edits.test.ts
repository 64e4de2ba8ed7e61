import { expect, test } from 'vitest'
import { handClock } from '../kit/testing/hand-clock.ts'
import { PacedEdits } from './paced-edits.ts'

/** Edits at the pace of a clock that a test sets. */
function bench() {
  const done: string[] = []
  const clock = handClock()
  const edits = new PacedEdits<string>(async (edit) => void done.push(edit), clock)
  return { done, edits, pass: clock.pass }
}

test('of edits that follow each other the newest is handed on, once the keys rest', async () => {
  const { done, edits, pass } = bench()
  const first = edits.take('a')
  pass(200)
  const second = edits.take('ab')
  pass(249)
  expect(done).toEqual([])
  expect(edits.waiting).toBe('ab')
  pass(1)
  await Promise.all([first, second])
  expect(done).toEqual(['ab'])
  expect(edits.waiting).toBeUndefined()
})

test('who never rests has the text handed on every two seconds', () => {
  const { done, edits, pass } = bench()
  for (let keys = 1; keys <= 45; keys++) {
    void edits.take('a'.repeat(keys))
    pass(100)
  }
  expect(done.map(({ length }) => length)).toEqual([20, 40])
})

test('what waits can be handed on before its rest, once', () => {
  const { done, edits, pass } = bench()
  void edits.take('a')
  edits.flush()
  edits.flush()
  expect(done).toEqual(['a'])
  pass(1000)
  expect(done).toEqual(['a'])
})

test('what is handed on waits no more: who takes it may ask for all that waits', () => {
  const done: string[] = []
  const edits: PacedEdits<string> = new PacedEdits(async (edit) => {
    edits.flush()
    done.push(edit)
  }, handClock())
  void edits.take('a')
  edits.flush()
  expect(done).toEqual(['a'])
})

test('what is dropped is never handed on, and not waited for', async () => {
  const { done, edits, pass } = bench()
  const dropped = edits.take('a')
  edits.drop()
  await dropped
  pass(1000)
  expect(done).toEqual([])
})

test('without a clock each edit is handed on as it is made', () => {
  const done: string[] = []
  const edits = new PacedEdits<string>(async (edit) => void done.push(edit))
  for (const edit of ['a', 'ab']) void edits.take(edit)
  expect(done).toEqual(['a', 'ab'])
})

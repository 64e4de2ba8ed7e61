import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { TimeoutTimer } from './timer.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function benchOf() {
  const began = performance.now()
  const done: string[] = []
  const act = (name: string) => () => void done.push(`${name} at ${performance.now() - began}`)
  return { timer: new TimeoutTimer(), act, done }
}

test('acts when the last wait is over, however often it was begun anew', () => {
  const { timer, act, done } = benchOf()
  for (const name of ['a', 'b', 'c']) {
    timer.cancelAndSet(act(name), 500)
    vi.advanceTimersByTime(200)
  }
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(1000)
  expect(done).toEqual(['c at 900'])
  expect(vi.getTimerCount()).toBe(0)
})

test('a shorter wait is over sooner', () => {
  const { timer, act, done } = benchOf()
  timer.cancelAndSet(act('long'), 500)
  timer.cancelAndSet(act('short'), 10)
  vi.advanceTimersByTime(1000)
  expect(done).toEqual(['short at 10'])
})

test('what is set stays, until it was called off', () => {
  const { timer, act, done } = benchOf()
  timer.setIfNotSet(act('first'), 0)
  timer.setIfNotSet(act('second'), 0)
  vi.advanceTimersByTime(1)
  timer.setIfNotSet(act('third'), 0)
  timer.cancel()
  vi.advanceTimersByTime(100)
  timer.setIfNotSet(act('fourth'), 0)
  timer.dispose()
  vi.advanceTimersByTime(100)
  expect(done).toEqual(['first at 0'])
})

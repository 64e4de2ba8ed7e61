import { expect, test, vi } from 'vitest'
import { handClock } from './testing/hand-clock.ts'
import { pageClock, Rest } from './rest.ts'

/** A rest of 250 ms, 2 s at most, on a clock that a test sets. */
function bench() {
  const clock = handClock()
  const rests: number[] = []
  const rest = new Rest(() => void rests.push(clock.now()), 250, clock, 2000)
  /** Notices something every 100 ms. */
  const type = (keys: number) => {
    for (let key = 0; key < keys; key++) {
      rest.notice()
      clock.pass(100)
    }
  }
  return { clock, rest, rests, type }
}

test('it is called once nothing was noticed for the pause, and then not again', () => {
  const { clock, rest, rests } = bench()
  rest.notice()
  clock.pass(200)
  rest.notice()
  clock.pass(249)
  expect(rests).toEqual([])
  clock.pass(1)
  expect(rests).toEqual([450])
  clock.pass(5000)
  expect(rests).toEqual([450])
})

test('where there is no rest it is called each time that the longest wait is over', () => {
  const { rests, type } = bench()
  type(45)
  expect(rests).toEqual([2000, 4000])
})

test('one timer runs, however much is noticed, and none at rest', () => {
  const { clock, type } = bench()
  type(10)
  expect(clock.timers).toBe(1)
  clock.pass(1000)
  expect(clock.timers).toBe(0)
})

test('what was cancelled is not called; what is noticed then has a pause of its own', () => {
  const { clock, rest, rests } = bench()
  rest.notice()
  clock.pass(100)
  rest.cancel()
  rest.notice()
  clock.pass(200)
  rest.cancel()
  clock.pass(1000)
  expect(rests).toEqual([])
  rest.notice()
  clock.pass(250)
  expect(rests).toEqual([1550])
})

test('the clock of a page is late by 50 ms at most, and calls with one timer what is due about then', () => {
  vi.useFakeTimers({ now: 0 })
  try {
    const calls: string[] = []
    const start = performance.now()
    const note = (name: string) => () =>
      void calls.push(`${name} ${Math.round(performance.now() - start)}`)
    pageClock.after(205, note('a'))
    vi.advanceTimersByTime(30)
    pageClock.after(200, note('b'))
    pageClock.after(10, note('c'))
    expect(vi.getTimerCount()).toBe(2)
    vi.advanceTimersByTime(1000)
    expect(calls).toEqual(['c 50', 'a 250', 'b 250'])
  } finally {
    vi.useRealTimers()
  }
})

import { expect, test } from 'vitest'
import { atRest, during } from './at-work.ts'

/** A rest that goes on when it is told to. */
function clock() {
  const waiting: (() => void)[] = []
  return {
    rest: () => new Promise<void>((resolve) => waiting.push(resolve)),
    async pass() {
      waiting.shift()?.()
      for (let turn = 0; turn < 5; turn++) await Promise.resolve()
    },
  }
}

function waitFor(rest: () => Promise<void>) {
  const seen = { isAtRest: false }
  void atRest(rest).then(() => (seen.isAtRest = true))
  return seen
}

test('a page that does nothing is at rest after one rest', async () => {
  const { rest, pass } = clock()
  const seen = waitFor(rest)
  expect(seen.isAtRest).toBe(false)
  await pass()
  expect(seen.isAtRest).toBe(true)
})

test.each([
  ['that succeeds', 'resolve'],
  ['that fails', 'reject'],
] as const)('a work %s is waited for, and a rest after it', async (_, end) => {
  const { rest, pass } = clock()
  const work = { resolve() {}, reject() {} }
  const promise = new Promise<void>((resolve, reject) => Object.assign(work, { resolve, reject }))
  const done = during(promise).catch(() => undefined)
  const seen = waitFor(rest)
  await pass()
  await pass()
  expect(seen.isAtRest).toBe(false)
  work[end]()
  await done
  await pass()
  expect(seen.isAtRest).toBe(true)
})

test('what begins and ends within a rest makes another one', async () => {
  const { rest, pass } = clock()
  const seen = waitFor(rest)
  await during(Promise.resolve())
  await pass()
  expect(seen.isAtRest).toBe(false)
  await pass()
  expect(seen.isAtRest).toBe(true)
})

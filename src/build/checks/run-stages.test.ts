import { expect, test } from 'vitest'
import { runStages, type StepDone } from './run-stages.ts'

const named = (...names: string[]): { name: string }[] => names.map((name) => ({ name }))
const results = (done: readonly StepDone[]): string[] =>
  done.map(({ name, result }) => `${name} ${result}`)

/** Runs steps that a test ends, and notes how each began. */
function runner(failing: readonly string[] = []) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  return {
    begun,
    run: ({ name }: { name: string }, alone: boolean) => {
      begun.push(alone ? `${name} alone` : name)
      return new Promise<StepDone>((resolve) => {
        const result = failing.includes(name) ? 'failed' : 'passed'
        ends.set(name, () => resolve({ name, seconds: 1, result }))
      })
    },
    end: async (name: string): Promise<void> => {
      ends.get(name)!()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

test('steps of a stage run side by side, as many as there is room for', async () => {
  const steps = runner()
  const all = runStages([named('a', 'b', 'c'), named('d')], 2, steps.run)
  expect(steps.begun).toEqual(['a', 'b'])
  await steps.end('b')
  expect(steps.begun).toEqual(['a', 'b', 'c'])
  await steps.end('a')
  await steps.end('c')
  expect(steps.begun).toEqual(['a', 'b', 'c', 'd alone'])
  await steps.end('d')
  expect(results(await all)).toEqual(['b passed', 'a passed', 'c passed', 'd passed'])
})

test('after a failure what runs is let finish and nothing more begins', async () => {
  const steps = runner(['a'])
  const all = runStages([named('a', 'b', 'c'), named('d')], 2, steps.run)
  await steps.end('a')
  await steps.end('b')
  expect(results(await all)).toEqual(['a failed', 'c not run', 'b passed', 'd not run'])
})

test('on one processor they run one after the other, each with its words as they come', async () => {
  const steps = runner()
  const all = runStages([named('a', 'b')], 1, steps.run)
  expect(steps.begun).toEqual(['a alone'])
  await steps.end('a')
  await steps.end('b')
  expect(steps.begun).toEqual(['a alone', 'b alone'])
  expect(results(await all)).toEqual(['a passed', 'b passed'])
})

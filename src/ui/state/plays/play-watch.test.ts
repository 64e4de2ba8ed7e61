import { expect, test } from 'vitest'
import { unpackJournal } from '../../../lab/record/pack.ts'
import type { Lesson, Progress } from '../../../lab/types.ts'
import { nothingDone } from '../saved.ts'
import { memoryStorage } from '../testing/memory-storage.ts'
import { lesson as plain } from '../testing/fake-host.ts'
import { loadPlayLog } from './play-log.ts'
import { PlayWatch, type Watched } from './play-watch.ts'

const hint = { id: 'no-colon', text: 'A colon.', when: { kind: 'x' }, answers: [] }
const lesson: Lesson = {
  ...{ ...plain, hints: [hint], variants: [{ id: 'a', swap: {} }] },
  steps: [
    {
      ...plain.steps[0]!,
      card: { ...{ id: 'c', kind: 'predict', ask: '?', right: 'yes' }, choices: [] },
    },
  ],
}

const progress = (done: boolean, more: Partial<Progress> = {}): Progress => ({
  ...{ steps: [{ id: 's', done, goals: [] }], done, hint: undefined, fresh: false, ...more },
})

/** A lesson under way, as far as it is watched. */
function bench(saved: Partial<Watched['saved']> = {}) {
  const storage = memoryStorage()
  let now = Date.parse('2026-06-01T08:00:00Z')
  const work = {
    ...{ lesson, phase: 'ready', variant: undefined, hints: {}, isSettled: true },
    ...{ journal: [{ kind: 'check' }], lab: { progress: progress(false) } },
    saved: { ...nothingDone, ...saved },
  } as unknown as { -readonly [Name in keyof Watched]: Watched[Name] }
  const watch = new PlayWatch(work, { storage: () => storage, now: () => now })
  return {
    work,
    storage,
    log: () => loadPlayLog('try', () => storage),
    see(change: Partial<Watched> | Progress) {
      Object.assign(work, 'steps' in change ? { lab: { progress: change } } : change)
      watch.notice()
    },
    later: (days: number) => (now += days * 86_400_000),
  }
}

test('what is done is kept with its journal, once', () => {
  const { see, log } = bench()
  see(progress(false))
  see(progress(true))
  see(progress(true))
  expect(log().plays).toMatchObject([
    { edition: 1, at: '2026-06-01T08:00:00.000Z', hints: 0, unseen: true, missed: [] },
  ])
  expect(unpackJournal(log().plays[0]!.journal!)).toEqual([{ kind: 'check' }])
})

test('a lesson that was only looked at leaves nothing behind', () => {
  const { see, storage } = bench()
  see({ journal: [] })
  expect(storage.texts.size).toBe(0)
})

test('it waits until the lab has followed', () => {
  const { see, log } = bench()
  see({ isSettled: false })
  see(progress(true))
  expect(log().plays).toEqual([])
  see({ isSettled: true })
  expect(log().plays).toHaveLength(1)
})

test('a variant is unseen the first time, and not when it comes again', () => {
  const { see, log } = bench()
  see(progress(true))
  see({ variant: 'a', lab: { progress: progress(false) } as Watched['lab'] })
  see(progress(true))
  see(progress(false))
  see(progress(true))
  expect(log().plays.map(({ variant, unseen }) => [variant, unseen])).toEqual([
    [undefined, true],
    ['a', true],
    ['a', false],
  ])
})

test('a wrong prediction, the line itself and a frequent mistake are missed', () => {
  const { see, log } = bench()
  const wrong = { answer: ['no'], because: '', right: false }
  const card = { id: 'c', state: 'settled' as const, tries: [wrong], right: ['yes'] }
  for (let time = 0; time < 3; time++) {
    see(progress(false))
    see(progress(false, { hint }))
  }
  see({ hints: { s: 2 } })
  see(progress(true, { steps: [{ id: 's', done: true, goals: [], card }] }))
  expect(log().plays[0]).toMatchObject({
    hints: 2,
    missed: [
      { kind: 'predicted', id: 's', text: 'S' },
      { kind: 'shown', id: 's' },
      { kind: 'mistake', id: 'no-colon', text: 'A colon.' },
    ],
  })
})

test('a mistake that stands when the page opens was counted before', () => {
  const { see, log } = bench()
  see(progress(false, { hint }))
  expect(log().current?.mistakes).toEqual({})
  see(progress(false))
  see(progress(false, { hint }))
  expect(log().current?.mistakes).toEqual({ 'no-colon': 1 })
})

test('work that was done before there was a log keeps its date', () => {
  const { see, log } = bench({ doneAt: '2026-05-01T00:00:00.000Z' })
  see(progress(true))
  expect(log().plays).toMatchObject([{ at: '2026-05-01T00:00:00.000Z' }])
})

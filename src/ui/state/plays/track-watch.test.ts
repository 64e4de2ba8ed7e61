import { expect, test } from 'vitest'
import { addToJournal } from '../../../lab/journal.ts'
import type { LabInput } from '../../../lab/lab.ts'
import { isTrack } from '../../../lab/record/track.ts'
import { lesson } from '../testing/fake-host.ts'
import { memoryStorage } from '../testing/memory-storage.ts'
import { TrackWatch, trackKeyOf, type Tracked } from './track-watch.ts'

const START = Date.parse('2026-06-01T08:00:00Z')

/** A lesson under way, as far as it is watched. */
function bench(storage = memoryStorage(), journal: readonly LabInput[] = []) {
  let now = START
  const work = {
    ...{ lesson, phase: 'ready', variant: undefined, hints: { s: 2 }, journal },
    lab: { progress: { steps: [{ id: 's', done: true }] } },
  } as unknown as { -readonly [Name in keyof Tracked]: Tracked[Name] }
  const watch = new TrackWatch(work, { storage: () => storage, now: () => now })
  watch.notice()
  return {
    ...{ work, watch, storage },
    after(seconds: number, ...inputs: LabInput[]) {
      now += seconds * 1000
      for (const input of inputs) work.journal = addToJournal(work.journal, input)
      watch.notice()
    },
    times: () => watch.track().times,
  }
}

const type = (data: string): LabInput => ({ kind: 'type', data })
const edit = (text: string): LabInput => ({ kind: 'edit', zone: 'example.org', text })
const check: LabInput = { kind: 'check' }

test('a play begins with its first input, and each input has a beginning and an end', () => {
  const { after, watch, times } = bench()
  after(60, type('E'))
  after(1, type('H'))
  after(1, type('\r'))
  after(3, check)
  after(5, type('Q'))
  expect(times()).toEqual([
    [0, 2000],
    [5000, 5000],
    [10_000, 10_000],
  ])
  const track = watch.track({ 'no-colon': 2 })
  expect(track).toMatchObject({ began: '2026-06-01T08:01:00.000Z', hints: { s: 2 }, done: ['s'] })
  expect(track.mistakes).toEqual({ 'no-colon': 2 })
  expect(isTrack(track)).toBe(true)
})

test('an edit that takes the place of another is the same input', () => {
  const { after, times } = bench()
  after(0, edit('a'))
  after(2, edit('ab'))
  expect(times()).toEqual([[0, 2000]])
})

test('what was done before it was there has no time', () => {
  const { after, times } = bench(memoryStorage(), [type('EHLO x\r'), check])
  after(2, type('Q'))
  expect(times()).toEqual([null, null, [2000, 2000]])
})

test('a reload goes on; what was typed in between has no time', () => {
  const { after, watch, work, storage } = bench()
  after(0, type('E'), type('\r'))
  watch.store()
  const more = [...work.journal, check, type('Q\r')]
  const next = bench(storage, more)
  next.after(20, type('A'))
  expect(next.times()).toEqual([[0, 0], null, null, [20_000, 20_000]])
})

test('work that was begun over, or is another variant’s, begins anew', () => {
  const { after, work, watch, times } = bench()
  after(0, type('E\r'), check)
  work.journal = []
  watch.notice()
  after(5, type('Q'))
  expect(times()).toEqual([[0, 0]])
  Object.assign(work, { variant: 'seed-7', journal: [check, check] })
  watch.notice()
  expect(times()).toEqual([null, null])
})

test('while a lab opens nothing is noted', () => {
  const { after, work, watch } = bench()
  after(0, type('E\r'), check)
  Object.assign(work, { phase: 'opening', journal: [] })
  watch.notice()
  Object.assign(work, { phase: 'ready', journal: [type('X\r'), type('Y\r')] })
  expect(watch.track().times).toEqual([null, null])
})

test('a paste belongs to the input that it became', () => {
  const { after, watch } = bench()
  after(0, type('A\r'))
  watch.pasted('\nEHLO desk.example.org\n')
  watch.pasted('  ')
  watch.pasted('in a form')
  after(2, check)
  after(1, type('EHLO desk.example.org\r'))
  expect(watch.track().pastes).toEqual([
    { input: 2, at: 0, size: 23, text: '\nEHLO desk.example.org\n' },
  ])
  after(9, { kind: 'device', device: 'd', act: { act: 'write', text: 'in a form' } as never })
  expect(watch.track().pastes[1]).toMatchObject({ input: 3, text: 'in a form' })
})

test('a clock that is set back stands still', () => {
  const { after, times } = bench()
  after(10, type('A\r'))
  after(-5, check)
  after(0, type('B\r'))
  expect(times()).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ])
})

test.each(['', '[]', '{"v":2}', '{"v":1,"times":[[-1,0]]}'])(
  'of %s that is stored nothing is taken',
  (text) => {
    const storage = memoryStorage()
    storage.setItem(trackKeyOf(lesson.slug), text)
    expect(bench(storage, [check]).times()).toEqual([null])
  },
)

test('a storage that is full or blocked stops nobody', () => {
  const { after, watch, times } = bench(memoryStorage(5))
  after(0, check)
  watch.store()
  expect(times()).toEqual([[0, 0]])
})

import { describe, expect, test } from 'vitest'
import { memoryStorage } from '../testing/memory-storage.ts'
import { masteryOf } from './mastery.ts'
import {
  addPlay,
  loadPlayLog,
  nothingPlayed,
  playsKeyOf,
  readPlayLog,
  storePlayLog,
  type Missed,
  type Play,
  type PlayLog,
} from './play-log.ts'
import { dueAt, missedNow } from './schedule.ts'

const DAY = 86_400_000
const start = Date.parse('2026-06-01T08:00:00Z')
const miss: Missed = { kind: 'shown', id: 'rcpt', text: 'Name the recipient' }

const play = (days: number, more: Partial<Play> = {}): Play => ({
  ...{ edition: 1, at: new Date(start + days * DAY).toISOString(), hints: 0 },
  ...{ unseen: true, missed: [], ...more },
})

describe('what comes back', () => {
  test.each([
    ['never', [], undefined],
    ['a day after the lesson', [play(0)], 1],
    ['three days after a review', [play(0), play(1)], 4],
    ['not later for a play before it is due', [play(0), play(0.5)], 1],
    ['a week after the second review', [play(0), play(1), play(5)], 12],
    ['three weeks after the third', [play(0), play(1), play(4), play(11)], 32],
    ['not after the fourth', [play(0), play(1), play(4), play(11), play(32)], undefined],
    ['a day after something was missed', [play(0), play(1), play(4, { missed: [miss] })], 5],
    ['a day after a miss before it is due', [play(0), play(0.5, { missed: [miss] })], 1.5],
  ])('%s', (_, plays, days) =>
    expect(dueAt(plays)).toBe(days === undefined ? undefined : start + days * DAY),
  )

  test('what was missed last is open until a play goes without it', () => {
    expect(missedNow([play(0, { missed: [miss] })])).toEqual([miss])
    expect(missedNow([play(0, { missed: [miss] }), play(1)])).toEqual([])
    expect(missedNow([])).toEqual([])
  })
})

describe('mastery', () => {
  const a = { variant: 'a' }
  const b = { variant: 'b' }
  const seed = (number: number) => ({ variant: `seed-${number}` })
  test.each<[string, readonly Play[], number, object]>([
    ['nothing played', [], 2, { have: 0, need: 2, late: false }],
    ['the lesson alone', [play(0)], 2, { have: 0, need: 2, late: false }],
    ['two variants on one day', [play(0), play(0.1, a), play(0.2, b)], 2, { have: 2, late: false }],
    ['one a day later', [play(0), play(0.1, a), play(1, b)], 2, { since: play(1).at }],
    ['both a day later', [play(0), play(1, a), play(2, b)], 2, { since: play(2).at }],
    ['one with a hint', [play(0), play(1, a), play(2, { ...b, hints: 1 })], 2, { have: 1 }],
    ['one seen before', [play(0), play(1, a), play(2, { ...a, unseen: false })], 2, { have: 1 }],
    ['a lesson with one variant', [play(0), play(1, a)], 1, { since: play(1).at }],
    ['one by seed', [play(0), play(0.1, a), play(1, seed(3))], 21, { since: play(1).at }],
    ['two by seed', [play(0), play(1, seed(1)), play(2, seed(2))], 20, { since: play(2).at }],
    ['one of one, where seeds are left', [play(0), play(1, a)], 21, { have: 1, need: 2 }],
    [
      'a seed that was seen',
      [play(0), play(1, a), play(2, { ...seed(1), unseen: false })],
      23,
      { have: 1 },
    ],
    ['a lesson without variants', [play(0), play(1)], 0, { need: 0, have: 0 }],
  ])('%s', (_, plays, variants, mastery) =>
    expect(masteryOf(plays, variants)).toMatchObject(mastery),
  )

  test('it is not there before all of it is', () => {
    expect(masteryOf([play(0), play(0.1, a), play(0.2, b)], 2).since).toBeUndefined()
    expect(masteryOf([play(0), play(1, a)], 2).since).toBeUndefined()
  })
})

describe('the log', () => {
  const log: PlayLog = {
    ...{
      v: 1 as const,
      seen: ['a'],
      plays: [play(0, { missed: [miss], journal: 'x'.repeat(500) })],
    },
    current: { variant: 'a', unseen: true, done: false, mistakes: { 'no-colon': 2 } },
  }

  test('comes back as it was stored', () => {
    const storage = memoryStorage()
    storePlayLog('try', log, () => storage)
    expect(loadPlayLog('try', () => storage)).toEqual(log)
  })

  test('without room for a journal keeps what it came to', () => {
    const storage = memoryStorage(450)
    storePlayLog('try', log, () => storage)
    const { plays } = loadPlayLog('try', () => storage)
    expect(plays).toEqual([play(0, { missed: [miss] })])
  })

  test('is empty where storage is blocked', () => {
    const blocked = () => {
      throw new Error('blocked')
    }
    storePlayLog('try', log, blocked)
    expect(loadPlayLog('try', blocked)).toEqual(nothingPlayed)
  })

  test.each(['', '[]', '{"v":2}', '{"v":1,"plays":[{"at":"soon"}],"seen":[3],"current":7}'])(
    'of %s has nothing',
    (text) => expect(readPlayLog(text)).toEqual(nothingPlayed),
  )

  test('keeps the first play, what counts for mastery, and the newest', () => {
    const all = Array.from({ length: 20 }, (_, day) => play(day, day === 3 ? { variant: 'a' } : {}))
    const plays = all.reduce<readonly Play[]>((before, one) => addPlay(before, one), [])
    expect(plays).toEqual([0, 3, 14, 15, 16, 17, 18, 19].map((day) => all[day]))
  })

  test('stands beside the work', () =>
    expect(playsKeyOf('try')).toBe('helo-world/lesson/try/plays'))
})

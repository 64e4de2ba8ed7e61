import { expect, test } from 'vitest'
import { pack } from '../../lab/record/pack.ts'
import { lesson } from '../state/testing/fake-host.ts'
import { memoryStorage } from '../state/testing/memory-storage.ts'
import { nothingPlayed, type PlayLog } from '../state/plays/play-log.ts'
import { linkedMembership, loadMembership, nowhere, storeMembership } from './class-membership.ts'
import { handedInPlay, type HandedInWork } from './handed-in-play.ts'

const track = {
  ...{ began: '2026-06-01T08:00:00.000Z', times: [[0, 5]] as const },
  ...{ pastes: [], hints: {}, mistakes: {}, done: ['s'] },
}
const MADE = '2026-06-02T08:00:00.000Z'
const log: PlayLog = {
  ...nothingPlayed,
  plays: [
    {
      ...{ edition: 1, at: '2026-06-01T09:00:00.000Z', hints: 0, unseen: true, missed: [] },
      ...{ journal: pack([{ kind: 'check' }]), track },
    },
  ],
}
const work = (done: boolean, variant?: string) =>
  ({
    ...{ lesson, lab: { progress: { done } }, saved: { edition: 1 }, variant },
    journal: [{ kind: 'send', mail: 'a' }],
  }) as unknown as HandedInWork

test('the work on the page is handed in where it is at its end, or is all there is', () => {
  const now = { ...track, done: [] }
  expect(handedInPlay(work(true), track, log, MADE)).toMatchObject({ isEarlier: false, done: 1 })
  const { play, ...rest } = handedInPlay(work(false), now, nothingPlayed, MADE)
  expect(rest).toEqual({ done: 0, isEarlier: false })
  expect(play).toEqual({
    slug: 'try',
    edition: 1,
    at: MADE,
    journal: work(false).journal,
    track: now,
  })
})

test('a play that was finished is handed in where the work was begun over', () => {
  const { play, isEarlier } = handedInPlay(work(false), track, log, MADE)
  expect(isEarlier).toBe(true)
  expect(play).toMatchObject({ at: '2026-06-01T09:00:00.000Z', journal: [{ kind: 'check' }] })
  expect(handedInPlay(work(false, 'seed-7'), track, log, MADE).isEarlier).toBe(false)
})

test('a class is remembered, and what is none is nowhere', () => {
  const storage = memoryStorage()
  storeMembership({ code: 'autumn', name: 'Ann' }, () => storage)
  expect(loadMembership(() => storage)).toEqual({ code: 'autumn', name: 'Ann' })
  storage.setItem('helo-world/class', '[3')
  expect(loadMembership(() => storage)).toEqual(nowhere)
  expect(
    loadMembership(() => {
      throw new Error('blocked')
    }),
  ).toEqual(nowhere)
})

test.each([
  ['class=autumn&name=Ann+Lee', { code: 'autumn', name: 'Ann Lee' }],
  ['class=%20autumn%20', { code: 'autumn', name: '' }],
  [`class=${'x'.repeat(999)}`, { code: 'x'.repeat(80), name: '' }],
  ['name=Ann', { code: '', name: 'Ann' }],
])('a link with %s', (query, member) =>
  expect(linkedMembership(new URLSearchParams(query))).toEqual(member),
)

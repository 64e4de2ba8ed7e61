import { describe, expect, test } from 'vitest'
import type { SenderReport } from '../../../lab/types.ts'
import { EDIT, formerResult, withResults, type Changes } from './changes.ts'
import { announcementOf, countOf, rowsOf, sentenceOf } from './rows.ts'

const names = { own: 'Your mail server', shop: 'Your web shop', spoofer: 'Mallory' } as const
type Id = keyof typeof names
type Results = Readonly<Record<Id, string>>

const report = (id: Id, result: string): SenderReport =>
  ({
    sender: {
      id,
      name: names[id],
      ip: '192.0.2.1',
      expect: id === 'spoofer' ? ['fail'] : ['pass'],
    },
    verdict: { result, domain: 'example.org', trace: { steps: [] }, decidedBy: { text: '-all' } },
  }) as unknown as SenderReport

const rows = (now: Results, before = now) => {
  const changes: Changes = { before, now, changedAt: 0 }
  return rowsOf(
    Object.entries(now).map(([id, result]) => report(id as Id, result)),
    [],
    changes,
  )
}

const start: Results = { own: 'pass', shop: 'fail', spoofer: 'fail' }

describe('what changed', () => {
  const at = (times: readonly [results: Results, ms: number][]) =>
    times.reduce<Changes | undefined>((all, [now, ms]) => withResults(all, now, ms), undefined)!
  const broken: Results = { own: 'permerror', shop: 'permerror', spoofer: 'permerror' }
  const done: Results = { ...start, shop: 'pass' }

  test.each<[string, readonly [Results, number][], string | undefined]>([
    ['nothing on load', [[start, 0]], undefined],
    [
      'nothing where the results are the same',
      [
        [start, 0],
        [{ ...start }, 9000],
      ],
      undefined,
    ],
    [
      'what an edit changed',
      [
        [start, 0],
        [done, 9000],
      ],
      'fail',
    ],
    [
      'since before the edit, not since its last key',
      [
        [start, 0],
        [broken, 9000],
        [done, 9000 + EDIT / 2],
      ],
      'fail',
    ],
    [
      'since the edit before, after a rest',
      [
        [start, 0],
        [broken, 9000],
        [done, 9000 + EDIT],
      ],
      'permerror',
    ],
    [
      'nothing where an edit ends as it began',
      [
        [start, 0],
        [broken, 9000],
        [start, 9010],
      ],
      undefined,
    ],
  ])('%s', (_, times, was) => expect(formerResult(at(times), 'shop')).toBe(was))
})

test('the count is of those that are as they should be', () =>
  expect(countOf(rows(start))).toBe('2 of 3 right'))

test.each<[string, Results, Results]>([
  [
    'Your web shop, 192.0.2.1: SPF pass, as it should be, was fail; decided by -all',
    { ...start, shop: 'pass' },
    start,
  ],
  ['Your web shop, 192.0.2.1: SPF fail, should be pass; decided by -all', start, start],
])('a row says: %s', (sentence, now, before) =>
  expect(sentenceOf(rows(now, before)[1]!)).toBe(sentence),
)

test.each<[string | undefined, Results]>([
  [undefined, start],
  ['3 of 3 right; Your web shop now passes.', { ...start, shop: 'pass' }],
  [
    '0 of 3 right; all 3 now get permerror.',
    { own: 'permerror', shop: 'permerror', spoofer: 'permerror' },
  ],
  [
    '0 of 3 right; Your mail server now fails, Mallory now passes.',
    { ...start, own: 'fail', spoofer: 'pass' },
  ],
  [
    '1 of 3 right; Your mail server and Mallory now get softfail, Your web shop now passes.',
    { own: 'softfail', shop: 'pass', spoofer: 'softfail' },
  ],
])('an edit is told as: %s', (sentence, now) =>
  expect(announcementOf(rows(now, start))).toBe(sentence),
)

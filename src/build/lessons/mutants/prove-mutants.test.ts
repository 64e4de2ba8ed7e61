import { describe, expect, test } from 'vitest'
import type { Zone } from '../../../dns/zone/zone.ts'
import { openLab } from '../../../lab/open.ts'
import type { TargetedHint } from '../../../lessons/lesson.ts'
import { sampleLesson } from '../../../lessons/testing/lesson.ts'
import { lintZones } from '../../../lint/lint-zones.ts'
import { zoneProfiles } from '../../../lint/zone-profiles.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import type { LessonFolder } from '../files/folder.ts'
import type { Play } from '../files/play.ts'
import type { OpenLab } from '../proof/player.ts'
import type { Cause } from './causes.ts'
import { proveMutants, shareAnswered, type MutantProof } from './prove-mutants.ts'
import { reportMutants } from './report.ts'

const lint = (zones: readonly Zone[]) => lintZones(zones, zoneProfiles.simulated)
const open: OpenLab = (lesson, output) => openLab(lesson, { crypto: webCrypto, lint, output })

const zone = (text: string): Play => [
  {
    ...{ kind: 'edit', zone: 'example.org' },
    text: `${sampleLesson.world.zones[0]!.text}@ IN TXT "${text}"\n`,
  },
]

const hint = (id: string, when: TargetedHint['when'], ...answers: readonly Cause[]) => ({
  ...{ id, text: 'No.', when, answers },
})

const folder = (...hints: readonly TargetedHint[]): LessonFolder => ({
  lesson: { ...sampleLesson, hints },
  solution: zone('v=spf1 ip4:192.0.2.25 -all'),
  ...{ alternatives: {}, attempts: [] },
})

const soft = { kind: 'sender', id: 'spoofer', result: 'softfail' }
const own = { kind: 'sender', id: 'own', result: 'fail', by: 'term' }

const of = ({ judged }: MutantProof, cause: Cause) =>
  new Set(judged.filter((one) => one.cause === cause).map(({ result }) => result))

describe('in a lesson without hints', async () => {
  const proof = await proveMutants(folder(), open)

  test('a mistake that no finding marks has no answer', () =>
    expect(of(proof, 'all-soft')).toEqual(new Set(['unanswered'])))

  test('one that a finding marks has', () =>
    expect(of(proof, 'mechanism-typo')).toEqual(new Set(['answered'])))

  test('what does no harm is no mistake', () =>
    expect(proof.judged.filter(({ result }) => result === 'harmless').length).toBeGreaterThan(0))

  test('and without rules for its zone, too few are answered', async () => {
    const bare: OpenLab = (lesson, output) => openLab(lesson, { crypto: webCrypto, output })
    expect((await proveMutants(folder(), bare)).failures).toEqual([
      expect.stringMatching(/^\d+ % of the small mistakes are answered with their own cause/),
    ])
  })

  test('the same are made each time', async () =>
    expect((await proveMutants(folder(), open)).judged).toEqual(proof.judged))
})

test('a hint answers what it lists', async () => {
  const proof = await proveMutants(folder(hint('half', soft, 'all-soft')), open)
  expect(of(proof, 'all-soft')).toEqual(new Set(['answered']))
})

test('a hint that lists something else is wrong, and so is one behind it', async () => {
  const hints = [hint('sign', own, 'sender-refused'), hint('wide', own, 'ip-typo')]
  const proof = await proveMutants(folder(...hints), open)
  expect(of(proof, 'sender-refused')).toEqual(new Set(['wrong']))
  expect(proof.failures).toContainEqual(
    expect.stringMatching(/\(sender-refused\) is answered wrongly: the hint `wide`\.$/),
  )
})

test('a hint that shows on the way of the solution is wrong', async () => {
  const halfway = zone('v=spf1 ip4:192.0.2.25 ~all')
  const { solution, ...rest } = folder(hint('half', soft, 'all-soft'))
  const proof = await proveMutants({ ...rest, solution: [...halfway, ...solution] }, open)
  expect(proof.failures).toContain(
    'The hint `half` shows after an edit of `example.org`, which is right.',
  )
})

test('a sample has one of each cause before it has two', async () => {
  const { made, judged } = await proveMutants(folder(), open, { sample: 20 })
  expect(made).toBeGreaterThan(100)
  expect(new Set(judged.map(({ cause }) => cause)).size).toBe(20)
})

test('variants are played too', async () => {
  const base = folder()
  const variants = [{ id: 'other', swap: { '192.0.2.25': '192.0.2.26' } }]
  const proof = await proveMutants({ ...base, lesson: { ...base.lesson, variants } }, open)
  expect(proof.judged.some(({ variant }) => variant === 'other')).toBe(true)
})

const one = (result: 'answered' | 'unanswered' | 'wrong' | 'harmless', by = '') => ({
  ...{ result, by, variant: '', cause: 'no-dot', what: 'line 1: without `.`' },
})

test.each([
  [[], 1],
  [[one('harmless')], 1],
  [[one('answered'), one('unanswered'), one('harmless')], 0.5],
  [[one('answered'), one('wrong')], 0.5],
])('%o: the share that is answered', (judged, share) => expect(shareAnswered(judged)).toBe(share))

test('a report counts, and lists what has no answer or a wrong one', () => {
  const judged = [one('answered', 'a hint'), one('unanswered'), one('wrong', 'the hint `x`')]
  const proof = { made: 9, judged, failures: [] }
  const counts = 'mutants 3 of 9  answered 33 %  unanswered 1  wrong 1  harmless 0'
  expect(reportMutants(proof, 'counts')).toEqual([counts])
  expect(reportMutants(proof, 'each')).toEqual([
    counts,
    'wrong      no-dot              line 1: without `.`   the hint `x`',
    'unanswered no-dot              line 1: without `.`',
  ])
})

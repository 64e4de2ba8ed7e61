import { describe, expect, test } from 'vitest'
import { openLab } from '../../../lab/open.ts'
import { sampleLesson } from '../../../lessons/testing/lesson.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import type { Goal, Lesson, Step } from '../../../lessons/lesson.ts'
import type { Card, PredictCard } from '../../../lessons/cards/card.ts'
import type { LessonFolder } from '../files/folder.ts'
import type { Play } from '../files/play.ts'
import { fakeLab, playOf } from '../testing/fake-lab.ts'
import { proveLesson } from './prove-lesson.ts'

const goal = (id: string, verb: string) => ({
  id,
  text: `Say ${id}.`,
  when: { kind: 'command', verb, code: 250 },
})

const step = (...goals: readonly Goal[]): Step => ({
  ...{ id: 'talk', title: 'Talk', html: '', after: '', ladder: [] },
  goals,
})

const lesson: Lesson = {
  ...sampleLesson,
  steps: [step(goal('one', 'ONE'), goal('two', 'TWO'))],
  hints: [
    { id: 'typo', text: 'No.', when: { kind: 'command', at: 'last', code: 500 }, answers: [] },
    { id: 'hung-up', text: 'No.', when: { kind: 'command', at: 'last', verb: 'BYE' }, answers: [] },
  ],
}

const folder = (changes: Partial<LessonFolder> = {}): LessonFolder => ({
  lesson,
  solution: playOf('$ call\nS: 250\nC: one\nC: two\nS: 250 TWO'),
  alternatives: {},
  attempts: [
    { hint: 'typo', play: playOf('$ call\nC: tow') },
    { hint: 'hung-up', play: playOf('$ call\nC: one\nC: bye') },
  ],
  ...changes,
})

const failures = async (changes: Partial<LessonFolder>) =>
  (await proveLesson(folder(changes), fakeLab)).failures

test('a sound lesson is proved', async () =>
  expect(await proveLesson(folder(), fakeLab)).toEqual({
    lesson,
    ...{ prefixes: 2, attempts: 2, alternatives: 0, variants: 0, cards: 0 },
    failures: [],
  }))

describe('a lesson is not proved', () => {
  const never = { kind: 'not', of: { kind: 'command', verb: 'NEVER' } }

  test('if its start is solved already', async () =>
    expect(
      await failures({
        lesson: { ...lesson, steps: [step({ id: 'calm', text: 'x', when: never })] },
      }),
    ).toContain('The start: every step is done before anything was done.'))

  test('if a prefix of its solution solves it', async () =>
    expect(await failures({ solution: playOf('$ call\nC: one\nC: two\nC: bye') })).toEqual([
      'A prefix of the solution does every step already: line 3, `two`.',
    ]))

  test('if a rule that a step keeps quiet would never speak', async () => {
    const steps = [{ ...lesson.steps[0]!, quiet: ['spf/no-all'] }]
    expect(await failures({ lesson: { ...lesson, steps } })).toEqual([
      'The step `talk` keeps `spf/no-all` quiet, which never speaks before.',
    ])
  })

  test('if its solution leaves a goal open', async () =>
    expect(await failures({ solution: playOf('$ call\nC: one') })).toEqual([
      'The solution leaves the goal `two` open: Last, the answer to `ONE` was `250 ONE`. Still to come: `TWO`.',
    ]))

  test('if its solution does nothing', async () =>
    expect(await failures({ solution: playOf('') })).toEqual(['The solution: it does nothing.']))

  test('if its solution receives something else', async () =>
    expect(await failures({ solution: playOf('$ call\nC: one\nS: 251\nC: two') })).toEqual([
      'The solution: line 3: `251` was not received, but `250 ONE`.',
    ]))

  test('if what it receives comes in another order', async () =>
    expect(
      await failures({ solution: playOf('$ call\nS: 250 CALL\nS: 250\nC: one\nC: two') }),
    ).toEqual(['The solution: line 3: `250` was not received, but `250 CALL`.']))

  test('if it types at the wrong prompt', async () =>
    expect(await failures({ solution: playOf('C: call\n$ one\nC: two') })).toEqual([
      'The solution: line 1: no program runs, so this line goes to the shell.',
      'The solution: line 2: `nc` still runs, so this line is not for the shell.',
    ]))

  test('if an attempt earns the hint of another', async () =>
    expect(
      await failures({ attempts: [{ hint: 'typo', play: playOf('$ call\nC: one\nC: bye') }] }),
    ).toEqual(['The attempt `typo`: it earns the hint `hung-up`.']))

  test('if an attempt earns no hint', async () =>
    expect(
      await failures({ attempts: [{ hint: 'typo', play: playOf('$ call\nC: one') }] }),
    ).toEqual(['The attempt `typo`: it earns no hint at all.']))

  test('if an attempt is a solution', async () =>
    expect(
      await failures({ attempts: [{ hint: 'typo', play: playOf('$ call\nC: two\nC: one') }] }),
    ).toEqual(['The attempt `typo`: it does every step, so it is a solution.']))
})

const guess: PredictCard = {
  ...{ id: 'guess', kind: 'predict', ask: 'What does it say to `two`?', right: 'yes' },
  choices: [
    { id: 'yes', text: '250', because: 'So.', when: goal('two', 'TWO').when },
    { id: 'no', text: '500', because: 'So.' },
  ],
}

const withCard = (card: Card): Lesson => ({
  ...lesson,
  steps: [{ ...step(goal('one', 'ONE'), goal('two', 'TWO')), card }],
})

describe('a card', () => {
  const answered = playOf('$ call\nC: one\n? guess: no\nC: two')

  test('is answered in the solution, and what comes true is right', async () =>
    expect(await failures({ lesson: withCard(guess), solution: answered })).toEqual([]))

  test('must be answered', async () =>
    expect(await failures({ lesson: withCard(guess) })).toEqual([
      'The solution leaves the card of the step `talk` open.',
      'The card `guess` is not settled by the solution.',
    ]))

  test('is not proved if two choices come true', async () => {
    const both = guess.choices.map((choice) => ({ ...choice, when: goal('two', 'TWO').when }))
    expect(
      await failures({ lesson: withCard({ ...guess, choices: both }), solution: answered }),
    ).toEqual(['The card `guess`: when `yes` has come true, `no` has come true as well.'])
  })

  test('must be answered right where it is no prediction', async () => {
    const from = { kind: 'lines', lines: ['a', 'b', 'c'] } as const
    const words = { ask: 'Which?', because: 'So.', otherwise: 'No.', wrong: [] }
    const pick: Card = {
      ...{ id: 'guess', kind: 'pick', from, ...words, right: [{ name: 'a' }] },
    }
    const solution = playOf('$ call\nC: one\nC: two\n? guess: b\n? guess: c')
    expect(await failures({ lesson: withCard(pick), solution })).toEqual([
      'The solution never answers the card `guess` right: it is given away.',
    ])
  })

  test('is not proved if a wrong row that it knows is never there', async () => {
    const from = { kind: 'lines', lines: ['a', 'b'] } as const
    const words = { ask: 'Which?', because: 'So.', otherwise: 'No.' }
    const pick: Card = {
      ...{ id: 'guess', kind: 'pick', from, ...words, right: [{ name: 'a' }] },
      wrong: [{ name: 'c', because: 'No.' }],
    }
    const solution = playOf('$ call\nC: one\nC: two\n? guess: a')
    expect(await failures({ lesson: withCard(pick), solution })).toEqual([
      'The card `guess`: no row fits {"name":"c"}.',
    ])
  })
})

test('each alternative is played', async () =>
  expect(await failures({ alternatives: { short: playOf('$ call\nC: one') } })).toEqual([
    'The alternative `short` leaves the goal `two` open: Last, the answer to `ONE` was `250 ONE`. Still to come: `TWO`.',
  ]))

test('all is proved for each variant too', async () => {
  const variants = [{ id: 'other', swap: { two: 'three' } }]
  expect((await failures({ lesson: { ...lesson, variants } }))[0]).toBe(
    'The variant `other`: The solution: line 5: `250 TWO` was not received, but `500 three`.',
  )
})

describe('a zone lesson in its real world', () => {
  const start = sampleLesson.world.zones[0]!.text
  const zone = (...lines: readonly string[]): Play => [
    { kind: 'edit', zone: 'example.org', text: `${start}${lines.join('\n')}\n` },
  ]
  const good = '@ IN TXT "v=spf1 ip4:192.0.2.25 -all"'
  const zoneFolder: LessonFolder = {
    lesson: sampleLesson,
    solution: zone(good),
    alternatives: {},
    attempts: [
      { hint: 'everybody', play: zone('@ IN TXT "v=spf1 +all"') },
      { hint: 'no-end', play: zone('@ IN TXT "v=spf1 ip4:192.0.2.25"') },
    ],
  }
  const prove = (changes: Partial<LessonFolder> = {}) =>
    proveLesson({ ...zoneFolder, ...changes }, (opened, output) =>
      openLab(opened, { crypto: webCrypto, output }),
    )

  test('is proved, word by word', async () =>
    expect(await prove()).toMatchObject({ prefixes: 5, attempts: 2, failures: [] }))

  test('is not proved if its solution goes on behind the solution', async () =>
    expect((await prove({ solution: zone(good, '; done') })).failures).toEqual([
      `A prefix of the solution does every step already: example.org with the line \`${good}\`.`,
      'A prefix of the solution does every step already: example.org with the line `;`.',
    ]))

  test('is not proved if its solution forgets the end', async () =>
    expect((await prove({ solution: zone('@ IN TXT "v=spf1 ip4:192.0.2.25"') })).failures).toEqual([
      expect.stringMatching(
        /^The solution leaves the goal `spoofer` open: Spoofer \(203\.0\.113\.66\) gets `neutral` and should fail\. /,
      ),
    ]))

  test('is not proved if an attempt earns another hint', async () =>
    expect(
      (await prove({ attempts: [{ hint: 'no-end', play: zone('@ IN TXT "v=spf1 +all"') }] }))
        .failures,
    ).toEqual(['The attempt `no-end`: it earns the hint `everybody`.']))
})

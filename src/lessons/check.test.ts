import { describe, expect, test } from 'vitest'
import { answerCard } from './cards/card-log.ts'
import type { PredictCard } from './cards/card.ts'
import { zoneEvidence } from './testing/zone-evidence.ts'
import type { WorldEvent } from '../world/events/index.ts'
import type { World } from '../world/world.ts'
import { checkProgress, nothingRemembered, rememberNow, type Remembered } from './check.ts'
import type { Lesson, TargetedHint } from './lesson.ts'
import { evidence, senderReport, talk, type SmtpLine } from './testing/evidence.ts'
import { sampleLesson } from './testing/lesson.ts'

type Result = 'pass' | 'fail' | 'neutral' | 'none'

const seen = (own: Result, spoofer: Result) =>
  evidence({
    senders: [senderReport('Own', own, 'So it is.'), senderReport('Spoofer', spoofer, 'So it is.')],
  })

const progress = (own: Result, spoofer: Result) => checkProgress(sampleLesson, seen(own, spoofer))

test('every goal stands for itself, with its reason', () => {
  const [step] = sampleLesson.steps
  expect(progress('pass', 'none')).toEqual({
    steps: [
      {
        id: 'name-it',
        done: false,
        goals: [
          { goal: step!.goals[0], status: { met: true } },
          {
            goal: step!.goals[1],
            status: {
              met: false,
              reason: 'Spoofer (203.0.113.66) gets `none` and should fail. So it is.',
            },
          },
        ],
      },
    ],
    done: false,
    hint: undefined,
    fresh: false,
  })
})

test.each([
  ['all goals met', progress('pass', 'fail'), true, undefined],
  ['no hint fits', progress('pass', 'none'), false, undefined],
  ['a hint fits', progress('neutral', 'neutral'), false, 'no-end'],
  ['the first of the hints that fit', progress('neutral', 'pass'), false, 'everybody'],
] as const)('%s', (_, { done, hint }, isDone, id) => {
  expect(done).toBe(isDone)
  expect(hint?.id).toBe(id)
})

test('a lesson that is done gives no hint, though its condition holds', () => {
  const never = { ...sampleLesson, steps: [] }
  expect(checkProgress(never, seen('none', 'pass'))).toMatchObject({ done: true, hint: undefined })
})

/** Two steps, each with one line to say, and a hint for a refusal. */
const said = (verb: string) => ({ kind: 'command', verb, code: 250 })
const step = (id: string, verb: string) => ({
  ...{ id, title: id, html: '', after: '', ladder: [] },
  goals: [{ id, text: 'Say it.', when: said(verb) }],
})
const refused: TargetedHint = {
  ...{ id: 'refused', text: 'No.', answers: [] },
  when: { kind: 'command', at: 'last', code: '5xx' },
}
const spoken = (hint: Partial<TargetedHint> = {}): Lesson => ({
  ...sampleLesson,
  steps: [step('one', 'ONE'), step('two', 'TWO')],
  hints: [{ ...refused, ...hint }],
})

const after = (...lines: readonly SmtpLine[]) => evidence({ events: talk(lines) })
const greeting: SmtpLine = '→ 220 ready'
const one: SmtpLine = 'ONE → 250 ok'
const wrong: SmtpLine = 'TOW → 500 what?'

/** Judges after each line, as a page does. */
function follow(lesson: Lesson, lines: readonly SmtpLine[]) {
  let remembered: Remembered = nothingRemembered
  for (const [at] of lines.entries())
    remembered = rememberNow(lesson, after(...lines.slice(0, at + 1)), remembered)
  return checkProgress(lesson, after(...lines), remembered)
}

describe('a step that was done', () => {
  test('stays done, whatever follows', () => {
    const remembered = rememberNow(sampleLesson, seen('pass', 'fail'), nothingRemembered)
    const { steps } = checkProgress(sampleLesson, seen('none', 'none'), remembered)
    expect(steps[0]).toMatchObject({ done: true, goals: [{ status: { met: false } }, {}] })
  })

  test('is news until it is remembered', () => {
    expect(progress('pass', 'fail').fresh).toBe(true)
    const remembered = rememberNow(sampleLesson, seen('pass', 'fail'), nothingRemembered)
    expect(checkProgress(sampleLesson, seen('pass', 'fail'), remembered).fresh).toBe(false)
  })

  test('makes hints rest, until more happens', () => {
    const lesson = spoken({ when: said('ONE') })
    expect(follow(lesson, [greeting, one]).hint).toBeUndefined()
    expect(follow(lesson, [greeting, one, wrong]).hint?.id).toBe('refused')
  })

  test('makes hints rest already before it is remembered', () => {
    const lesson = spoken({ when: said('ONE') })
    expect(checkProgress(lesson, after(greeting, one)).hint).toBeUndefined()
  })

  test.each<[string, readonly SmtpLine[], true | undefined]>([
    ['once is not said again', [one], undefined],
    ['twice is', [one, one], true],
    ['with another argument is not', [one, 'ONE more → 250 ok'], undefined],
    ['and again is', [one, one, one], true],
    ['with another answer is not', [one, 'ONE → 550 no'], undefined],
    ['with something else is not', [one, wrong], undefined],
    ['and then something else is not', [one, one, wrong], undefined],
  ])('with a line that is said %s', (_, lines, again) => {
    expect(follow(spoken(), [greeting, ...lines]).again).toBe(again)
  })

  test('makes hints rest, until a zone is edited', () => {
    const lesson = spoken({ when: said('ONE') })
    const edited = (line: string) => {
      const { world } = zoneEvidence([line])
      const before = after(greeting, one)
      return { ...before, world: { ...before.world, zones: world.zones } as World }
    }
    const first = edited('@ TXT one')
    const remembered = rememberNow(lesson, first, nothingRemembered)
    expect(checkProgress(lesson, first, remembered).hint).toBeUndefined()
    expect(checkProgress(lesson, edited('@ TXT two'), remembered).hint?.id).toBe('refused')
  })
})

test('octets on the wire are no line that is said again, and do not hide one', () => {
  const octets = { at: 0, type: 'wire', connection: 1, from: 'client', bytes: new Uint8Array(2) }
  const done = after(greeting, one)
  const remembered = rememberNow(spoken(), done, nothingRemembered)
  const then = (...events: readonly WorldEvent[]) =>
    checkProgress(spoken(), evidence({ events: [...done.world.events, ...events] }), remembered)
  expect(then(octets as WorldEvent).again).toBeUndefined()
  expect(then(octets as WorldEvent, ...talk([one]).slice(1)).again).toBe(true)
})

test.each<[string, Partial<TargetedHint>, readonly SmtpLine[], string | undefined]>([
  ['in any step', {}, [greeting, wrong], 'refused'],
  ['during an open step', { during: ['one'] }, [greeting, wrong], 'refused'],
  ['not once that step is done', { during: ['one'] }, [greeting, one, wrong], undefined],
  ['during a later step', { during: ['two'] }, [greeting, one, wrong], 'refused'],
  ['not while another step is open', { unless: ['one'] }, [greeting, wrong], undefined],
  ['once that is done', { unless: ['one'] }, [greeting, one, wrong], 'refused'],
])('a hint shows %s', (_, hint, lines, id) => expect(follow(spoken(hint), lines).hint?.id).toBe(id))

const guess: PredictCard = {
  ...{ id: 'guess', kind: 'predict', ask: 'What does it say to TWO?', right: 'yes' },
  choices: [
    { id: 'yes', text: '250', because: 'It knows it.', when: said('TWO') },
    { id: 'no', text: '500', because: 'It knows it.' },
  ],
}

test('a step with a card is done when the card is settled too', () => {
  const [first, second] = spoken().steps
  const lesson = { ...spoken(), steps: [first!, { ...second!, card: guess }] }
  const both = after(greeting, one, 'TWO → 250 ok')
  expect(checkProgress(lesson, both).steps[1]).toMatchObject({
    done: false,
    card: { state: 'open' },
  })
  const cards = new Map([['guess', answerCard(guess, ['no'], after(greeting))]])
  const { done, steps } = checkProgress(lesson, both, { ...nothingRemembered, cards })
  expect(done).toBe(true)
  expect(steps[1]!.card).toMatchObject({ state: 'settled', right: ['yes'] })
})

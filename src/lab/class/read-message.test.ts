import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CLASS_PROTOCOL, classLimits } from './protocol.ts'
import {
  readBoardMessage,
  readStudentMessage,
  readScreenMessage,
  readStudentView,
  readTeacherMessage,
} from './read-message.ts'
import { beginRoom, hear, join, teach, type Room, type Turn } from './room.ts'
import { screenMessage } from './screen.ts'
import { boardMessage, studentView } from './views.ts'

const mistake = { kind: 'hint', cause: 'a', typed: 'b', answered: 'c', times: 1 }
const report = {
  ...{ kind: 'report', number: 1, place: { slug: 'mx', step: 'one' }, dots: ['10', ''] },
  ...{ made: 1, mistakes: [mistake] },
}
const question = { text: 'Which?', choices: ['a', 'b'], right: 1 }

test.each([
  [{ kind: 'join', version: CLASS_PROTOCOL, name: 'Ann' }],
  [report],
  [{ kind: 'answer', question: 1, choice: 0 }],
  [{ kind: 'mode', mode: 'own' }],
  [{ kind: 'leave' }],
])('a student may send %j', (message) => expect(readStudentMessage(message)).toEqual(message))

test.each([
  ['nothing', undefined],
  ['a list', []],
  ['what only a teacher may', { kind: 'send', place: { slug: 'mx' } }],
  ['a member of every object', { kind: 'constructor' }],
  ['a slug that is a path', { ...report, place: { slug: '../mx' } }],
  ['dots that are none', { ...report, dots: ['12'] }],
  ['too many dots', { ...report, dots: ['1'.repeat(classLimits.dots + 1)] }],
  ['too many steps', { ...report, dots: Array(classLimits.steps + 1).fill('1') }],
  ['too many mistakes', { ...report, mistakes: Array(classLimits.mistakes + 1).fill(mistake) }],
  ['a long line', { ...report, mistakes: [{ ...mistake, typed: 'x'.repeat(201) }] }],
  ['a negative number', { ...report, number: -1 }],
  ['a broken number', { ...report, number: 1.5 }],
  ['a long name', { kind: 'join', version: CLASS_PROTOCOL, name: 'x'.repeat(1000) }],
  ['another version', { kind: 'join', version: 99, name: '' }],
])('a student may not send %s', (_, message) =>
  expect(readStudentMessage(message)).toEqual(expect.any(String)),
)

const shows = { place: { slug: 'mx', step: 'two' }, look: {}, run: 1 }
const present = { ...shows, kind: 'present', work: { edition: 1 }, journal: [] }

test.each([
  [{ kind: 'send', place: { slug: 'mx' } }],
  [{ kind: 'follow', on: true }],
  [present],
  [
    {
      ...{ ...present, work: { edition: 1, variant: 'b' }, journal: [{ kind: 'check' }] },
      look: { slot: 'doing', panel: 'mailbox', chosen: { kind: 'mail', id: 'm' } },
    },
  ],
  [{ ...present, look: { isBlank: true } }],
  [
    {
      ...{ ...present, kind: 'go-on', from: 0, inputs: [], work: undefined, journal: undefined },
      look: { lit: { slot: 'effect', text: '250 OK', behind: 1 } },
    },
  ],
  [{ ...shows, kind: 'go-on', from: 2, inputs: [{ kind: 'type', data: 'E' }] }],
  [{ kind: 'ask', question }],
  [{ kind: 'reveal', question: 3 }],
  [{ kind: 'remove', student: 3 }],
])('a teacher may send %j', (message) => expect(readTeacherMessage(message)).toEqual(message))

test.each([
  ['one choice', { kind: 'ask', question: { text: 'x', choices: ['a'] } }],
  ['six choices', { kind: 'ask', question: { text: 'x', choices: Array(6).fill('a') } }],
  ['a right one that is not there', { kind: 'ask', question: { ...question, right: 2 } }],
  ['a journal with what is no input', { ...present, journal: [{ kind: 'eval' }] }],
  ['a world that is none', { ...present, work: { edition: 1, world: { desk: 1 } } }],
  ['a slot that is none', { ...present, look: { slot: 'wall' } }],
  ['a choice of no kind', { ...present, look: { chosen: { kind: 'toString' } } }],
  ['more keys than a class follows', { ...present, journal: Array(5001).fill({ kind: 'check' }) }],
])('a teacher may not send %s', (_, message) =>
  expect(readTeacherMessage(message)).toEqual(expect.any(String)),
)

describe('whatever comes', () => {
  const odd = fc.oneof(
    fc.anything(),
    fc.record({
      kind: fc.constantFrom(
        ...[
          'join',
          'report',
          'answer',
          'mode',
          'ask',
          'present',
          'go-on',
          'screen',
          'you',
          'board',
        ],
      ),
      ...{ look: fc.anything(), work: fc.anything(), inputs: fc.anything(), run: fc.anything() },
      ...{ version: fc.anything(), number: fc.anything(), place: fc.anything() },
      ...{ dots: fc.anything(), mistakes: fc.anything(), made: fc.anything() },
      ...{ question: fc.anything(), choice: fc.anything(), view: fc.anything() },
    }),
  )

  test('the readers say a sentence or the message, and never throw', () =>
    fc.assert(
      fc.property(odd, (value) => {
        for (const read of [
          ...[readStudentMessage, readTeacherMessage, readStudentView, readBoardMessage],
          readScreenMessage,
        ]) {
          const found = read(value)
          expect(typeof found === 'string' || found === value).toBe(true)
        }
      }),
      { numRuns: 400 },
    ))

  /** Messages that are read, some of them about what is not there. */
  const small = fc.integer({ min: 0, max: 4 })
  const place = fc.record({ slug: fc.constantFrom('mx', 'spf'), step: fc.constantFrom('a', 'b') })
  const said = fc.oneof(
    fc.record({ kind: fc.constant('answer' as const), question: small, choice: small }),
    fc.record({ kind: fc.constant('mode' as const), mode: fc.constantFrom('class', 'own') }),
    fc.record({
      ...{ kind: fc.constant('report' as const), number: small, place, made: small },
      ...{ dots: fc.array(fc.constantFrom('1', '0', '10')), mistakes: fc.constant([]) },
    }),
    fc.record({ kind: fc.constant('leave' as const) }),
  )
  const taught = fc.oneof(
    fc.record({ kind: fc.constant('send' as const), place }),
    fc.record({ kind: fc.constant('follow' as const), on: fc.boolean() }),
    fc.record({
      ...{ kind: fc.constant('present' as const), place, look: fc.constant({}), run: small },
      ...{ work: fc.constant({ edition: 1 }), journal: fc.constant([]) },
    }),
    fc.record({
      ...{ kind: fc.constant('go-on' as const), place, look: fc.constant({}), run: small },
      ...{
        from: small,
        inputs: fc.array(fc.constant({ kind: 'check' as const }), { maxLength: 3 }),
      },
    }),
    fc.constant({ kind: 'ask' as const, question }),
    fc.record({ kind: fc.constantFrom('close', 'reveal', 'clear'), question: small }),
    fc.record({ kind: fc.constant('remove' as const), student: small }),
  )
  const act: fc.Arbitrary<(room: Room) => Turn> = fc.oneof(
    fc.string().map((name) => (room: Room) => join(room, name, 1)),
    fc.tuple(small, said).map(
      ([student, message]) =>
        (room: Room) =>
          hear(room, student, message as never, 1),
    ),
    taught.map((message) => (room: Room) => teach(room, message as never)),
  )

  test('the room stays one that its pages can read, and no student sees another', () =>
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
        let room = beginRoom({ slug: 'mx' })
        for (const one of acts) {
          const turn = one(room)
          if (turn.ok) room = turn.room
        }
        expect(typeof readBoardMessage(through(boardMessage(room, 5)))).toBe('object')
        const { screen } = room
        if (screen)
          expect(typeof readScreenMessage(through(screenMessage(screen, undefined)))).toBe('object')
        for (const student of room.students.keys()) {
          const view = studentView(room, student)
          expect(typeof readStudentView(through(view))).toBe('object')
          if (view?.question?.state !== 'shown') expect(view?.question?.counts).toBe(undefined)
        }
      }),
      { numRuns: 200 },
    ))
})

const through = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

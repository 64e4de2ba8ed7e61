import { describe, expect, test } from 'vitest'
import { classLimits, type Mistake, type StudentMessage, type TeacherMessage } from './protocol.ts'
import { beginRoom, countPage, hear, join, teach, type Room, type Turn } from './room.ts'
import { boardMessage, classView, studentView } from './views.ts'

const begin = { slug: 'speak-smtp' }

/** What happened in a class, in short: `[student, message]`, or a message of the teacher's. */
type Happened =
  string | TeacherMessage | readonly [number, Exclude<StudentMessage, { kind: 'join' }>]

/** Names join; the rest is heard, a second after the other. */
function held(...all: readonly Happened[]): Room {
  let room = beginRoom(begin)
  for (const [at, one] of all.entries()) {
    const turn = turnOf(room, one, at * 1000)
    if (turn.ok) room = turn.room
  }
  return room
}

function turnOf(room: Room, one: Happened, now: number): Turn {
  if (typeof one === 'string') return join(room, one, now)
  return 'kind' in one ? teach(room, one) : hear(room, one[0], one[1], now)
}

const mistake: Mistake = {
  ...{ kind: 'hint', cause: 'helo', typed: 'HELLO', answered: 'Say EHLO.', times: 1 },
}
const report = (number: number, dots: string[], mistakes: Mistake[] = []) => ({
  kind: 'report' as const,
  ...{ number, place: { slug: 'speak-smtp', step: 'hello' } },
  ...{ dots, made: mistakes.length, mistakes },
})
const question = { text: 'Which reply?', choices: ['250', '550'], right: 1, because: 'It refuses.' }

test('students are numbered, and a name that is taken gets a number', () =>
  expect([...held('Ann', '', 'ann', 'Ann').students.values()].map(({ name }) => name)).toEqual([
    'Ann',
    '',
    'ann 2',
    'Ann 3',
  ]))

test.each([
  ['a report is shown', [report(5, ['11', '0'])], ['11', '0']],
  ['a newer one takes its place', [report(5, ['00']), report(6, ['10'])], ['10']],
  ['an older one does not', [report(6, ['10']), report(5, ['00'])], ['10']],
  ['the same one twice is the same', [report(5, ['10']), report(5, ['11'])], ['10']],
])('%s', (_, reports, dots) => {
  const room = held('Ann', ...reports.map((one) => [1, one] as const))
  expect(room.students.get(1)?.dots).toEqual(dots)
})

test('the time of the last goal is kept, and the mistakes that were made until then', () => {
  const room = held(
    'Ann',
    [1, report(1, ['00'])],
    [1, report(2, ['10'])],
    [1, report(3, ['10'], [mistake])],
  )
  expect(room.students.get(1)).toMatchObject({ progressAt: 2000, madeThen: 0, made: 1 })
  const on = hear(room, 1, report(4, ['11'], [mistake]), 9000)
  expect(on.ok && on.room.students.get(1)).toMatchObject({ progressAt: 9000, madeThen: 1 })
})

test('of a report only what belongs to it is kept', () => {
  const odd = { ...report(1, ['1'], [{ ...mistake, html: '<b>' } as Mistake]), more: 'x' }
  const room = held('Ann', [1, odd])
  expect(JSON.stringify(boardMessage(room, 0))).not.toMatch(/html|more/)
})

describe('a question', () => {
  const ask = { kind: 'ask', question } as const
  const answer = (student: number, choice: number) =>
    [student, { kind: 'answer', question: 1, choice }] as const
  const seen = (...all: readonly Happened[]) =>
    studentView(held('Ann', 'Bob', ask, ...all), 1)?.question

  test('says neither what is right nor what others chose', () =>
    expect(seen(answer(2, 0))).toEqual({
      ...{ number: 1, text: 'Which reply?', choices: ['250', '550'], state: 'open' },
    }))

  test.each([
    ['an answer is the student’s own', [answer(1, 0)], 0],
    ['it may be changed', [answer(1, 0), answer(1, 1)], 1],
    [
      'not once it is closed',
      [answer(1, 0), { kind: 'close', question: 1 } as const, answer(1, 1)],
      0,
    ],
    ['a choice that is not there is none', [answer(1, 7)], undefined],
    [
      'nor is one of another question',
      [[1, { kind: 'answer', question: 9, choice: 0 }]],
      undefined,
    ],
  ] as [string, Happened[], number | undefined][])('%s', (_, all, mine) =>
    expect(seen(...all)?.mine).toBe(mine),
  )

  test('shows counts and what is right to all, once it is revealed', () =>
    expect(seen(answer(1, 0), answer(2, 1), { kind: 'reveal', question: 1 })).toMatchObject({
      ...{ state: 'shown', mine: 0, right: 1, because: 'It refuses.', counts: [1, 1] },
    }))

  test('counts are on the board from the start, and go with a student', () => {
    const room = held('Ann', 'Bob', ask, answer(1, 0), answer(2, 0))
    expect(classView(room).question?.counts).toEqual([2, 0])
    const after = teach(room, { kind: 'remove', student: 2 })
    expect(after.ok && classView(after.room).question?.counts).toEqual([1, 0])
  })

  test('a late word about an earlier one changes nothing', () =>
    expect(held('Ann', ask, ask, { kind: 'clear', question: 1 }).question?.number).toBe(2))
})

describe('where the class goes', () => {
  const there = { slug: 'first-spf', step: 'two' }
  const shows = { place: there, look: {}, run: 7 }
  const present = { kind: 'present', ...shows, work: { edition: 1 }, journal: [] } as const
  const types = {
    ...{ kind: 'go-on' as const, ...shows, from: 0 },
    inputs: [{ kind: 'type' as const, data: 'E' }],
  }
  const placeOf = (...all: readonly Happened[]) => held('Ann', ...all).place

  test.each([
    ['at first it is at its beginning', [], { ...begin, number: 1 }],
    ['it is sent', [{ kind: 'send', place: there }], { ...there, number: 2 }],
    ['a presenter alone moves nobody', [present], { ...begin, number: 1 }],
    ['who follows goes along', [{ kind: 'follow', on: true }, present], { ...there, number: 2 }],
    ['and goes at once', [present, { kind: 'follow', on: true }], { ...there, number: 2 }],
    [
      'the same place is no other',
      [present, { kind: 'follow', on: true }, present],
      { ...there, number: 2 },
    ],
    [
      'nobody follows any longer',
      [{ kind: 'follow', on: true }, { kind: 'follow', on: false }, present],
      { ...begin, number: 1 },
    ],
  ] as [string, Happened[], object][])('%s', (_, all, place) =>
    expect(placeOf(...all)).toEqual(place),
  )

  test('keys of the presenter are for pages that follow, and for no others', () => {
    const room = held('Ann', { kind: 'follow', on: true }, present)
    const turn = teach(room, types)
    expect(turn.ok && turn.news).toEqual({ rows: [], pages: [], gone: [], screen: true })
    expect(turn.ok && turn.room.place).toEqual(room.place)
  })

  test.each([
    ['of another work', { ...types, run: 8 }, 'stale'],
    ['after some that are missing', { ...types, from: 1 }, 'stale'],
    [
      'of more than a class follows',
      { ...types, inputs: [{ kind: 'type', data: 'x'.repeat(classLimits.screen) }] },
      'large',
    ],
  ] as [string, TeacherMessage, string][])('keys %s are refused', (_, message, refusal) =>
    expect(teach(held('Ann', present), message)).toEqual({ ok: false, refusal }),
  )

  test('a page is not sent what the presenter did before it asks', () =>
    expect(studentView(held('Ann', present), 1)?.screen).toEqual({ ...there, number: 1 }))

  test('a student works alone, and comes back', () => {
    const room = held('Ann', [1, { kind: 'mode', mode: 'own' }])
    expect(studentView(room, 1)?.mode).toBe('own')
    const back = hear(room, 1, { kind: 'mode', mode: 'class' }, 0)
    expect(back.ok && studentView(back.room, 1)?.mode).toBe('class')
  })
})

describe('a full class', () => {
  const full = (): Room => {
    let room = beginRoom(begin)
    for (let at = 0; at < classLimits.students; at++) {
      const turn = join(room, '', at)
      if (turn.ok) room = turn.room
    }
    return room
  }

  test('has room where one left without having done anything', () => {
    const turn = join(full(), 'Late', 9999)
    expect(turn).toMatchObject({ ok: true, student: 501, news: { gone: [1] } })
  })

  test('has none where all are at work', () => {
    let room = full()
    for (const student of room.students.keys()) {
      const turn = countPage(room, student, 1, 0)
      if (turn.ok) room = turn.room
    }
    expect(join(room, 'Late', 9999)).toEqual({ ok: false, refusal: 'full' })
  })
})

test('who is not of the class is not heard', () =>
  expect(hear(beginRoom(begin), 7, { kind: 'leave' }, 0)).toEqual({
    ok: false,
    refusal: 'unknown',
  }))

test('a student is here as long as one of their pages is', () => {
  let room = held('Ann')
  const here = [1, 1, -1, -1].map((by) => {
    const turn = countPage(room, 1, by as 1 | -1, 0)
    if (turn.ok) room = turn.room
    return room.students.get(1)?.isHere
  })
  expect(here).toEqual([true, true, true, false])
})

import {
  CLASS_PROTOCOL,
  type BoardMessage,
  type ClassView,
  type NumberedPlace,
  type StudentQuestion,
  type StudentRow,
  type StudentView,
} from './protocol.ts'
import type { AskedQuestion, Room, Student } from './room.ts'
import type { Screen } from './screen.ts'

/** What a student's page may know: nothing of the others, and what is right only once it is shown. */
export function studentView(room: Room, student: number): StudentView | undefined {
  const one = room.students.get(student)
  if (!one) return undefined
  const { place, follows, screen, question } = room
  return {
    ...{ kind: 'you', version: CLASS_PROTOCOL, turn: room.turn, student, name: one.name },
    ...{ mode: one.mode, report: one.report, follows },
    ...(place && { place }),
    ...(screen && { screen: placed(screen) }),
    ...(question && { question: asStudentSees(question, student) }),
  }
}

function asStudentSees(question: AskedQuestion, student: number): StudentQuestion {
  const { number, text, choices, state, right, because, answers } = question
  const mine = answers.get(student)
  return {
    ...{ number, text, choices, state },
    ...(mine !== undefined && { mine }),
    ...(state === 'shown' && {
      ...(right !== undefined && { right }),
      ...(because !== undefined && { because }),
      counts: countsOf(question),
    }),
  }
}

/** How many chose each. */
function countsOf({ choices, answers }: AskedQuestion): number[] {
  const counts = choices.map(() => 0)
  for (const choice of answers.values()) counts[choice] = (counts[choice] ?? 0) + 1
  return counts
}

/** The whole class, as its board shows it. */
export function classView({ place, follows, screen, question }: Room): ClassView {
  return {
    follows,
    ...(place && { place }),
    ...(screen && { screen: placed(screen) }),
    ...(question && { question: { ...withoutAnswers(question), counts: countsOf(question) } }),
  }
}

const placed = ({ slug, step, number }: Screen): NumberedPlace => ({
  ...{ slug, number },
  ...(step !== undefined && { step }),
})

const withoutAnswers = ({ answers: _, ...question }: AskedQuestion) => question

const rowOf = ({ report: _, pages: _p, leftAt: _l, ...row }: Student): StudentRow => row

/** All of a class, or what of it changed. @param only Students whose rows are wanted; all by default. */
export function boardMessage(
  room: Room,
  now: number,
  only?: { readonly rows: Iterable<number>; readonly gone: readonly number[] },
): BoardMessage {
  const wanted = only ? [...only.rows] : [...room.students.keys()]
  return {
    ...{ kind: 'board', version: CLASS_PROTOCOL, part: only ? 'news' : 'all', now },
    view: classView(room),
    students: wanted.flatMap((student) => {
      const one = room.students.get(student)
      return one ? [rowOf(one)] : []
    }),
    gone: only?.gone ?? [],
  }
}

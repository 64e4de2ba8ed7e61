import { isDone, metIn } from './dots.ts'
import { cleanName, uniqueName } from './names.ts'
import { goneOn, placeOf, presentedScreen, type Screen, type ScreenRefusal } from './screen.ts'
import {
  classLimits,
  type ClassPlace,
  type NumberedPlace,
  type Question,
  type QuestionState,
  type ReportMessage,
  type StudentMessage,
  type StudentMode,
  type StudentRow,
  type TeacherMessage,
} from './protocol.ts'

/** A student, as the room knows them. */
export interface Student extends StudentRow {
  /** Of the newest report; 0 before the first. */
  readonly report: number
  /** How many of its pages are open. */
  readonly pages: number
  /** When its last page went, or it joined; in milliseconds. */
  readonly leftAt: number
}

export interface AskedQuestion extends Question {
  readonly number: number
  readonly state: QuestionState
  /** Places of choices, by student. */
  readonly answers: ReadonlyMap<number, number>
}

/** A class, as a value. It is kept in memory alone, and holds no more than was sent. */
export interface Room {
  readonly students: ReadonlyMap<number, Student>
  /** The number that the next student gets. */
  readonly next: number
  readonly place?: NumberedPlace
  readonly follows: boolean
  readonly screen?: Screen
  readonly question?: AskedQuestion
  /** How many questions were asked. */
  readonly asked: number
  /** Rises with all that happens. */
  readonly turn: number
}

/** A class before anybody has come. @param begin Where it goes first. */
export const beginRoom = (begin: ClassPlace): Room => ({
  ...{ students: new Map(), next: 1, follows: false, asked: 0, turn: 0 },
  place: { ...placeOf(begin), number: 1 },
})

/** Who has to hear of it. */
export interface News {
  /** Students whose row on the board is another. */
  readonly rows: readonly number[]
  /** Students whose own page has something to show; `all` of them. */
  readonly pages: readonly number[] | 'all'
  /** Students that are no longer there. */
  readonly gone: readonly number[]
  /** Whether pages that follow the presenter have something to hear. */
  readonly screen?: true
}

const nothing: News = { rows: [], pages: [], gone: [] }

/** Why nothing was done. */
export type Refusal = 'full' | 'unknown' | 'closed' | ScreenRefusal

export type Turn =
  | { readonly ok: true; readonly room: Room; readonly news: News; readonly student?: number }
  | { readonly ok: false; readonly refusal: Refusal }

const refused = (refusal: Refusal): Turn => ({ ok: false, refusal })

/** Someone joins. Where the class is full, a student that did nothing and is gone makes room. @param now Milliseconds. */
export function join(room: Room, wished: string, now: number): Turn {
  const students = new Map(room.students)
  const leaver = students.size < classLimits.students ? undefined : idlest(room)
  if (students.size >= classLimits.students && leaver === undefined) return refused('full')
  if (leaver !== undefined) students.delete(leaver)
  const student = room.next
  students.set(student, {
    ...{ student, name: uniqueName(cleanName(wished), students.values()) },
    ...{ isHere: false, pages: 0, leftAt: now, mode: 'class', report: 0 },
    ...{ dots: [], made: 0, mistakes: [], progressAt: now, madeThen: 0 },
  })
  const news = { ...nothing, rows: [student], gone: leaver === undefined ? [] : [leaver] }
  return { ok: true, room: { ...room, students, next: student + 1 }, news, student }
}

/** The one that is gone for the longest time of those that never did anything. */
const idlest = ({ students }: Room): number | undefined =>
  [...students.values()]
    .filter(({ isHere, report }) => !isHere && report === 0)
    .toSorted((a, b) => a.leftAt - b.leftAt)[0]?.student

/** A page of a student opens (1) or goes (-1). */
export function countPage(room: Room, student: number, by: 1 | -1, now: number): Turn {
  return changed(room, student, (one) => {
    const pages = Math.max(0, one.pages + by)
    return { ...one, pages, isHere: pages > 0, leftAt: now }
  })
}

/** What a student's page sends, once the student is known. */
export function hear(
  room: Room,
  student: number,
  message: Exclude<StudentMessage, { kind: 'join' }>,
  now: number,
): Turn {
  switch (message.kind) {
    case 'report':
      return changed(room, student, (one) => reported(one, message, now))
    case 'mode':
      return changed(room, student, (one) => ({ ...one, mode: asMode(message.mode) }), [student])
    case 'answer':
      return answered(room, student, message)
    case 'leave':
      return removed(room, student)
  }
}

/** What the teacher does. */
export function teach(room: Room, message: TeacherMessage): Turn {
  switch (message.kind) {
    case 'send':
      return toAll({ ...room, place: nextPlace(room, message.place) })
    case 'follow':
      return toAll({
        ...room,
        follows: message.on,
        ...(message.on && room.screen && { place: nextPlace(room, room.screen) }),
      })
    case 'present':
      return shown(room, presentedScreen(message))
    case 'go-on':
      return shown(room, goneOn(room.screen, message))
    case 'ask':
      return toAll({
        ...room,
        asked: room.asked + 1,
        question: asked(message.question, room.asked + 1),
      })
    case 'remove':
      return removed(room, message.student)
    default:
      return toAll(judged(room, message))
  }
}

const toAll = (room: Room): Turn => ({ ok: true, room, news: { ...nothing, pages: 'all' } })

function changed(
  room: Room,
  student: number,
  change: (before: Student) => Student,
  pages: readonly number[] = [],
): Turn {
  const before = room.students.get(student)
  if (!before) return refused('unknown')
  const students = new Map(room.students).set(student, change(before))
  return { ok: true, room: { ...room, students }, news: { ...nothing, rows: [student], pages } }
}

function removed(room: Room, student: number): Turn {
  if (!room.students.has(student)) return refused('unknown')
  const students = new Map(room.students)
  students.delete(student)
  const { question, ...rest } = room
  const answers = new Map(question?.answers)
  answers.delete(student)
  const after = { ...rest, students, ...(question && { question: { ...question, answers } }) }
  return { ok: true, room: after, news: { ...nothing, gone: [student], pages: [student] } }
}

const asMode = (mode: StudentMode): StudentMode => (mode === 'own' ? 'own' : 'class')

/** A report is all that a page knows; one that is not newer changes nothing. */
function reported(before: Student, message: ReportMessage, now: number): Student {
  const { number, place, dots, made } = message
  if (number <= before.report) return before
  const mistakes = message.mistakes.map(({ kind, cause, typed, answered, times }) => ({
    ...{ kind, cause, typed, answered, times },
  }))
  const isOther = before.place?.slug !== place.slug
  const isFurther = isOther || metIn(dots) > metIn(before.dots) || isDone(dots)
  return {
    ...before,
    ...{ report: number, place: placeOf(place), dots: [...dots], made, mistakes },
    progressAt: isFurther ? now : before.progressAt,
    madeThen: isFurther ? made : Math.min(made, before.madeThen),
  }
}

const nextPlace = ({ place }: Room, there: ClassPlace): NumberedPlace => ({
  ...placeOf(there),
  number: (place?.number ?? 0) + 1,
})

/** The presenter shows something. Where the class follows, it goes where the presenter is. */
function shown(room: Room, shows: Screen | ScreenRefusal): Turn {
  if (typeof shows === 'string') return refused(shows)
  const { screen: before, place } = room
  const isMoved = !isSamePlace(before, shows)
  const isSame = !isMoved && before?.run === shows.run
  const number = (before?.number ?? 0) + (isSame ? 0 : 1)
  const after: Room = {
    ...{ ...room, screen: { ...shows, number } },
    ...(room.follows && !isSamePlace(place, shows) && { place: nextPlace(room, shows) }),
  }
  // Keys are for those alone that follow.
  const pages = isSame ? [] : ('all' as const)
  return { ok: true, room: after, news: { ...nothing, pages, screen: true } }
}

const isSamePlace = (a: ClassPlace | undefined, b: ClassPlace): boolean =>
  a?.slug === b.slug && a.step === b.step

const asked = ({ text, choices, right, because }: Question, number: number): AskedQuestion => ({
  ...{ number, text, choices: [...choices], state: 'open', answers: new Map() },
  ...(right !== undefined && { right }),
  ...(because !== undefined && { because }),
})

/** Closes a question, shows what is right, or takes it away. Another one than the last is gone already. */
function judged(
  room: Room,
  { kind, question: number }: Extract<TeacherMessage, { question: number }>,
): Room {
  const { question, ...rest } = room
  if (question?.number !== number) return room
  if (kind === 'clear') return rest
  return { ...room, question: { ...question, state: kind === 'close' ? 'closed' : 'shown' } }
}

function answered(
  room: Room,
  student: number,
  { question: number, choice }: Extract<StudentMessage, { kind: 'answer' }>,
): Turn {
  const { question } = room
  if (!room.students.has(student)) return refused('unknown')
  if (question?.number !== number || question.state !== 'open') return refused('closed')
  if (choice >= question.choices.length) return refused('unknown')
  const answers = new Map(question.answers).set(student, choice)
  return {
    ok: true,
    room: { ...room, question: { ...question, answers } },
    news: { ...nothing, pages: [student] },
  }
}

import { isObject } from '../../core/text/is-object.ts'
import {
  isCount,
  isFlag,
  listOf,
  objectOf,
  oneOf,
  optional,
  wrongField,
  type Fields,
} from '../field-checks.ts'
import {
  isBoardQuestion,
  isDots,
  isInputs,
  isLook,
  isMistakes,
  isMode,
  isNumberedPlace,
  isPlace,
  isQuestion,
  isRow,
  isScreenWork,
  isStudentQuestion,
  listUpTo,
  textUpTo,
} from './checks.ts'
import {
  CLASS_PROTOCOL,
  classLimits as most,
  type BoardMessage,
  type ScreenMessage,
  type StudentMessage,
  type StudentView,
  type TeacherMessage,
} from './protocol.ts'

/** A message, or a sentence where it is none that this version knows. */
type Reading<Message> = Message | string

const studentFields: Readonly<Record<StudentMessage['kind'], Fields>> = {
  join: { version: isCount, name: textUpTo(most.name * 4) },
  report: {
    ...{ number: isCount, place: isPlace, dots: isDots },
    ...{ made: isCount, mistakes: isMistakes },
  },
  answer: { question: isCount, choice: isCount },
  mode: { mode: isMode },
  leave: {},
}

const teacherFields: Readonly<Record<TeacherMessage['kind'], Fields>> = {
  send: { place: isPlace },
  follow: { on: isFlag },
  present: {
    ...{ place: isPlace, look: isLook, run: isCount },
    ...{ work: isScreenWork, journal: isInputs },
  },
  'go-on': { place: isPlace, look: isLook, run: isCount, from: isCount, inputs: isInputs },
  ask: { question: isQuestion },
  close: { question: isCount },
  reveal: { question: isCount },
  clear: { question: isCount },
  remove: { student: isCount },
}

/** Reads what a student's page sends. Never throws. */
export const readStudentMessage = (value: unknown): Reading<StudentMessage> =>
  read<StudentMessage>(value, studentFields)

/** Reads what a teacher's page sends. Never throws. */
export const readTeacherMessage = (value: unknown): Reading<TeacherMessage> =>
  read<TeacherMessage>(value, teacherFields)

/** Reads what the room says to a student. Never throws. */
export const readStudentView = (value: unknown): Reading<StudentView> =>
  read<StudentView>(value, {
    you: {
      ...{ version: isCount, turn: isCount, student: isCount, name: textUpTo(most.name * 4) },
      ...{ mode: isMode, report: isCount, follows: isFlag },
      ...{ place: optional(isNumberedPlace), screen: optional(isNumberedPlace) },
      question: optional(isStudentQuestion),
    },
  })

/** Reads what the room says to a page that follows the presenter. Never throws. */
export const readScreenMessage = (value: unknown): Reading<ScreenMessage> =>
  read<ScreenMessage>(value, {
    screen: {
      ...{ version: isCount, place: isPlace, look: isLook, run: isCount, count: isCount },
      ...{ work: optional(isScreenWork), from: isCount, inputs: isInputs },
    },
  })

/** Reads what the room says to a board. Never throws. */
export const readBoardMessage = (value: unknown): Reading<BoardMessage> =>
  read<BoardMessage>(value, {
    board: {
      ...{ version: isCount, part: oneOf('all', 'news'), now: isCount },
      view: objectOf({
        ...{ place: optional(isNumberedPlace), follows: isFlag },
        ...{ screen: optional(isNumberedPlace), question: optional(isBoardQuestion) },
      }),
      ...{ students: listUpTo(most.students, isRow), gone: listOf(isCount) },
    },
  })

function read<Message extends { readonly kind: string }>(
  value: unknown,
  kinds: Readonly<Record<string, Fields>>,
): Reading<Message> {
  if (!isObject(value) || typeof value['kind'] !== 'string') return 'This is no message of a class.'
  const { kind, version = CLASS_PROTOCOL } = value
  if (!Object.hasOwn(kinds, kind)) return `A class has no message “${kind.slice(0, 40)}” here.`
  if (version !== CLASS_PROTOCOL)
    return `This side speaks version ${CLASS_PROTOCOL} of the class protocol, and the other another one: reload the page.`
  const wrong = wrongField(value, kinds[kind]!)
  return wrong === undefined
    ? (value as unknown as Message)
    : `The field “${wrong}” of the message “${kind}” is not what it should be.`
}

/**
 * What pages and the server of a class say to each other: JSON, each message with a `kind`. What a page
 * reports is the whole of what it knows, with a number that rises, so that it may be sent again.
 */
export const CLASS_PROTOCOL = 1

/** Where the room of a class is asked, from the root of its server. */
export const ROOM = '/class/room/'

/** What a class may hold. Limits of ours: lengths in characters, sizes in octets. */
export const classLimits = {
  students: 500,
  name: 24,
  /** Octets of what a student's page sends, and of what the teacher's sends. */
  report: 16 * 1024,
  teach: 96 * 1024,
  mistakes: 12,
  cause: 120,
  typed: 200,
  answered: 300,
  steps: 60,
  /** Dots of one step. */
  dots: 40,
  choices: 5,
  question: 400,
  choice: 240,
  /** Characters of a link to what the presenter sees. */
  link: 64 * 1024,
}

/** A lesson, and a step of it. */
export interface ClassPlace {
  readonly slug: string
  readonly step?: string
}

/**
 * What answered a mistake: a hint of the lesson, a finding in a zone, a server's refusal, or the
 * simulation, after a wrong guess.
 */
export const mistakeKinds = ['hint', 'finding', 'reply', 'guess'] as const

/** Something that was typed or guessed and did not do. */
export interface Mistake {
  readonly kind: (typeof mistakeKinds)[number]
  /** The same for the same mistake, for each student: a hint's id, a rule's code, a reply's code and verb. */
  readonly cause: string
  readonly typed: string
  /** What the page said. */
  readonly answered: string
  readonly times: number
}

export interface JoinMessage {
  readonly kind: 'join'
  readonly version: number
  /** To be shown on the board; may be empty. */
  readonly name: string
}

export interface ReportMessage {
  readonly kind: 'report'
  /** Rises with each report of a student; one that is not greater than the last is old. */
  readonly number: number
  readonly place: ClassPlace
  /** A text a step, a character a goal or card of it: `1` met, `0` open. */
  readonly dots: readonly string[]
  /** How many mistakes were made in all. */
  readonly made: number
  /** The newest of them, oldest first. */
  readonly mistakes: readonly Mistake[]
}

/** Whether a student goes where the class goes. */
export type StudentMode = 'class' | 'own'

export type StudentMessage =
  | JoinMessage
  | ReportMessage
  | { readonly kind: 'answer'; readonly question: number; readonly choice: number }
  | { readonly kind: 'mode'; readonly mode: StudentMode }
  | { readonly kind: 'leave' }

/** A question that the teacher asks. */
export interface Question {
  readonly text: string
  readonly choices: readonly string[]
  /** The place of the right choice; absent where there is none. */
  readonly right?: number
  /** Why it is right: read once it is shown. */
  readonly because?: string
}

export type TeacherMessage =
  | { readonly kind: 'send'; readonly place: ClassPlace }
  | { readonly kind: 'follow'; readonly on: boolean }
  | {
      readonly kind: 'present'
      readonly place: ClassPlace
      /** The presenter's work, as a link carries it. */
      readonly link?: string
    }
  | { readonly kind: 'ask'; readonly question: Question }
  | { readonly kind: 'close' | 'reveal' | 'clear'; readonly question: number }
  | { readonly kind: 'remove'; readonly student: number }

/** `open`: answers may change; `shown`: the right choice and the counts are seen by all. */
export const questionStates = ['open', 'closed', 'shown'] as const
export type QuestionState = (typeof questionStates)[number]

/** Where the class goes; its number rises each time. */
export interface NumberedPlace extends ClassPlace {
  readonly number: number
}

/** A question as a student sees it. */
export interface StudentQuestion {
  readonly number: number
  readonly text: string
  readonly choices: readonly string[]
  readonly state: QuestionState
  /** The student's own answer. */
  readonly mine?: number
  readonly right?: number
  readonly because?: string
  readonly counts?: readonly number[]
}

/** All that the room says to a student's page; the newest takes the place of the one before. */
export interface StudentView {
  readonly kind: 'you'
  readonly version: number
  /** Rises with all that happens in the room: a view with a lower one is old. */
  readonly turn: number
  /** Counts the students from 1. */
  readonly student: number
  readonly name: string
  readonly mode: StudentMode
  /** The number of the newest report that is known; 0 before the first. */
  readonly report: number
  readonly place?: NumberedPlace
  /** Whether the class follows the presenter. */
  readonly follows: boolean
  /** What the presenter shows. */
  readonly screen?: NumberedPlace
  readonly question?: StudentQuestion
}

/** A student as the board shows it. Times in milliseconds since 1970, by the server's clock. */
export interface StudentRow {
  readonly student: number
  readonly name: string
  readonly isHere: boolean
  readonly mode: StudentMode
  readonly place?: ClassPlace
  readonly dots: readonly string[]
  readonly made: number
  readonly mistakes: readonly Mistake[]
  /** When a goal was met last, or the lesson was begun. */
  readonly progressAt: number
  /** How many mistakes had been made then. */
  readonly madeThen: number
}

/** What the board shows of the whole class. */
export interface ClassView {
  readonly place?: NumberedPlace
  readonly follows: boolean
  readonly screen?: NumberedPlace
  readonly question?: BoardQuestion
}

export interface BoardQuestion extends Question {
  readonly number: number
  readonly state: QuestionState
  /** How many students chose each. */
  readonly counts: readonly number[]
}

/** What the room says to a board: all of it at first, then what changed. */
export interface BoardMessage {
  readonly kind: 'board'
  readonly version: number
  /** `all`: what the board had before is gone. */
  readonly part: 'all' | 'news'
  /** The server's clock. */
  readonly now: number
  readonly view: ClassView
  readonly students: readonly StudentRow[]
  /** Students that are no longer of the class. */
  readonly gone: readonly number[]
}

/** What a class knows of itself: where its links lead and what it begins with. */
export interface ClassFacts {
  /** Addresses of the page that students join at, the best one first. */
  readonly links: readonly string[]
  readonly begin: ClassPlace
  /** The path that the class takes; absent where it has none. */
  readonly path?: string
}

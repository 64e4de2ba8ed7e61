import type { LabInput } from '../lab.ts'
import type { OwnWorld } from '../own-world/own-world.ts'

/**
 * What pages and the server of a class say to each other: JSON, each message with a `kind`. What a page
 * reports is the whole of what it knows, with a number that rises, so that it may be sent again.
 */
export const CLASS_PROTOCOL = 3

/** Where the room of a class is asked, from the root of its server. */
export const ROOM = '/class/room/'

/** What a class may hold. Limits of ours: lengths in characters, sizes in octets. */
export const classLimits = {
  students: 500,
  name: 24,
  /** Octets of what a student's page sends, and of what the teacher's sends. */
  report: 16 * 1024,
  teach: 1536 * 1024,
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
  /** Inputs of the presenter's work, and their characters as JSON. */
  inputs: 5000,
  screen: 1024 * 1024,
  /** The newest inputs that are kept one by one, for pages that were away for a moment. */
  recent: 400,
  /** What a message that is looked at is named by. */
  screenName: 400,
  /** What of a lit thing names it. */
  lit: 160,
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

/** The lab that the presenter shows, apart from its journal. */
export interface ScreenWork {
  readonly edition: number
  readonly variant?: string
  /** The sandbox's world, where it was changed. */
  readonly world?: OwnWorld
}

/** What the presenter's page shows of its lab. */
export interface ScreenLook {
  /** The slot that the hall sees; absent where it sees all of them. */
  readonly slot?: ScreenSlot
  /** The panel of effects that is open. */
  readonly panel?: string
  /** The message that is looked at. */
  readonly chosen?: ScreenChoice
  /** Whether the hall sees nothing for now. */
  readonly isBlank?: boolean
  /** What the spotlight is on. */
  readonly lit?: ScreenLight
}

/** A line, a row or a paragraph that is lit. Screens differ in size, so it is named by what it says. */
export interface ScreenLight {
  readonly slot: ScreenSlot
  /** Its text, in one line; its beginning where it is long. */
  readonly text: string
  /** How many things of the slot with this text stand behind it. */
  readonly behind: number
}

export const screenSlots = ['step', 'doing', 'effect'] as const
export type ScreenSlot = (typeof screenSlots)[number]

export type ScreenChoice =
  | { readonly kind: 'mail'; readonly id: string }
  | { readonly kind: 'message'; readonly mailbox: string; readonly id: string }
  | { readonly kind: 'connection'; readonly connection: number }

/** The presenter shows other work than before, whole. */
export interface PresentMessage {
  readonly kind: 'present'
  readonly place: ClassPlace
  readonly look: ScreenLook
  /** A number of the page's choice, another one for each work: what is done in it is counted from 0. */
  readonly run: number
  readonly work: ScreenWork
  readonly journal: readonly LabInput[]
}

/** The presenter goes on. A message that comes twice changes nothing. */
export interface GoOnMessage {
  readonly kind: 'go-on'
  readonly place: ClassPlace
  readonly look: ScreenLook
  readonly run: number
  /** How many inputs of the run came before these. */
  readonly from: number
  readonly inputs: readonly LabInput[]
}

export type TeacherMessage =
  | { readonly kind: 'send'; readonly place: ClassPlace }
  | { readonly kind: 'follow'; readonly on: boolean }
  | PresentMessage
  | GoOnMessage
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

/** How far a page has followed the presenter. */
export interface ScreenPosition {
  readonly run: number
  /** Inputs of the run that it has. */
  readonly count: number
}

/**
 * What the room says to a page that follows the presenter: with `work` all of it, in place of what was
 * there; else what came since its position.
 */
export interface ScreenMessage extends ScreenPosition {
  readonly kind: 'screen'
  readonly version: number
  readonly place: ClassPlace
  readonly look: ScreenLook
  readonly work?: ScreenWork
  /** How many inputs of the run came before these; with `work` they are the whole journal. */
  readonly from: number
  readonly inputs: readonly LabInput[]
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

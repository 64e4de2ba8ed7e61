/** What became of one play that was handed in. Plain data: it is printed, drawn, and written as CSV and JUnit. */
export interface GradeReport {
  /** The name of its file. */
  readonly file: string
  /** Whose it is, as they say; empty where nothing could be read. */
  readonly name: string
  /** Absent where the file could not be read. */
  readonly lesson?: GradedLesson
  /** When it was handed in, as an ISO date by its learner's clock; absent where the file could not be read. */
  readonly made?: string
  /** When its first input was made, by the same clock; absent where that was not noted. */
  readonly began?: string
  /**
   * `done`: each step, and nothing speaks against it. `open`: not each step. `doubted`: it is not believed.
   * `unread`: it is no submission.
   */
  readonly result: 'done' | 'open' | 'doubted' | 'unread'
  /** Why it is not believed or could not be read; empty otherwise. */
  readonly doubts: readonly Doubt[]
  /** What a teacher may want to look at; it decides nothing. */
  readonly notes: readonly Note[]
  /** The times of its inputs as a text: no two people have the same. Absent where too few are known. */
  readonly print?: string
  /** What the replay showed; absent where nothing could be replayed. */
  readonly work?: GradedWork
}

export interface GradedLesson {
  readonly slug: string
  /** Its slug where there is no such lesson here. */
  readonly title: string
  readonly edition: number
  /** The variant that was played; the lesson itself if absent. */
  readonly variant?: string
}

/** Why a submission is not believed. */
export interface Doubt {
  readonly kind:
    /** It is none, or was cut off. */
    | 'unread'
    /** Its digest is of another record. */
    | 'damaged'
    /** What stands before the record is not what is in it. */
    | 'head'
    /** There is no such lesson, edition or variant here. */
    | 'lesson'
    | 'edition'
    | 'variant'
    /** The variant is not the one of this name in this class. */
    | 'name'
    /** An input is of no page: for a zone, a card or a device that the lesson does not have. */
    | 'input'
    /** An input cannot be done again. */
    | 'broken'
    /** Doing it again takes longer than it may. */
    | 'late'
    /** The page says of a step that it is done, and the replay does not. */
    | 'claim'
    /** Its times do not fit its inputs, its dates, or each other. */
    | 'times'
  /** A sentence. */
  readonly text: string
  /** Of the file, from 1. */
  readonly line?: number
  /** Of the journal, from 1. */
  readonly input?: number
}

export interface Note {
  readonly kind:
    /** Another submission has the same times: one is a copy of the other. */
    | 'same'
    /** Some inputs have no time, or all. */
    | 'no-times'
    | 'no-track'
  /** A sentence. */
  readonly text: string
}

export interface GradedWork {
  /** In the order of the lesson. */
  readonly steps: readonly GradedStep[]
  /** Targeted hints that came up, and so the mistakes behind them; the most frequent first. */
  readonly mistakes: readonly GradedMistake[]
  /** Lines entered, texts edited, mails sent and devices used. */
  readonly attempts: number
  /** Minutes at work: what passed between two inputs counts up to `IDLE`. Undefined where no times are known. */
  readonly minutes?: number
  /** What was pasted from elsewhere, as the page noted it. */
  readonly pastes: readonly GradedPaste[]
  /** How many steps of the ladders of hints were opened, as the page noted it. */
  readonly hints: number
}

export interface GradedStep {
  readonly id: string
  readonly title: string
  readonly done: boolean
  /** When, in milliseconds after the work began; undefined where that is not known. */
  readonly at?: number
  readonly goals: readonly GradedGoal[]
  readonly card?: GradedCard
  /** Whether the last hint was opened, which is the line itself. */
  readonly wasShown: boolean
}

export interface GradedGoal {
  readonly id: string
  readonly text: string
  readonly met: boolean
  /** As of a step. */
  readonly at?: number
}

export interface GradedCard {
  readonly kind: 'predict' | 'pick' | 'mark' | 'order' | 'sort' | 'grid'
  /** What its first answer was. `unknown`: its outcome was not seen. */
  readonly first: 'right' | 'wrong' | 'unknown' | 'none'
  readonly tries: number
}

export interface GradedMistake {
  /** Of the hint that answers it. */
  readonly id: string
  /** What the hint says. */
  readonly text: string
  readonly times: number
}

export interface GradedPaste {
  /** In milliseconds after the work began. */
  readonly at: number
  /** Characters of it. */
  readonly size: number
  /** Its beginning. */
  readonly text: string
}

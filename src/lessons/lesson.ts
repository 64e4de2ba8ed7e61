import type { WorldSpec } from '../world/spec.ts'
import type { Card } from './cards/card.ts'
import type { Condition } from './condition.ts'

export type { Condition } from './condition.ts'

/** A lesson as a page carries it: prose already rendered, everything else as data. */
export interface Lesson {
  /** `speak-smtp`: the folder's name without its number; stable, part of the URL. */
  readonly slug: string
  readonly module: { readonly number: number; readonly slug: string; readonly title: string }
  readonly number: number
  /** The language of its texts, `de`; English where absent, also where a translation was asked for and is not there. */
  readonly language?: string
  readonly title: string
  /** What the learner can do afterwards, in one line. */
  readonly objective: string
  readonly minutes: number
  /** The belief that the lesson corrects, as a learner would put it. */
  readonly misconception: string
  /** Slugs of lessons that teach what this one uses; each comes before it. */
  readonly needs?: readonly string[]
  /**
   * Rises when the world changes so much that work on an earlier edition can't be done again; 1 by
   * default.
   */
  readonly edition: number
  /** The parts of the lesson, in order; none in the sandbox. */
  readonly steps: readonly Step[]
  /** Two questions and what they come to, read when every step is done; HTML. */
  readonly debrief: string
  /** What a presenter may want to know; HTML. */
  readonly notes: string
  readonly panels: readonly PanelName[]
  /** How much of the desk's height the doing takes beside the effect, in percent; 55 by default. */
  readonly doing: number
  /** The host the terminal stands on, where there is one. */
  readonly terminal?: LessonTerminal
  readonly world: WorldSpec
  /** Its world is the learner's own: it is checked where it opens. */
  readonly isOwn?: true
  /**
   * Seconds of the world that have gone by when the lesson opens: what the plan has until then has
   * happened. 0 by default.
   */
  readonly opensAfter?: number
  /** Shown when their condition holds. In order of precedence. */
  readonly hints: readonly TargetedHint[]
  /** The same lesson with other names, addresses or faults. */
  readonly variants: readonly Variant[]
  /** What of it a seed does not change, and why; all three kinds where it cannot be cast anew. */
  readonly cast?: CastLimits
}

/** `people`: given names and their mailboxes. `domains`: example.org and its like. `networks`: those of documentation. */
export const castKinds = ['people', 'domains', 'networks'] as const

export interface CastLimits {
  readonly keeps: readonly (typeof castKinds)[number][]
  /** A sentence for the next author. */
  readonly why: string
}

export interface LessonTerminal {
  /** The host that it stands on. */
  readonly host: string
  /** What may be typed; a step may have its own. */
  readonly suggestions: readonly string[]
  /** A command line that runs when the lesson opens: the learner finds its program under way. */
  readonly run?: string
  /** Whether the learner may open more terminals beside it, on any host. */
  readonly several?: true
}

/** One idea: a problem, something to do, and what it was about. */
export interface Step {
  readonly id: string
  readonly title: string
  /** What is read first: the problem; HTML. */
  readonly html: string
  /** What is read once the question is settled: the explanation; HTML, often empty. */
  readonly after: string
  readonly goals: readonly Goal[]
  readonly card?: Card
  /** From a nudge to the line itself: three. */
  readonly ladder: readonly string[]
  /** What may be said here, in place of the terminal's own list. */
  readonly suggestions?: readonly string[]
  /**
   * Rules that would answer what is asked here: their findings are not shown while the step is open.
   * Goals and hints know them all the same.
   */
  readonly quiet?: readonly string[]
  /**
   * What the step speaks of: it is chosen when the step is opened. A message by its id, and a document by its
   * origin or file.
   */
  readonly show?: { readonly mail?: string; readonly document?: string }
  /** The panel of the effect that is seen once the step’s guess is made, until another is chosen. */
  readonly opens?: PanelName
  /** Terms that its prose does not explain, where a card would answer what is asked. */
  readonly terms?: TermSwitch
}

/** `off`: no term of a step is marked; or the ids of those that are not. */
export type TermSwitch = 'off' | { readonly off: readonly string[] }

/** Texts that take the place of others all over the lesson, in its zones and in its solutions. */
export interface Variant {
  readonly id: string
  /** Whole words, by the word that they take the place of. */
  readonly swap: Readonly<Record<string, string>>
}

/** Every goal of a lesson, step by step. */
export const goalsOf = ({ steps }: Pick<Lesson, 'steps'>): readonly Goal[] =>
  steps.flatMap(({ goals }) => goals)

/** Every card of a lesson, step by step. */
export const cardsOf = ({ steps }: Pick<Lesson, 'steps'>): readonly Card[] =>
  steps.flatMap(({ card }) => card ?? [])

export const panelNames = [
  'terminal',
  'zone',
  'envelope',
  'mailbox',
  'readers',
  'asked',
  'published',
  'senders',
  'mails',
  'delivery',
  'wire',
  'time',
  'devices',
  'numbers',
  'map',
] as const

export type PanelName = (typeof panelNames)[number]

export interface Goal {
  readonly id: string
  /** What to bring about, in the imperative. May hold backticks. */
  readonly text: string
  readonly when: Condition
}

export interface TargetedHint {
  readonly id: string
  readonly text: string
  readonly when: Condition
  /** Steps in which it may show, while they are not done; all by default. */
  readonly during?: readonly string[]
  /** Steps that ask for what would be a mistake later: it stays away while one of them is open. */
  readonly unless?: readonly string[]
  /** Kinds of mistake that it answers, for the proof: names of `src/build/lessons/mutants/`. */
  readonly answers: readonly string[]
}

import type { CardProgress } from './cards/card.ts'
import { cardProgress, lookAtOutcome, type CardLog } from './cards/card-log.ts'
import type { Evidence, GoalStatus } from './evidence.ts'
import { judge } from './goals/index.ts'
import { pointOf, isStillAt, saysItAgain, type WorldPoint } from './world-point.ts'
import type { Goal, Lesson, Step, TargetedHint } from './lesson.ts'

export interface Progress {
  readonly steps: readonly StepProgress[]
  /** Whether every step is done. */
  readonly done: boolean
  /** The first targeted hint whose condition holds, while steps are open. */
  readonly hint: TargetedHint | undefined
  /** Whether something stands that is not remembered yet: the lab is to be asked to `check`. */
  readonly fresh: boolean
  /** All that was done since a step became done says the last line of it again. */
  readonly again?: true
}

export interface StepProgress {
  readonly id: string
  /** Once all of a step stood at the same time it stays done, whatever follows. */
  readonly done: boolean
  readonly goals: readonly { readonly goal: Goal; readonly status: GoalStatus }[]
  readonly card?: CardProgress
}

/** What a lesson remembers beside the world: answers to its cards, and the steps that were done. */
export interface Remembered {
  readonly cards: ReadonlyMap<string, CardLog>
  readonly steps: ReadonlySet<string>
  /**
   * What stood when a step became done last. What was done last is no mistake, until more happens or a
   * text is edited. In a world without events a zone has no last: what stands in it counts.
   */
  readonly since?: WorldPoint
}

export const nothingRemembered: Remembered = { cards: new Map(), steps: new Set() }

/** The progress of a lesson: each step with its goals, and the hint that fits what was done last. */
export function checkProgress(
  lesson: Lesson,
  evidence: Evidence,
  remembered: Remembered = nothingRemembered,
): Progress {
  const steps = lesson.steps.map((step) => checkStep(step, evidence, remembered))
  const done = steps.every((step) => step.done)
  const [hint] = fittingHints(lesson, { steps, done }, evidence, remembered)
  const fresh = hasNews(lesson, steps, evidence, remembered)
  return {
    ...{ steps, done, hint, fresh },
    ...(saysItAgain(remembered.since, evidence) && { again: true }),
  }
}

/** Every targeted hint that may show now and whose condition holds; a page shows the first. */
export function* fittingHints(
  { hints }: Lesson,
  { steps, done }: Pick<Progress, 'steps' | 'done'>,
  evidence: Evidence,
  remembered: Remembered,
): Generator<TargetedHint, undefined> {
  if (done || isJustDone(steps, evidence, remembered)) return
  const isOpen = (id: string): boolean => steps.some((step) => step.id === id && !step.done)
  for (const hint of hints) {
    const { when, during, unless } = hint
    const mayShow = (!during || during.some(isOpen)) && !unless?.some(isOpen)
    if (mayShow && judge(when, evidence).met) yield hint
  }
}

/** Whether what was done last has made a step done, remembered or not yet: it is no mistake. */
const isJustDone = (
  steps: readonly StepProgress[],
  evidence: Evidence,
  remembered: Remembered,
): boolean =>
  isStillAt(remembered.since, evidence) ||
  (evidence.world.events.length > 0 &&
    steps.some(({ id, done }) => done && !remembered.steps.has(id)))

const hasNews = (
  lesson: Lesson,
  steps: readonly StepProgress[],
  evidence: Evidence,
  remembered: Remembered,
): boolean =>
  steps.some(({ id, done }) => done && !remembered.steps.has(id)) ||
  lesson.steps.some(({ card }) => {
    const log = card && remembered.cards.get(card.id)
    return log !== undefined && lookAtOutcome(card!, evidence, log) !== log
  })

function checkStep(
  { id, goals, card }: Step,
  evidence: Evidence,
  { cards, steps }: Remembered,
): StepProgress {
  const judged = goals.map((goal) => ({ goal, status: judge(goal.when, evidence) }))
  const answered = card && cardProgress(card, evidence, cards.get(card.id))
  const stands =
    judged.every(({ status }) => status.met) && (!answered || answered.state === 'settled')
  return { id, done: stands || steps.has(id), goals: judged, ...(answered && { card: answered }) }
}

/** Remembers what stands now: steps that are done, and outcomes that were predicted. */
export function rememberNow(
  lesson: Lesson,
  evidence: Evidence,
  remembered: Remembered,
): Remembered {
  const { steps } = checkProgress(lesson, evidence, remembered)
  const cards = new Map(remembered.cards)
  for (const { card } of lesson.steps) {
    const log = card && cards.get(card.id)
    if (card && log) cards.set(card.id, lookAtOutcome(card, evidence, log))
  }
  const done = new Set(steps.flatMap((step) => (step.done ? [step.id] : [])))
  const isNew = done.size > remembered.steps.size && evidence.world.events.length > 0
  const since = isNew ? pointOf(evidence) : remembered.since
  return { cards, steps: done, ...(since !== undefined && { since }) }
}

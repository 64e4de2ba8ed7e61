import type { Evidence, GoalStatus } from './evidence.ts'
import { judge } from './goals/index.ts'
import type { Goal, Lesson, TargetedHint } from './lesson.ts'

export interface Progress {
  readonly goals: readonly { readonly goal: Goal; readonly status: GoalStatus }[]
  readonly done: boolean
  /** The first targeted hint whose condition holds, while goals are open. */
  readonly hint: TargetedHint | undefined
}

/** The progress of a lesson: each goal with its status, and the hint that fits what was done last. */
export function checkProgress(lesson: Lesson, evidence: Evidence): Progress {
  const goals = lesson.goals.map((goal) => ({ goal, status: judge(goal.when, evidence) }))
  const done = goals.every(({ status }) => status.met)
  const hint = done ? undefined : lesson.hints.find(({ when }) => judge(when, evidence).met)
  return { goals, done, hint }
}

import type { Lesson } from '../../../lessons/lesson.ts'
import type { Play } from './play.ts'
import type { Attempt } from './plays.ts'

/** A lesson together with what proves it. */
export interface LessonFolder {
  readonly lesson: Lesson
  readonly solution: Play
  /** Other ways that are right too, by name. */
  readonly alternatives: Readonly<Record<string, Play>>
  readonly attempts: readonly Attempt[]
}

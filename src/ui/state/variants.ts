import { withSeed } from '../../lab/cast/cast.ts'
import { lessonVariant } from '../../lab/lesson-variant.ts'
import type { Lesson } from '../../lab/types.ts'

/** A lesson as one of its own variants has it, or as a seed does. @param id The lesson itself if unknown. */
export const variantOf = (lesson: Lesson, id: string): Lesson =>
  lessonVariant(withSeed(lesson, id), id)

import type { Lesson } from '../../lessons/lesson.ts'
import { isOwnWorld } from './own-world.ts'

/**
 * The sandbox in a world that its owner changed.
 * @param own As it was stored or linked; what is no world, or none for it, leaves the lesson as it is.
 */
export function inOwnWorld(lesson: Lesson, own: unknown): Lesson {
  if (!isOwnWorld(own) || lesson.steps.length) return lesson
  const { desk, suggestions, world } = own
  return {
    ...lesson,
    isOwn: true,
    terminal: { ...lesson.terminal, host: desk, suggestions },
    world,
  }
}

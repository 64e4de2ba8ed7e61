import type { Lesson } from '../../lessons/lesson.ts'
import type { OwnWorld } from './own-world.ts'

/** What of a lesson is its world. */
export const ownWorldOf = ({ world, terminal }: Pick<Lesson, 'world' | 'terminal'>): OwnWorld => ({
  desk: terminal?.host ?? '',
  suggestions: terminal?.suggestions ?? [],
  world,
})

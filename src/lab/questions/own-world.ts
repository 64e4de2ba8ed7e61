import { checkWorld, type WorldCheck } from '../own-world/check-world.ts'
import type { Question } from './question.ts'

/** Whether a world that somebody made can run, and with its servers' settings as texts. */
export const ownWorld: Question<{ readonly own: unknown }, WorldCheck> = {
  answer: ({ own }) => checkWorld(own),
}

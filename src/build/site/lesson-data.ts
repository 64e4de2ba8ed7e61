import type { LessonPage } from './lesson-list.ts'

/**
 * A lesson without what is read as HTML, which stands in the page itself, and what only lists show and
 * proofs need: what is undefined here is no part of the JSON.
 */
export function withoutProse<Data extends Omit<LessonPage, 'greeting'>>(lesson: Data): Data {
  const none = undefined
  // Which terms are marked was decided when the prose was made.
  const steps = lesson.steps.map((step) => ({ ...step, html: none, after: none, terms: none }))
  // Which mistakes a hint answers is for its proof.
  const hints = lesson.hints.map((hint) => ({ ...hint, answers: none }))
  const texts = { objective: none, misconception: none, debrief: none, notes: none }
  return { ...lesson, steps, hints, ...texts, needs: none }
}

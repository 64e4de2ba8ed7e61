import type { LessonPage } from './lesson-list.ts'

/** A lesson without what is read as HTML, which stands in the page itself, and what only lists show. */
export function withoutProse<Data extends Omit<LessonPage, 'greeting'>>(lesson: Data): Data {
  const steps = lesson.steps.map((step) => ({ ...step, html: '', after: '' }))
  // Which mistakes a hint answers is for its proof.
  const hints = lesson.hints.map((hint) => ({ ...hint, answers: [] }))
  return { ...lesson, steps, hints, objective: '', misconception: '', debrief: '', notes: '' }
}

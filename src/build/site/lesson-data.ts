import type { LessonPage } from './lesson-list.ts'

/** A lesson without what is read as HTML, which stands in the page itself, and what only lists show and proofs need. */
export function withoutProse<Data extends Omit<LessonPage, 'greeting'>>(lesson: Data): Data {
  // Which terms are marked was decided when the prose was made.
  const steps = lesson.steps.map(({ terms: _, ...step }) => ({ ...step, html: '', after: '' }))
  // Which mistakes a hint answers is for its proof.
  const hints = lesson.hints.map((hint) => ({ ...hint, answers: [] }))
  return {
    ...lesson,
    steps,
    hints,
    objective: '',
    misconception: '',
    debrief: '',
    notes: '',
    needs: undefined,
  }
}

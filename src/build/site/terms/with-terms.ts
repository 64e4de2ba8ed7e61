import type { TermSwitch } from '../../../lessons/lesson.ts'
import { terms } from '../../../lessons/terms/index.ts'
import type { LessonPage } from '../lesson-list.ts'
import { markTerms } from './mark-terms.ts'

/** From a lesson's page to the site's root. */
const BASE = '../../'

/**
 * A lesson whose prose leads to the glossary: each term once in a step, and once in the debrief. The glossary is in
 * English, and finds no terms in another language.
 */
export function withTerms<Page extends Pick<LessonPage, 'language' | 'steps' | 'debrief'>>(
  lesson: Page,
): Page {
  if (lesson.language !== undefined) return lesson
  const steps = lesson.steps.map((step) => {
    const marking = { base: BASE, used: switchedOff(step.terms) }
    return {
      ...step,
      html: markTerms(step.html, marking),
      after: markTerms(step.after, marking),
    }
  })
  const debrief = markTerms(lesson.debrief, { base: BASE, used: new Set() })
  return { ...lesson, steps, debrief }
}

/** Terms that a step does not explain. */
export const switchedOff = (given?: TermSwitch): Set<string> =>
  new Set(given === 'off' ? terms.map(({ id }) => id) : given?.off)

import { termOf } from '../../../lessons/terms/index.ts'
import type { StepTerms } from '../../../ui/terms/goal-terms.ts'
import type { LessonPage } from '../lesson-list.ts'
import { givesAway } from './gives-away.ts'
import { markedIn, markTerms } from './mark-terms.ts'
import { switchedOff } from './with-terms.ts'

/**
 * Words of a lesson’s goals and hints that lead to the glossary, by the ids of its steps: the first use of each term
 * that the step’s prose does not lead there from, and whose card gives no answer away.
 * @param lesson With its terms marked.
 */
export function stepTerms({ language, steps }: Pick<LessonPage, 'language' | 'steps'>): StepTerms {
  if (language !== undefined) return {}
  return Object.fromEntries(
    steps.flatMap((step) => {
      const found = termsOf(step)
      return found.length > 0 ? [[step.id, found]] : []
    }),
  )
}

function termsOf(step: LessonPage['steps'][number]): StepTerms[string] {
  const used = switchedOff(step.terms)
  for (const id of [...markedIn(step.html), ...markedIn(step.after)]) used.add(id)
  const texts = [...step.goals.map(({ text }) => text), ...(step.ladder ?? [])]
  return texts.flatMap((text) => {
    const marked = markTerms(asHtml(text), { base: '', used })
    return [...marked.matchAll(/<a href="glossary\/#([^"]+)">([^<]*)<\/a>/g)].flatMap(
      ([, id = '', word = '']): StepTerms[string] =>
        givesAway(termOf(id)!, step) ? [] : [[word, id]],
    )
  })
}

/** Code is typed, and stays as it is. */
const asHtml = (text: string): string =>
  text.replaceAll('<', '&lt;').replace(/`[^`]*`/g, '<code></code>')

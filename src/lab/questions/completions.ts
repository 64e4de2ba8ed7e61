import type { Completions } from '../language/answers.ts'
import { completionsAt } from '../language/completions.ts'
import type { ZonePlace } from './hover.ts'
import type { Question } from './question.ts'

/** What may stand at a place of a zone. */
export const completions: Question<ZonePlace, Completions> = {
  answer: ({ origin, text, at }, { world }) =>
    completionsAt(text, at, { origin, zones: world?.zones ?? [] }),
}

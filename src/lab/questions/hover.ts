import type { Hover } from '../language/answers.ts'
import { hoverAt } from '../language/hover.ts'
import type { Question } from './question.ts'

/** A place in the text of a zone. */
export interface ZonePlace {
  readonly origin: string
  readonly text: string
  /** Counted in UTF-16 units from the text's start. */
  readonly at: number
}

/** What stands at a place of a zone; nothing where there is nothing to explain. */
export const hover: Question<ZonePlace, { readonly found?: Hover }> = {
  answer({ origin, text, at }, { world }) {
    const found = hoverAt(text, at, { origin, zones: world?.zones ?? [] })
    return found ? { found } : {}
  },
}

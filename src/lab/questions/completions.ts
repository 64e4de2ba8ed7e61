import type { Completions } from '../language/answers.ts'
import { completionsAt } from '../language/completions.ts'
import { completeSettings } from '../language/settings/completions.ts'
import { zonesBeside } from '../language/zones-beside.ts'
import type { TextPlace } from './hover.ts'
import type { Question } from './question.ts'

/** What may stand at a place of a zone or another document. */
export const completions: Question<TextPlace, Completions> = {
  answer({ kind, origin, text, at, beside }, { world }) {
    if (kind === 'message') return { from: at, to: at, items: [] }
    if (kind === 'settings')
      return completeSettings(
        text,
        at,
        world?.hosts.find(({ name }) => name === origin),
      )
    return completionsAt(text, at, { origin, zones: zonesBeside(beside, world) })
  },
}

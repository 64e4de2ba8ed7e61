import type { DeskDocument } from '../desk-documents.ts'
import type { Hover } from '../language/answers.ts'
import { hoverAt } from '../language/hover.ts'
import { hoverSettings } from '../language/settings/hover.ts'
import { zonesBeside, type ZoneBeside } from '../language/zones-beside.ts'
import type { Question } from './question.ts'

/** A place in the text of a zone or another document. */
export interface TextPlace {
  /** A zone by default. */
  readonly kind?: DeskDocument['kind']
  /** What the text is about: the zone's origin, the host. */
  readonly origin: string
  readonly text: string
  /** Counted in UTF-16 units from the text's start. */
  readonly at: number
  /** The zones of the same Internet, where no lab has them. */
  readonly beside?: readonly ZoneBeside[]
}

/** What stands at a place of a text; nothing where there is nothing to explain. */
export const hover: Question<TextPlace, { readonly found?: Hover }> = {
  answer({ kind, origin, text, at, beside }, { world }) {
    // What a message holds is explained by its findings alone.
    if (kind === 'message') return {}
    const found =
      kind === 'settings'
        ? hoverSettings(text, at)
        : hoverAt(text, at, { origin, zones: zonesBeside(beside, world) })
    return found ? { found } : {}
  },
}

import { sessionNow } from '../../world/allowed-now.ts'
import { wireCard as cardOf } from '../views/wire-card.ts'
import type { WireCard, WireWord } from '../views/wire-word.ts'
import type { Question } from './question.ts'

/** What a word of the wire means, and what may be said now. */
export interface WireAnswer {
  /** Absent where the word is not known. */
  readonly card?: WireCard
  /** The verbs that the open session allows, if one is open. */
  readonly allowed: readonly string[]
}

/** Asked with a word, and the number of the connection that is open. */
export const wireCard: Question<
  { readonly word: WireWord; readonly connection?: number | undefined },
  WireAnswer
> = {
  answer({ word, connection }, { world }) {
    const card = cardOf(word)
    const now = world && connection !== undefined ? sessionNow(world.events, connection) : undefined
    return { ...(card && { card }), allowed: now?.verbs ?? [] }
  },
}

import type { Section } from '../../core/section.ts'
import { sessionNow } from '../../world/allowed-now.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import { wireCard } from '../views/wire-card.ts'
import type { Question } from './question.ts'

/** What may be said in a session now. */
export interface AtHand {
  readonly isConnected: boolean
  /** In their protocol's order; none where the session is over, or the server reads no command. */
  readonly commands: readonly CommandAtHand[]
}

export interface CommandAtHand {
  readonly verb: string
  readonly syntax: string
  /** What it does, in a few words. */
  readonly about: string
  readonly source?: Section
}

export interface Asked {
  /** The number of the session's connection; undefined where there is none. */
  readonly connection: number | undefined
  /** What opened and closed connections, and the commands: all that a state depends on. */
  readonly events: readonly WorldEvent[]
}

export const atHand: Question<Asked, AtHand> = {
  answer({ connection, events }) {
    if (connection === undefined) return { isConnected: false, commands: [] }
    const now = sessionNow(events, connection)
    if (!now) return { isConnected: true, commands: [] }
    const protocol = now.protocol === 'lmtp' ? 'smtp' : now.protocol
    return {
      isConnected: true,
      commands: now.verbs.flatMap((text) => {
        const card = wireCard({ kind: 'verb', text, protocol })
        if (!card) return []
        const { syntax = text, meaning: about, source } = card
        return [{ verb: text, syntax, about, ...(source && { source }) }]
      }),
    }
  },
}

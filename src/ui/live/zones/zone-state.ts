import { words } from '#words/live-zones'
import type { Draft } from './draft.svelte.ts'
import type { ZoneDrafts } from './zone-drafts.svelte.ts'

/** How a zone stands, for who edits it. */
export interface ZoneState {
  /** With backticks around code. */
  readonly sentence: string
  readonly tone: 'ok' | 'wait' | 'warn'
  /** A sign of the same, beside its colour. */
  readonly sign: string
}

const ok = (sentence: string): ZoneState => ({ sentence, tone: 'ok', sign: '✓' })
const wait = (sentence: string): ZoneState => ({ sentence, tone: 'wait', sign: '…' })
const warn = (sentence: string): ZoneState => ({ sentence, tone: 'warn', sign: '!' })

/** How a zone stands, in a sentence. */
export function stateOf(draft: Draft, { isReached }: Pick<ZoneDrafts, 'isReached'>): ZoneState {
  switch (draft.status) {
    case 'gone':
      return warn(words.gone)
    case 'clash':
      return warn(words.clashes[draft.clash ?? 'other'])
    case 'refused':
      return warn(words.refused(draft.refusal))
    case 'typed':
      return isReached ? wait(words.typed) : warn(words.lost)
    case 'held':
      return warn(words.held(draft.bridge?.errors?.[0]?.line ?? 1))
    case 'served':
      return ok(
        draft.text === draft.first ? words.servedFirst : words.served(draft.bridge?.version ?? 1),
      )
  }
}

import { MediaQuery } from 'svelte/reactivity'
import { presenting } from '../state/presenting.svelte.ts'

export type SlotName = 'step' | 'doing' | 'effect'

export const slotNames: readonly SlotName[] = ['step', 'doing', 'effect']

/** Which slots of a desk are seen: all of them, or where there is no room for that, one. */
export class Slots {
  tab = $state<SlotName>('step')
  /** Where there is room for one slot at a time; as in desk.css. */
  readonly #narrow = new MediaQuery('(max-width: 43.74rem) or (max-height: 35rem)')

  get isFolded(): boolean {
    return this.#narrow.current || presenting.isOn
  }

  isSeen(name: SlotName): boolean {
    return !this.isFolded || this.tab === name
  }
}

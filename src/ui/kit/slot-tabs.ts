import { getContext, setContext } from 'svelte'

/** Panels that share one slot: their titles, and which is shown. */
export interface SlotTabs<Id extends string = string> {
  readonly ids: readonly Id[]
  readonly shown: Id
  readonly titles: Readonly<Record<string, string>>
  show(id: Id): void
}

const KEY = Symbol('slot tabs')

/** Hands the tabs to the panels of a slot, so that each has them in its title bar. */
export const provideSlotTabs = (tabs: () => SlotTabs): void => void setContext(KEY, tabs)

export const slotTabs = (): (() => SlotTabs) | undefined => getContext(KEY)

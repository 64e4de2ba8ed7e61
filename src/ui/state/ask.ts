import { getContext, setContext } from 'svelte'
import type { Ask } from '../../lab/questions/index.ts'

const ASK = Symbol('ask')

/** Lets all components below this one ask a lab. */
export const provideAsk = (ask: Ask): Ask => setContext(ASK, ask)

/** The lab that the components above ask. */
export const useAsk = (): Ask => getContext<Ask>(ASK)

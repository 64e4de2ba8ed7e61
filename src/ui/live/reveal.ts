import { getContext, setContext } from 'svelte'

const REVEAL = Symbol('reveal')

/** Lets what names a connection bring the connections into sight. */
export const provideReveal = (reveal: () => void): void => void setContext(REVEAL, reveal)

export const useReveal = (): (() => void) => getContext(REVEAL)

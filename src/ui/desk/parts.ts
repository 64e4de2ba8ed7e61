/** What of the desk stands in the static page already, and is taken over when it has come. */
export { default as AtHand } from './AtHand.svelte'
export { default as Coach } from './Coach.svelte'
export { default as SlotKeys } from './SlotKeys.svelte'
export { default as StepPane } from './StepPane.svelte'

// The live page draws journeys with the same parts.
export { default as LiveJourney } from '../live/Journey.svelte'
export { default as Mails } from './Mails/Mails.svelte'
export { default as Verdict } from './Verdict/Verdict.svelte'
export { default as SenderCases } from './SenderCases/SenderCases.svelte'
export { default as Zone } from './Zone/Zone.svelte'

export { default as Published } from './Published/Published.svelte'
export { default as Mails } from './Mails/Mails.svelte'
export { default as SenderCases } from './SenderCases/SenderCases.svelte'
export { default as Zone } from './Zone/Zone.svelte'

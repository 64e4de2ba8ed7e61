export { default as HeldEnvelope } from './HeldEnvelope/HeldEnvelope.svelte'
export { default as Mailbox } from './Mailbox/Mailbox.svelte'

export { default as Mailbox } from './Mailbox/Mailbox.svelte'
export { default as Terminal } from './Terminal/Terminal.svelte'

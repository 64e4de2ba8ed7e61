/** What of the terminal is not there at first: it comes when the page has nothing better to do. */
export { default as SessionStrip } from './SessionStrip.svelte'
export { default as Tools } from './Tools.svelte'
export { default as WordCards } from './WordCards.svelte'
export { connectionOf } from './terminal-connection.ts'

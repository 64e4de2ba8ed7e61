export { default as Terminal } from './Terminal/Terminal.svelte'

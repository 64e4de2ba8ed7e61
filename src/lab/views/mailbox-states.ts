export { imapStates } from './imap-states.ts'
export { pop3States } from './pop3-states.ts'

export { openImap } from './imap-session.ts'
export { openPop3 } from './pop3-session.ts'

/** What a page asks of an event or a port at once: no engine comes with it. */
export { isSmtp } from '../world/answered-command.ts'
export type { Command, MailboxCommand, SmtpCommand } from '../world/answered-command.ts'
export { protocolAt } from '../world/ports.ts'

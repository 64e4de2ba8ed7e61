import type { SyntaxProblem } from '../protocols/shared/syntax-problem.ts'

/** A command and its final reply, as the server understood them. */
export type Command = SmtpCommand | MailboxCommand

interface AnsweredCommand {
  readonly type: 'command'
  readonly connection: number
  /** In upper case; as typed if the server does not know it; `` for a reply without a command: a greeting. */
  readonly verb: string
  readonly argument: string
  /** The text of the reply without its codes; several lines are joined by line feeds. */
  readonly text: string
  /** What was wrong with the command line, where one place of it can be pointed at. */
  readonly problem?: SyntaxProblem
}

/** Its verb is `.` at the end of the data. */
export interface SmtpCommand extends AnsweredCommand {
  readonly protocol: 'smtp' | 'lmtp'
  readonly code: number
  readonly enhanced?: string
}

export interface MailboxCommand extends AnsweredCommand {
  readonly protocol: 'imap' | 'pop3'
  /** Of IMAP; `*` where there was no command. */
  readonly tag?: string
  /** `OK`, `NO`, `BAD`, `BYE`; `+OK`, `-ERR`; `+` where the server waits for more. */
  readonly status: string
  /** What stood in brackets: `TRYCREATE`, `IN-USE`. */
  readonly responseCode?: string
  /** What a step of a POP3 login means, or why it failed: more than the client learns. */
  readonly explanation?: string
}

/** Whether the command is one of SMTP or LMTP. */
export const isSmtp = (command: Command): command is SmtpCommand =>
  command.protocol === 'smtp' || command.protocol === 'lmtp'

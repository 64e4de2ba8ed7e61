import { isSmtp, type Command, type MailboxCommand, type SmtpCommand } from './answered-command.ts'

/** What a command with its reply means to a table of states. */
export interface CommandOutcome {
  /** Its name in the table. */
  readonly by: string
  /** Absent where it leads nowhere. */
  readonly on?: 'yes' | 'no'
  readonly closes?: boolean
  /** What is waited for before the next command, in a sentence. */
  readonly waits?: string | undefined
}

export const outcomeOf = (command: Command): CommandOutcome =>
  isSmtp(command) ? smtpOutcome(command) : mailboxOutcome(command)

/** Replies to a command that was not understood or came too early: it leads nowhere (RFC 5321 §4.2.2). */
const NOT_DONE = [500, 502, 503]

function smtpOutcome({ verb, argument, code }: SmtpCommand): CommandOutcome {
  const by = verb === 'BDAT' && / LAST$/i.test(argument) ? 'BDAT LAST' : verb
  if (verb === 'QUIT' && code < 400) return { by, closes: true }
  if (verb !== '.' && NOT_DONE.includes(code)) return { by }
  const on = code < 400 ? 'yes' : 'no'
  if (verb === 'STARTTLS' && on === 'yes')
    return { by, on, waits: 'TLS begins: the server ignores what still comes in the clear.' }
  if (code !== 334) return { by, on }
  const waits = 'The client answers the challenge in base64; a lone * cancels the login.'
  return { by, on, waits }
}

function mailboxOutcome(command: MailboxCommand): CommandOutcome {
  const { verb, status } = command
  const waits = waitsAfter(command)
  if (status === 'BYE') return { by: verb, closes: true }
  if (['OK', '+OK'].includes(status)) return { by: verb, on: 'yes', waits }
  return ['NO', '-ERR'].includes(status) ? { by: verb, on: 'no', waits } : { by: verb, waits }
}

/** Lines of an IDLE, and of a login that goes on. */
const WAITS: Readonly<Record<string, string>> = {
  IDLE: 'The server reports changes until the client sends DONE.',
  AUTHENTICATE: 'The client answers the challenge in base64; a lone * calls the login off.',
  AUTH: 'The client answers the challenge in base64; a lone * calls the login off.',
}

/** What is waited for before the next command, in a sentence. */
function waitsAfter({ verb, status }: MailboxCommand): string | undefined {
  if (status === '+') return WAITS[verb]
  const isSecuring = /^(?:STARTTLS|STLS)$/.test(verb) && /^\+?OK$/.test(status)
  return isSecuring ? 'TLS is to begin: the server ignores commands in the clear.' : undefined
}

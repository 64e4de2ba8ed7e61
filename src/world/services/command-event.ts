import type { CommandEffect as SmtpEffect } from '../../protocols/smtp/server/session.ts'
import type { CommandEffect as ImapEffect } from '../../protocols/imap/server/session.ts'
import type { MailboxCommand, SmtpCommand } from '../events/command.ts'
import type { Timed } from '../log/event-kind.ts'

// There is an event for each command, and nearly all are of the same few fields: written out, with
// room for what the log stamps, an event takes a tenth of what a spread does.

/** An answered command of SMTP as an event of the world. */
export function smtpCommand(
  effect: SmtpEffect,
  protocol: SmtpCommand['protocol'],
  connection: number,
): SmtpCommand & Partial<Timed> {
  const { type, verb, argument, code, enhanced, text, problem } = effect
  const at = 0
  if (problem) return { ...effect, protocol, connection, at }
  const [number, cause] = [0, 0]
  return enhanced === undefined
    ? { at, type, connection, protocol, verb, argument, code, text, number, cause }
    : { at, type, connection, protocol, verb, argument, code, enhanced, text, number, cause }
}

/** An answered command of IMAP as an event of the world. */
export function imapCommand(
  effect: ImapEffect,
  connection: number,
): MailboxCommand & Partial<Timed> {
  const { type, tag, verb, argument, status, text, responseCode, problem } = effect
  const at = 0
  if (responseCode !== undefined || problem) return { ...effect, protocol: 'imap', connection, at }
  const [protocol, number, cause] = ['imap', 0, 0] as const
  return { at, type, connection, protocol, tag, verb, argument, status, text, number, cause }
}

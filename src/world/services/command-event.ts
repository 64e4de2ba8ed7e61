import type { CommandEffect as SmtpEffect } from '../../protocols/smtp/server/session.ts'
import type { CommandEffect as ImapEffect } from '../../protocols/imap/server/session.ts'
import type { MailboxCommand, SmtpCommand } from '../events/command.ts'

// There is an event for each command, and nearly all are of the same few fields: written out, with
// room for the time that the log stamps, an event takes a tenth of what a spread does.

/** An answered command of SMTP as an event of the world. */
export function smtpCommand(
  effect: SmtpEffect,
  protocol: SmtpCommand['protocol'],
  connection: number,
): SmtpCommand & { readonly at: number } {
  const { type, verb, argument, code, enhanced, text, problem } = effect
  const at = 0
  if (problem) return { ...effect, protocol, connection, at }
  return enhanced === undefined
    ? { at, type, connection, protocol, verb, argument, code, text }
    : { at, type, connection, protocol, verb, argument, code, enhanced, text }
}

/** An answered command of IMAP as an event of the world. */
export function imapCommand(
  effect: ImapEffect,
  connection: number,
): MailboxCommand & { readonly at: number } {
  const { type, tag, verb, argument, status, text, responseCode, problem } = effect
  const at = 0
  if (responseCode !== undefined || problem) return { ...effect, protocol: 'imap', connection, at }
  return { at, type, connection, protocol: 'imap', tag, verb, argument, status, text }
}

import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import { commandNamed as imapCommand } from '../../protocols/imap/commands/index.ts'
import { commandNamed as pop3Command } from '../../protocols/pop3/commands/index.ts'
import { commandNamed as smtpCommand } from '../../protocols/smtp/commands/index.ts'
import type { WrittenLine } from './written-line.ts'

const ANSWERS: readonly (readonly [RegExp, SpokenProtocol])[] = [
  [/^\d{3}(?:[ -]|$)/, 'smtp'],
  [/^(?:\+OK|-ERR)\b/, 'pop3'],
  [/^(?:\* |\S+ (?:OK|NO|BAD) )/, 'imap'],
]

/** POP3 and SMTP share a few verbs, which tell nothing. */
const SHARED = /^(?:QUIT|NOOP|RSET|AUTH|HELP)$/i

/** What is spoken, by the first line that tells: an answer by its form, a command by its verb. */
export function protocolOf(lines: readonly WrittenLine[]): SpokenProtocol | undefined {
  for (const { who, text } of lines) {
    const found = who === 'server' ? byAnswer(text) : who === 'client' ? byCommand(text) : undefined
    if (found) return found
  }
  return undefined
}

const byAnswer = (text: string): SpokenProtocol | undefined =>
  ANSWERS.find(([form]) => form.test(text))?.[1]

function byCommand(text: string): SpokenProtocol | undefined {
  const [first = '', second = '', third = ''] = text.trim().split(/\s+/, 3)
  if (SHARED.test(first)) return undefined
  if (smtpCommand(first)) return 'smtp'
  if (pop3Command(first)) return 'pop3'
  const verb = /^UID$/i.test(second) ? `${second} ${third}` : second
  return imapCommand(verb) ? 'imap' : undefined
}

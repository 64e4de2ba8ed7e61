import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import type { WrittenLine } from './written-line.ts'

const ANSWERS: readonly (readonly [RegExp, SpokenProtocol])[] = [
  [/^\d{3}(?:[ -]|$)/, 'smtp'],
  [/^(?:\+OK|-ERR)\b/, 'pop3'],
  [/^(?:\* |\S+ (?:OK|NO|BAD) )/, 'imap'],
]

/**
 * Verbs by which a protocol is recognized. The engines are not asked, for each of them is fetched once it is known
 * that it is needed.
 */
const VERBS: Readonly<Record<SpokenProtocol, string>> = {
  smtp: 'EHLO HELO LHLO MAIL RCPT DATA BDAT VRFY EXPN ETRN STARTTLS',
  pop3: 'USER PASS APOP STAT LIST RETR DELE TOP UIDL CAPA STLS',
  imap:
    'CAPABILITY LOGIN AUTHENTICATE STARTTLS SELECT EXAMINE CREATE RENAME LIST LSUB NAMESPACE STATUS ' +
    'APPEND IDLE CLOSE UNSELECT EXPUNGE SEARCH SORT THREAD FETCH STORE COPY MOVE ENABLE LOGOUT NOOP ID',
}

export const verbsOf = (protocol: SpokenProtocol): readonly string[] => VERBS[protocol].split(' ')

/** IMAP has a tag before its verb, and UID before some. */
const beginsWith = (protocol: SpokenProtocol): RegExp =>
  new RegExp(
    `^${protocol === 'imap' ? '\\S+ (?:UID )?' : ''}(?:${verbsOf(protocol).join('|')})(?=\\s|$)`,
    'i',
  )

const COMMANDS: readonly (readonly [RegExp, SpokenProtocol])[] = (
  ['smtp', 'pop3', 'imap'] as const
).map((protocol) => [beginsWith(protocol), protocol])

/** What is spoken, by the first line that shows it: an answer by its form, a command by its verb. */
export function protocolOf(lines: readonly WrittenLine[]): SpokenProtocol | undefined {
  for (const { who, text } of lines) {
    const table = who === 'server' ? ANSWERS : who === 'client' ? COMMANDS : []
    const found = table.find(([form]) => form.test(text.trim()))
    if (found) return found[1]
  }
  return undefined
}

import type { Section } from '../../core/section.ts'
import type { WireCard } from './wire-word.ts'

const card = (title: string, meaning: string, next: string, source: Section): WireCard => ({
  ...{ title, meaning, next, source },
  parts: [],
})

const rfc9051 = (section: string): Section => ({ rfc: 9051, section })
const rfc1939: Section = { rfc: 1939, section: '3' }

/** The answers of IMAP and POP3, which have words in place of codes. */
export const statusWords: Readonly<Record<'imap' | 'pop3', Readonly<Record<string, WireCard>>>> = {
  imap: {
    OK: card(
      'OK',
      'Done: what the command asked for has happened. With `*` before it the server just mentions something.',
      'Go on with the next command, with a tag of its own.',
      rfc9051('7.1.1'),
    ),
    NO: card(
      'NO',
      'The command was understood, and did not work.',
      'Read why: what stands in brackets is for programs.',
      rfc9051('7.1.2'),
    ),
    BAD: card(
      'BAD',
      'The server did not understand the line, or it may not come now.',
      'Write it another way. A tag comes first, then the command.',
      rfc9051('7.1.3'),
    ),
    PREAUTH: card('PREAUTH', 'You are logged in already.', 'Select a folder.', rfc9051('7.1.4')),
    BYE: card(
      'BYE',
      'The server is about to close the connection.',
      'Nothing: the session is over.',
      rfc9051('7.1.5'),
    ),
    '+': card(
      '+',
      'The server waits for the rest of the command.',
      'Send what the command announced: a literal, an answer in base64, `DONE`.',
      rfc9051('7.6'),
    ),
  },
  pop3: {
    '+OK': card('+OK', 'Done.', 'Go on with the next command.', rfc1939),
    '-ERR': card(
      '-ERR',
      'It did not work: the command is not known, comes too early, or failed.',
      'Read why, and say it another way.',
      rfc1939,
    ),
    '+': card(
      '+',
      'The login goes on: what follows is a challenge in base64.',
      'Answer in base64, or cancel with a lone `*`.',
      { rfc: 2449, section: '6.3' },
    ),
  },
}

export const statusFacts = (protocol: 'imap' | 'pop3', word: string): WireCard | undefined =>
  statusWords[protocol][word.toUpperCase()]

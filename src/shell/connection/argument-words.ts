import type { SpokenProtocol } from '../../core/text/line-mark.ts'

/** What may stand behind a verb, as far as Tab knows it. */
export interface Argument {
  /** Written as it is. */
  readonly before: string
  /** Of the world. */
  readonly word?: 'address' | 'host'
  /** Behind the word. */
  readonly after?: string
}

const text = (before = ''): Argument => ({ before })
const address = (before = '', after = ''): Argument => ({ before, word: 'address', after })

/** Verbs that are absent stand alone: `DATA`, `NOOP`, `QUIT`. */
const words: Readonly<Record<SpokenProtocol, Readonly<Record<string, readonly Argument[]>>>> = {
  smtp: {
    EHLO: [{ before: '', word: 'host' }],
    HELO: [{ before: '', word: 'host' }],
    LHLO: [{ before: '', word: 'host' }],
    MAIL: [address('FROM:<', '>')],
    RCPT: [address('TO:<', '>')],
    VRFY: [address()],
    EXPN: [address()],
    AUTH: [text()],
    BDAT: [text()],
    ETRN: [text()],
  },
  imap: {
    LOGIN: [address()],
    AUTHENTICATE: [text()],
    SELECT: [text('INBOX')],
    EXAMINE: [text('INBOX')],
    STATUS: [text('INBOX (MESSAGES UNSEEN)')],
    LIST: [text('"" "*"')],
    FETCH: [text()],
    STORE: [text()],
    SEARCH: [text()],
    COPY: [text()],
    MOVE: [text()],
    APPEND: [text('INBOX {')],
    CREATE: [text()],
    DELETE: [text()],
    RENAME: [text()],
    SUBSCRIBE: [text()],
    UNSUBSCRIBE: [text()],
    ENABLE: [text()],
  },
  pop3: {
    USER: [address()],
    PASS: [text()],
    APOP: [address('', ' ')],
    AUTH: [text()],
    RETR: [text()],
    TOP: [text()],
    DELE: [text()],
  },
}

/** What may stand behind the verb; empty where nothing does. */
export const argumentsOf = (protocol: SpokenProtocol, verb: string): readonly Argument[] =>
  words[protocol][verb] ?? []

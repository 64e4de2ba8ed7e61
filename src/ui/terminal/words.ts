import type { ReadMark } from '../../core/text/line-mark.ts'
import type { WireWord } from '../../lab/types.ts'

/** A word of a line that has a card. */
export interface FoundWord extends WireWord {
  /** UTF-16 units from the line's start. */
  readonly from: number
  readonly to: number
}

type Kind = WireWord['kind']

/** A place in a line: what stands before the word, and the word. */
type Pattern = readonly [kind: Kind, pattern: RegExp]

const SMTP_CAPABILITY =
  /^(250[ -])(PIPELINING|SIZE|8BITMIME|BINARYMIME|DSN|SMTPUTF8|CHUNKING|ENHANCEDSTATUSCODES|STARTTLS|AUTH|LIMITS|REQUIRETLS|HELP|VRFY|EXPN|ETRN)(?= |$)/

const IMAP_VERB =
  /^(\S+ +)((?:UID +)?(?:APPEND|AUTHENTICATE|CAPABILITY|CHECK|CLOSE|COPY|CREATE|DELETE|ENABLE|EXAMINE|EXPUNGE|FETCH|GETQUOTA|GETQUOTAROOT|ID|IDLE|LIST|LOGIN|LOGOUT|LSUB|MOVE|NAMESPACE|NOOP|RENAME|SEARCH|SELECT|SETQUOTA|SORT|STARTTLS|STATUS|STORE|SUBSCRIBE|THREAD|UNSELECT|UNSUBSCRIBE))(?= |$)/i

const commands: Readonly<Record<string, Pattern>> = {
  smtp: [
    'verb',
    /^()(MAIL FROM|RCPT TO|EHLO|HELO|LHLO|MAIL|RCPT|DATA|RSET|VRFY|EXPN|NOOP|QUIT|STARTTLS|AUTH|BDAT|ETRN|HELP)(?=[ :]|$)/i,
  ],
  imap: ['verb', IMAP_VERB],
  pop3: [
    'verb',
    /^()(APOP|AUTH|CAPA|DELE|LANG|LIST|NOOP|PASS|QUIT|RETR|RSET|STAT|STLS|TOP|UIDL|USER|UTF8)(?= |$)/i,
  ],
}

const replies: Readonly<Record<string, readonly Pattern[]>> = {
  smtp: [
    ['code', /^()([2-5]\d\d)(?=[ -]|$)/],
    ['code', /^([2-5]\d\d[ -])([245]\.\d{1,3}\.\d{1,3})(?= |$)/],
    ['capability', SMTP_CAPABILITY],
  ],
  imap: [['code', /^(\S+ )(OK|NO|BAD|BYE|PREAUTH)(?= |$)/]],
  pop3: [
    ['code', /^()(\+OK|-ERR)/],
    [
      'capability',
      /^()(TOP|USER|SASL|RESP-CODES|LOGIN-DELAY|PIPELINING|EXPIRE|UIDL|IMPLEMENTATION|STLS|UTF8|LANG)(?= |$)/,
    ],
  ],
}

/** The words of a line that have a card, from left to right. */
export function wordsIn(line: string, { mark, protocol }: ReadMark): FoundWord[] {
  if (!protocol || mark === 'message' || mark === 'prompt' || mark === 'program') return []
  const patterns = mark === 'command' ? [commands[protocol]!] : replies[protocol]!
  const words = patterns.flatMap(([kind, pattern]) => {
    const [, before = '', text] = pattern.exec(line) ?? []
    if (text === undefined) return []
    return [{ kind, text, protocol, from: before.length, to: before.length + text.length }]
  })
  return protocol === 'imap' && mark !== 'command' ? [...words, ...imapCapabilities(line)] : words
}

/** Those of `* CAPABILITY …` and of `[CAPABILITY …]`. */
function imapCapabilities(line: string): FoundWord[] {
  const list = /(\* |\[)CAPABILITY ([^\]]*)/.exec(line)
  if (!list) return []
  const start = list.index + list[1]!.length + 'CAPABILITY '.length
  return [...list[2]!.matchAll(/\S+/g)].map(({ 0: text, index }) => {
    const from = start + index
    return { kind: 'capability', text, protocol: 'imap', from, to: from + text.length }
  })
}

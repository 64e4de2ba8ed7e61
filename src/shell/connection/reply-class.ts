import type { LineMark, SpokenProtocol } from '../../core/text/line-mark.ts'

/** How the replies of a protocol's server are recognized. */
export interface ReplyReader {
  /** What stands before the reply's code, and the code. */
  readonly code: RegExp
  markOf(line: string): LineMark
}

/** The first digit is the class of a reply (RFC 5321 §4.2.1). */
const SMTP_CLASSES: Readonly<Record<string, LineMark>> = {
  2: 'ok',
  3: 'go',
  4: 'later',
  5: 'refused',
}

/** Refusals that may end by themselves: response codes of RFC 5530 §3, RFC 2449 §8.1 and RFC 3206. */
const NOT_NOW = /^\S+ ?(?:NO )?\[(?:UNAVAILABLE|INUSE|IN-USE|LOGIN-DELAY|SYS\/TEMP)\b/i

const IMAP_CLASSES: Readonly<Record<string, LineMark>> = {
  OK: 'ok',
  PREAUTH: 'ok',
  NO: 'refused',
  BAD: 'refused',
}

export const readersOf: Readonly<Record<SpokenProtocol, ReplyReader>> = {
  smtp: {
    code: /^()(\d{3})(?=[ -]|$)/,
    markOf: (line) => SMTP_CLASSES[/^(\d)\d{2}(?:[ -]|$)/.exec(line)?.[1] ?? ''] ?? 'data',
  },
  imap: {
    code: /^(\S+ (?=OK|NO|BAD|PREAUTH)|)(OK\b|NO\b|BAD\b|PREAUTH\b|\+)/,
    markOf(line) {
      if (/^\+(?: |$)/.test(line)) return 'go'
      if (NOT_NOW.test(line)) return 'later'
      return IMAP_CLASSES[/^\S+ (OK|NO|BAD|PREAUTH)\b/.exec(line)?.[1] ?? ''] ?? 'data'
    },
  },
  pop3: {
    code: /^()(\+OK|-ERR|\+)/,
    markOf(line) {
      if (line.startsWith('+OK')) return 'ok'
      if (line.startsWith('-ERR')) return NOT_NOW.test(line) ? 'later' : 'refused'
      return /^\+(?: |$)/.test(line) ? 'go' : 'data'
    },
  },
}

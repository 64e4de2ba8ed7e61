import type { Exchange } from './exchange.ts'

/** The codes by which a server takes each command (RFC 5321 §4.3.2; RFC 4954 §4, RFC 3207 §4). */
const positive: Readonly<Record<string, readonly number[]>> = {
  EHLO: [250],
  HELO: [250],
  LHLO: [250],
  MAIL: [250],
  RCPT: [250, 251],
  DATA: [354],
  '.': [250],
  RSET: [250],
  NOOP: [250],
  QUIT: [221],
  STARTTLS: [220],
  AUTH: [334, 235],
  BDAT: [250],
  VRFY: [250, 251, 252],
  EXPN: [250, 252],
  HELP: [211, 214],
}

/**
 * Whether a server takes a command with a code that means something else. Refusals may be any, and a
 * farewell comes at any time.
 */
export const isUnexpected = ({ kind, verb }: Exchange, code: number): boolean =>
  code < 400 &&
  code !== 221 &&
  (kind === 'greeting'
    ? code !== 220
    : Object.hasOwn(positive, verb) && !positive[verb]!.includes(code))

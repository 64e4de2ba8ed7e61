import type { Framing } from './play.ts'

/** Lines whose code is followed by a hyphen go on (RFC 5321 §4.2.1). */
const smtpFraming: Framing = {
  countReplies: (text) => (text.match(/^\d{3}(?: .*)?\r$/gm) ?? []).length,
  isFarewell: (text) => /^(?:221|421|521)[ -]/m.test(text),
}

/** A tagged response ends a command's; a continuation request asks for more (RFC 9051 §2.2). */
const imapFraming: Framing = {
  countReplies: (text, turn) =>
    (text.match(turn ? /^(?:\+|[\w.]+ (?:OK|NO|BAD)\b.*)/gm : /^\* /gm) ?? []).length +
    (turn ? (text.match(/^\* BAD .*\r$/gm) ?? []).length : 0),
  isFarewell: (text) => /^\* BYE\b/m.test(text),
}

/** `+OK` of a listing is followed by lines up to a lone dot (RFC 1939 §3). */
const pop3Framing: Framing = {
  countReplies(text, turn) {
    const isListing =
      turn !== undefined &&
      /^(?:CAPA|LIST|UIDL|RETR \S+|TOP \S+ \S+)\r\n$/i.test(turn.octets) &&
      text.startsWith('+OK')
    if (isListing) return (text.match(/^\.\r$/gm) ?? []).length
    return (text.match(/^(?:\+|-ERR).*\r$/gm) ?? []).length
  },
  isFarewell: (text) => /^\+OK Logging out/m.test(text),
}

const framings: Readonly<Record<string, Framing>> = { imap: imapFraming, pop3: pop3Framing }

/** @param service As the port registry names it. */
export const framingOf = (service: string): Framing => framings[service] ?? smtpFraming

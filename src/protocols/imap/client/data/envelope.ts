import { decodeWords } from '../../../../message/encoded-words.ts'
import { inParentheses, map, sequence, space, words } from '../../wire/combine.ts'
import { failed, match, peek, type Parser, type Read, type Reader } from '../../wire/reader.ts'
import { optionalText } from './texts.ts'

/** The header of a message in short (RFC 9051 §7.5.2). */
export interface Envelope {
  /** As the message has it. */
  readonly date: string | undefined
  /** Encoded words are decoded; so are names. */
  readonly subject: string | undefined
  readonly from: readonly EnvelopeAddress[]
  readonly sender: readonly EnvelopeAddress[]
  readonly replyTo: readonly EnvelopeAddress[]
  readonly to: readonly EnvelopeAddress[]
  readonly cc: readonly EnvelopeAddress[]
  readonly bcc: readonly EnvelopeAddress[]
  readonly inReplyTo: string | undefined
  readonly messageId: string | undefined
}

export interface EnvelopeAddress {
  readonly name: string | undefined
  readonly mailbox: string | undefined
  /** Absent where a group begins or ends. */
  readonly host: string | undefined
}

const decoded: Parser<string | undefined> = map(optionalText, (text) =>
  text === undefined ? undefined : decodeWords(text),
)

const address: Parser<EnvelopeAddress> = map(
  inParentheses(words(decoded, optionalText, optionalText, optionalText)),
  ([name, , mailbox, host]) => ({ name, mailbox, host }),
)

function addresses(reader: Reader): Read<readonly EnvelopeAddress[]> {
  if (match(reader, /NIL/iy) !== undefined) return []
  return inParentheses(severalAddresses)(reader)
}

function severalAddresses(reader: Reader): Read<readonly EnvelopeAddress[]> {
  const found: EnvelopeAddress[] = []
  do {
    const one = address(reader)
    if (one === failed) return failed
    found.push(one)
    // No space belongs between two of them, and some servers have one.
    match(reader, / (?=\()/y)
  } while (peek(reader) === '(')
  return found
}

export const envelope: Parser<Envelope> = map(
  inParentheses(
    sequence(
      words(optionalText, decoded, addresses, addresses, addresses),
      space,
      words(addresses, addresses, addresses, optionalText, optionalText),
    ),
  ),
  ([[date, subject, from, sender, replyTo], , [to, cc, bcc, inReplyTo, messageId]]) => ({
    ...{ date, subject, from, sender, replyTo, to, cc, bcc, inReplyTo, messageId },
  }),
)

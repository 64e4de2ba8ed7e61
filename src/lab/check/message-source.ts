import { latin1, utf8, fromStrictUtf8 } from '../../core/bytes.ts'

/** A message as a mail program keeps it, without what the program put around it. */
export interface MessageSource {
  /** From its first field on. */
  readonly text: string
  /** Lines that stand before it in what was pasted. */
  readonly linesBefore: number
  /** What was left out, in a sentence. */
  readonly note?: string
}

/** What Apple Mail puts before a message: the number of its octets. */
const APPLE = /^\d{1,12}[ \t]*\r?\n(?=[!-9;-~]{1,100}:)/
/** What parts messages in a mailbox file; Thunderbird writes a dash for the sender. */
const MBOX = /^From (?:- |[^\s:]{1,320} {1,2})[A-Z][a-z]{2} [A-Z][a-z]{2} /
const FROM_LINE = /^>?From [^\n]*\n/

/** Whether a message may start here, behind what its program puts before it. */
export const withoutEnvelope = (text: string): string =>
  text.trimStart().replace(APPLE, '').replace(FROM_LINE, '')

/** Takes the first message out of a file of a mail program. Never throws. */
export function messageSource(given: string, octets: boolean): MessageSource {
  const start = given.trimStart()
  const inner = withoutEnvelope(start)
  const before = given.slice(0, given.length - inner.length)
  const linesBefore = before.split('\n').length - 1
  const apple = APPLE.exec(start)?.[0]
  if (apple !== undefined)
    return { text: firstOctets(inner, Number.parseInt(apple, 10), octets), linesBefore }
  if (!MBOX.test(start)) return { text: inner, linesBefore }
  const parts = inner.split(/(?<=\n)\r?\n(?=From [^\s:]{1,320} {1,2}[A-Z][a-z]{2} [A-Z][a-z]{2} )/)
  // In such a file a line of the text that begins so is quoted.
  const text = parts[0]!.replace(/^>(?=>*From )/gm, '')
  const count = parts.length.toLocaleString('en')
  return {
    ...{ text, linesBefore },
    ...(parts.length > 1 && {
      note: `This mailbox file holds ${count} messages. The first one is read; paste another one alone.`,
    }),
  }
}

/** What stands behind them is Apple's own. */
function firstOctets(text: string, count: number, octets: boolean): string {
  const bytes = (octets ? latin1(text) : utf8(text)).subarray(0, count)
  const isWhole = bytes.length === count
  const cut = octets ? text.slice(0, count) : fromStrictUtf8(bytes)
  return isWhole && cut !== undefined ? cut : text
}

/** Whether fields stand there as a mail program shows them, or quotes them in an answer, and not as they were sent. */
export function isShownHeader(top: string): boolean {
  const head = top.trimStart().split(/\r?\n[ \t]*\r?\n/, 1)[0]!
  const has = (names: string) => new RegExp(`^[ \\t>*]*(?:${names})[ \\t]*:`, 'im').test(head)
  return (
    has('From|Von|De|Da|Van') &&
    has('Sent|Gesendet|Datum|Envoy\u00e9|Enviado(?: el| em)?|Inviato|Verzonden') &&
    !has('Received|Message-ID|MIME-Version|Date|Return-Path')
  )
}

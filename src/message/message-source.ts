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
export function messageSource(given: string): MessageSource {
  const start = given.trimStart()
  const inner = withoutEnvelope(start)
  const before = given.slice(0, given.length - inner.length)
  const linesBefore = before.split('\n').length - 1
  if (APPLE.test(start)) return { text: withoutProperties(inner), linesBefore }
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

/** Behind a message stand Apple's own properties. */
function withoutProperties(text: string): string {
  const at = text.lastIndexOf('<?xml ')
  return at > 0 && /^<\?xml [^>]*>\s*<!DOCTYPE plist/.test(text.slice(at, at + 300))
    ? text.slice(0, at)
    : text
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

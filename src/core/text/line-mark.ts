/**
 * Who a line of the terminal is from, and what it says: written into the output as a sequence that
 * terminals ignore (an operating system command), so that the page can draw a glyph beside the line
 * while the line itself stays the plain text.
 */
export type LineMark =
  /** The prompt of the shell. */
  | 'prompt'
  /** A command to a server. */
  | 'command'
  /** A line of a message on its way to a server. */
  | 'message'
  /** What a server sent that is no reply: data, a line of a message. */
  | 'data'
  /** The classes of replies: done; go on; not now; no. */
  | 'ok'
  | 'go'
  | 'later'
  | 'refused'
  /** The shell or a program itself. */
  | 'program'

/** What a line is written in. */
export type SpokenProtocol = 'smtp' | 'imap' | 'pop3'

/** Number of the operating system command: the RFC of SMTP, which no terminal uses. */
export const LINE_MARK = 5321

/** A line's mark as it is in its sequence: `ok`, `ok;smtp`. */
export const markText = (mark: LineMark, protocol?: SpokenProtocol): string =>
  protocol ? `${mark};${protocol}` : mark

/** The sequence that marks the line in which it is written. */
export const markLine = (mark: LineMark, protocol?: SpokenProtocol): string =>
  `\x1b]${LINE_MARK};${markText(mark, protocol)}\x07`

/** A mark that was read back from its sequence. */
export interface ReadMark {
  readonly mark: LineMark
  readonly protocol: SpokenProtocol | undefined
}

/** @param text What stands in the sequence behind its number. */
export function readMark(text: string): ReadMark {
  const [mark, protocol] = text.split(';')
  return { mark: mark as LineMark, protocol: protocol as SpokenProtocol | undefined }
}

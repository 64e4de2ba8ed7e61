import { utf8 } from '../../core/bytes.ts'
import { bold, green, red, teal, yellow } from '../../core/text/ansi.ts'
import { markLine, type LineMark, type SpokenProtocol } from '../../core/text/line-mark.ts'
import { readersOf, type ReplyReader } from './reply-class.ts'

/**
 * Reads along in a session: what protocol is spoken, what each line of the server says, and whether
 * the client's next line is a command or a line of a message. It only looks; octets are not changed.
 */
export class SpokenLines {
  /** Known from the first line of the server on. */
  protocol: SpokenProtocol | undefined
  /** Octets of the client that are still part of a message: of a literal, or of a chunk. */
  #owed = 0
  /** Octets that the client has announced, and that the server has still to ask for. */
  #announced = 0
  /** Octets of a literal that the server is sending. */
  #coming = 0
  /** The message of DATA is on its way. */
  #isInData = false
  /** A reply is due: in POP3 only the first line behind a command is one. */
  #isReplyDue = true
  /** The server's line so far that has no end yet. */
  #open = ''

  /** Whether the line that the client types now belongs to a message. */
  get isInMessage(): boolean {
    return this.#isInData || this.#owed > 0
  }

  /** What the line is that the client types now. */
  get typing(): LineMark {
    return this.isInMessage ? 'message' : 'command'
  }

  /** Takes note of a line that the client has sent. */
  sent(line: string): void {
    if (this.#isInData) {
      this.#isInData = line !== '.'
      return
    }
    if (this.#owed > 0) {
      this.#owed = Math.max(0, this.#owed - octetsOf(line))
      return
    }
    this.#isReplyDue = true
    const [, chunk] = /^BDAT +(\d+)/i.exec(line) ?? []
    if (this.protocol === 'smtp' && chunk) this.#owed = Number(chunk)
    if (this.protocol === 'imap') this.#announce(line)
  }

  /**
   * The server's text as the screen shows it: each line with its mark, and its reply in colour.
   * @param text A piece of what came, with `\n` line ends; it may begin and end within a line.
   */
  paint(text: string): string {
    const pieces = text.split('\n')
    return pieces.map((piece, at) => this.#piece(piece, at < pieces.length - 1)).join('\n')
  }

  #piece(piece: string, isEnded: boolean): string {
    const isStart = this.#open === ''
    const painted = isStart && (piece !== '' || isEnded) ? this.#begin(piece) : piece
    this.#open += piece
    if (isEnded) {
      this.#received(this.#open)
      this.#open = ''
    }
    return painted
  }

  #begin(line: string): string {
    this.protocol ??= protocolOf(line)
    const reader = this.protocol && readersOf[this.protocol]
    if (!reader || this.#coming > 0) return markLine('data', this.protocol) + line
    const mark = this.#isReplyDue || this.protocol !== 'pop3' ? reader.markOf(line) : 'data'
    return markLine(mark, this.protocol) + coloured(line, mark, reader)
  }

  #received(line: string): void {
    if (this.#coming > 0) {
      this.#coming = Math.max(0, this.#coming - octetsOf(line))
      return
    }
    if (this.protocol === 'smtp') this.#isInData ||= /^354(?!-)/.test(line)
    if (this.protocol === 'pop3') this.#isReplyDue = false
    if (this.protocol !== 'imap') return
    this.#coming = Number(/^\* .*\{(\d+)\}$/.exec(line)?.[1] ?? 0)
    if (line.startsWith('+')) this.#owed = this.#announced
    this.#announced = 0
  }

  /** A literal, which a `+` of the server asks for, or which comes by itself (RFC 7888). */
  #announce(line: string): void {
    const [, octets, self] = /\{(\d+)([+-]?)\}$/.exec(line) ?? []
    if (!octets) return
    if (self) this.#owed = Number(octets)
    else this.#announced = Number(octets)
  }
}

/** With the two of its end. */
const octetsOf = (line: string): number => utf8(line).length + 2

/** Its greeting shows what a server speaks. */
function protocolOf(line: string): SpokenProtocol | undefined {
  if (/^\d{3}(?:[ -]|$)/.test(line)) return 'smtp'
  if (line.startsWith('* ')) return 'imap'
  return /^(?:\+OK|-ERR)/.test(line) ? 'pop3' : undefined
}

const COLOURS: Readonly<Partial<Record<LineMark, (text: string) => string>>> = {
  ok: green,
  go: teal,
  later: yellow,
  refused: red,
}

function coloured(line: string, mark: LineMark, reader: ReplyReader): string {
  const place = reader.code.exec(line)
  const colour = COLOURS[mark]
  if (!place || !colour) return line
  const [whole, before = '', code = ''] = place
  return before + bold(colour(code)) + line.slice(whole.length)
}

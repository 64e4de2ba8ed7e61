import { utf8 } from '../../core/bytes.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import type { CommandContext, TypedFor } from '../command.ts'
import type { Completion } from '../completion.ts'
import type { ConnectionListener } from '../../world/world.ts'
import type { OpenLine } from './open.ts'
import { completeCommand } from './complete-command.ts'
import { SpokenLines } from './spoken-lines.ts'
import { WireText } from './wire-text.ts'

/** The content type of a TLS alert (RFC 8446 §5.1): the first octet of one. */
const TLS_ALERT = 21

const tlsAdvice = ({ host, port }: OpenLine): string =>
  `Port ${port} begins with TLS, and those octets were its alert. Try \`openssl s_client -connect ${host}:${port}\`.`

export interface ConversationOptions {
  /** Octets that Enter sends. */
  readonly lineEnd: '\r\n' | '\n'
  /** Printed when the server closes. */
  readonly goodbye: string
}

/** Shows what comes over the line and sends what is typed, until one side closes. */
export class Conversation implements ConnectionListener {
  isOpen = true
  /** The first octet that came. */
  first: number | undefined
  readonly #text = new WireText()
  readonly #spoken = new SpokenLines()
  readonly #context: CommandContext
  readonly #line: OpenLine
  readonly #options: ConversationOptions

  constructor(context: CommandContext, line: OpenLine, options: ConversationOptions) {
    this.#context = context
    this.#line = line
    this.#options = options
    line.listen(this)
  }

  /** Sends a line, or a piece of a long one without its end. */
  send(text: string, end: 'enter' | 'full'): void {
    const { lineEnd } = this.#options
    // A line of a file may have its carriage return already.
    const line = lineEnd === '\r\n' ? text.replace(/\r$/, '') : text
    this.#line.send(utf8(end === 'enter' ? line + lineEnd : text))
    if (end === 'enter') this.#spoken.sent(line)
  }

  /** What the line is that is typed now. */
  get typed(): TypedFor {
    return { mark: this.#spoken.typing, protocol: this.#spoken.protocol }
  }

  /** Resolves when all that was sent is answered; lines of a message get no reply. */
  answered(): Promise<void> | undefined {
    return this.#spoken.isInMessage || !this.isOpen ? undefined : this.#line.answered()
  }

  /** What Tab does: offers commands that are allowed now, and words for them. In a message it is a tab. */
  complete(line: string, cursor: number): Completion | undefined {
    const { isInMessage, protocol } = this.#spoken
    if (isInMessage) return undefined
    return completeCommand(line, cursor, { protocol, connection: this.#line.id }, this.#context)
  }

  /** Hangs up, which ends the program. @param parting Printed at the end. */
  hangUp(parting?: string): void {
    this.#line.close()
    this.#end(parting)
    this.#context.done()
  }

  received(bytes: Uint8Array): void {
    this.first ??= bytes[0]
    this.#receive(this.#text.read(bytes))
  }

  closed(): void {
    this.#end(this.#options.goodbye)
    if (this.first === TLS_ALERT) this.#context.note(dim(withCode(tlsAdvice(this.#line))))
    this.#context.done()
  }

  #receive(text: string): void {
    this.#context.receive(text, this.#spoken.paint(text))
  }

  #end(parting: string | undefined): void {
    this.isOpen = false
    this.#receive(this.#text.end())
    this.#context.endReceived()
    if (parting !== undefined && this.#context.isOnScreen) this.#context.note(dim(parting))
  }
}

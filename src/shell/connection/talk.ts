import { utf8 } from '../../core/bytes.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import type { CommandContext } from '../command.ts'
import type { OpenLine } from './open.ts'
import { createWireReader } from './wire-text.ts'

/** A conversation between what is typed and a server. */
export interface Talk {
  /** Sends a line, or a piece of a long one without its end. */
  say(text: string, end: 'enter' | 'full'): void
  /** Hangs up; the program is over. A parting word is printed. */
  hangUp(parting?: string): void
}

/** The content type of a TLS alert (RFC 8446 §5.1): the first octet of one. */
const TLS_ALERT = 21

const tlsAdvice = ({ host, port }: OpenLine): string =>
  `Port ${port} begins with TLS, and those octets were its alert. Try \`openssl s_client -connect ${host}:${port}\`.`

/**
 * Shows what comes over the line and sends what is typed, until one side closes.
 * @param lineEnd Octets that Enter stands for.
 * @param goodbye Printed when the server closes.
 */
export function startTalk(
  context: CommandContext,
  line: OpenLine,
  lineEnd: '\r\n' | '\n',
  goodbye: string,
): Talk {
  const reader = createWireReader()
  let first: number | undefined
  function end(): void {
    context.receive(reader.end())
    context.endReceived()
  }
  line.listen({
    received(bytes) {
      first ??= bytes[0]
      context.receive(reader.read(bytes))
    },
    closed() {
      end()
      context.print(dim(goodbye))
      if (first === TLS_ALERT) context.tell(dim(withCode(tlsAdvice(line))))
      context.done()
    },
  })
  return {
    say: (text, lineIs) => line.send(utf8(lineIs === 'enter' ? text + lineEnd : text)),
    hangUp(parting) {
      line.close()
      end()
      if (parting !== undefined) context.print(dim(parting))
      context.done()
    },
  }
}

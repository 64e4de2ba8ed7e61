import { dim, withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { Conversation } from '../connection/conversation.ts'
import { openLine, refusalAdvice, refusalText, type OpenLine } from '../connection/open.ts'
import { readTarget, serviceOf, type Target } from '../connection/target.ts'
import { readOptions } from '../options.ts'

type Option = 'crlf' | 'lf' | 'pipelining' | 'verbose'

const OPTIONS: Readonly<Record<string, Option>> = {
  '-C': 'crlf',
  '--lf': 'lf',
  '--pipelining': 'pipelining',
  '-v': 'verbose',
  '--crlf': 'crlf',
  '--verbose': 'verbose',
}

export const nc: Command = {
  name: 'nc',
  aliases: ['netcat', 'ncat'],
  summary: 'connect to a port of a host and talk to it, line by line',
  completes: ['hosts'],
  page: {
    synopsis: ['nc [-v] [-C | --lf] [--pipelining] host port'],
    description: [
      '`nc` (netcat) opens a TCP connection. Each line you type goes to the server when you press Enter; what the server sends is shown as it comes. Everything is plain text, so you can speak SMTP by hand.',
      'Enter sends CRLF, the two octets that SMTP asks for at the end of a line. The `nc` on your own computer sends a bare LF unless you start it with `-C`; to do that here, give `--lf`.',
      'A session that you paste is sent line by line, each after the reply to the one before. With `--pipelining` all lines go out at once, as a client does that has seen `PIPELINING` in the answer to `EHLO`.',
      'Ctrl-C hangs up. So does Ctrl-D on an empty line: the end of your input. Control characters from the server are shown as `^[` and the like and never reach the terminal.',
    ],
    options: [
      ['-v', 'report when the connection is open'],
      ['--crlf, --verbose', 'the same as `-C` and `-v`, in the words of `ncat`'],
      ['-C', 'send CRLF at the end of a line: what happens anyway'],
      ['--lf', 'send a bare LF at the end of a line; strict servers reject that'],
      ['--pipelining', 'send all lines of a paste at once, without waiting for replies'],
    ],
    examples: [
      ['nc mx.example.org 25', 'talk to a mail server'],
      ['nc -v 192.0.2.25 smtp', 'the same by address, with the name of the port'],
    ],
    seeAlso: ['telnet', 'hosts', 'dig'],
  },
  run(words, context) {
    const given = readOptions('nc', words, OPTIONS, context)
    const target = given && readTarget('nc', given.words, context, blame)
    const line = target && connect(target, given.options, context)
    return line && createProgram(line, given.options, context)
  },
}

const blame = (name: string, port: number, reason: string): string =>
  `nc: getaddrinfo for host "${name}" port ${port}: ${reason}`

/** Tries each address in turn, as `nc` does. */
function connect(
  target: Target,
  options: ReadonlySet<Option>,
  context: CommandContext,
): OpenLine | undefined {
  for (const address of target.addresses) {
    const where = `${target.name} (${address})`
    const attempt = openLine(context, address, target)
    if (attempt.ok) {
      const service = serviceOf(target.port)
      if (options.has('verbose'))
        context.note(`Connection to ${where} ${target.port} port [tcp/${service}] succeeded!`)
      return attempt.line
    }
    const reason = refusalText(attempt.refused)
    context.complain(`nc: connect to ${where} port ${target.port} (tcp) failed: ${reason}`)
    if (address === target.addresses.at(-1))
      context.note(dim(withCode(refusalAdvice(target, attempt.refused))))
  }
  return undefined
}

function createProgram(
  line: OpenLine,
  options: ReadonlySet<Option>,
  context: CommandContext,
): Program {
  const goodbye = `${line.host} closed the connection.`
  const lineEnd = options.has('lf') ? '\n' : '\r\n'
  const conversation = new Conversation(context, line, { lineEnd, goodbye })
  const hangUp = (): void => conversation.hangUp()
  return {
    name: 'nc',
    connection: line.id,
    line: (text, end) => conversation.send(text, end),
    interrupt: hangUp,
    eof: hangUp,
    get typed() {
      return conversation.typed
    },
    complete: (text, cursor) => conversation.complete(text, cursor),
    ...(!options.has('pipelining') && { answered: () => conversation.answered() }),
  }
}

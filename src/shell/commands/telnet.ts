import { dim, withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { openLine, refusalAdvice, refusalText, type OpenLine } from '../connection/open.ts'
import { startTalk } from '../connection/talk.ts'
import { readTarget, type Target } from '../connection/target.ts'
import { readOptions } from '../options.ts'

export const telnet: Command = {
  name: 'telnet',
  summary: 'connect to a port of a host, with a way out: Ctrl-]',
  completes: ['hosts'],
  page: {
    synopsis: ['telnet host port'],
    description: [
      '`telnet` opens a TCP connection and shows both sides of it. Each line goes to the server with CRLF at its end when you press Enter, just as SMTP wants it.',
      'Ctrl-] steps aside to the prompt `telnet>`. There `quit` and `close` hang up, `status` tells where you are connected, `help` lists these words, and Enter alone goes back to the server. Ctrl-C hangs up at once.',
      'Only the plain conversation is simulated, not the Telnet protocol with its options.',
    ],
    examples: [['telnet mx.example.org 25', 'talk to a mail server']],
    seeAlso: ['nc', 'hosts', 'dig'],
  },
  run(words, context) {
    const given = readOptions('telnet', words, {}, context)
    const target = given && readTarget('telnet', given.words, context, blame)
    return target && connect(target, context)
  },
}

const blame = (name: string, port: number, reason: string): string =>
  `telnet: could not resolve ${name}/${port}: ${reason}`

function connect(target: Target, context: CommandContext): Program | undefined {
  for (const address of target.addresses) {
    context.print(`Trying ${address}...`)
    const attempt = openLine(context, address, target)
    if (attempt.ok) {
      context.print(`Connected to ${target.name}.\nEscape character is '^]'.`)
      return createProgram(attempt.line, target, context)
    }
    const reason = refusalText(attempt.refused)
    context.print(`telnet: Unable to connect to remote host: ${reason}`)
    if (address === target.addresses.at(-1))
      context.tell(dim(withCode(refusalAdvice(target, attempt.refused))))
  }
  return undefined
}

function createProgram(line: OpenLine, target: Target, context: CommandContext): Program {
  const talk = startTalk(context, line, '\r\n', 'Connection closed by foreign host.')
  let aside = false
  const hangUp = (): void => talk.hangUp('Connection closed.')
  return {
    name: 'telnet',
    get prompt() {
      return aside ? 'telnet> ' : ''
    },
    line(text, end) {
      if (!aside) return talk.say(text, end)
      aside = obey(text.trim(), target, context, hangUp)
    },
    interrupt: hangUp,
    eof: hangUp,
    key(name) {
      if (name === 'ctrl-]') aside = true
    },
  }
}

const WORDS = [
  ['quit', 'hang up and go back to the prompt (so does `close`)'],
  ['status', 'tell where you are connected'],
  ['help', 'list these words'],
  ['Enter', 'go back to the server'],
] as const

/** Does what was asked for at `telnet>`. Returns whether it goes on there. */
function obey(word: string, target: Target, context: CommandContext, hangUp: () => void): boolean {
  if (word === '') return false
  if (['quit', 'close', 'q', 'exit'].includes(word)) {
    hangUp()
    return false
  }
  if (word === 'status') {
    context.print(`Connected to ${target.name}, port ${target.port}.\nEscape character is '^]'.`)
    return false
  }
  if (word !== 'help' && word !== '?') context.print(withCode(`\`telnet\` knows no \`${word}\`.`))
  for (const [name, meaning] of WORDS) context.print(withCode(`  ${name.padEnd(8)}${meaning}`))
  return true
}

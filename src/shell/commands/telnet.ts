import { dim, withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext, Program, TypedFor } from '../command.ts'
import type { Completion } from '../completion.ts'
import { Conversation } from '../connection/conversation.ts'
import { openLine, refusalAdvice, refusalText, type OpenLine } from '../connection/open.ts'
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
      'Ctrl-] goes to the prompt `telnet>`. There `quit` and `close` hang up, `status` shows where you are connected, `help` lists these words, and Enter alone goes back to the server. Ctrl-C hangs up at once.',
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
    context.explain(`Trying ${address}...`)
    const attempt = openLine(context, address, target)
    if (attempt.ok) {
      context.explain(`Connected to ${target.name}.\nEscape character is '^]'.`)
      return new TelnetProgram(attempt.line, target, context)
    }
    const reason = refusalText(attempt.refused)
    context.complain(`telnet: Unable to connect to remote host: ${reason}`)
    if (address === target.addresses.at(-1))
      context.note(dim(withCode(refusalAdvice(target, attempt.refused))))
  }
  return undefined
}

/** Talks to the server, or to the program itself behind Ctrl-]. */
export class TelnetProgram implements Program {
  readonly name = 'telnet'
  readonly connection: number
  /** Whether `telnet>` reads what is typed. */
  isAtOwnPrompt = false
  readonly #target: Target
  readonly #context: CommandContext
  readonly #conversation: Conversation

  constructor(line: OpenLine, target: Target, context: CommandContext) {
    this.connection = line.id
    this.#target = target
    this.#context = context
    this.#conversation = new Conversation(context, line, {
      lineEnd: '\r\n',
      goodbye: 'Connection closed by foreign host.',
    })
  }

  get prompt(): string {
    return this.isAtOwnPrompt ? 'telnet> ' : ''
  }

  get typed(): TypedFor | undefined {
    return this.isAtOwnPrompt ? undefined : this.#conversation.typed
  }

  complete(line: string, cursor: number): Completion | undefined {
    return this.isAtOwnPrompt ? undefined : this.#conversation.complete(line, cursor)
  }

  answered(): Promise<void> | undefined {
    return this.#conversation.answered()
  }

  line(text: string, end: 'enter' | 'full'): void {
    if (this.isAtOwnPrompt) this.#run(text.trim())
    else this.#conversation.send(text, end)
  }

  interrupt(): void {
    this.#conversation.hangUp('Connection closed.')
  }

  eof(): void {
    this.interrupt()
  }

  key(name: string): void {
    if (name === 'ctrl-]') this.isAtOwnPrompt = true
  }

  #run(word: string): void {
    const isKnown = word === '' || word === 'status' || HANG_UP.includes(word)
    this.isAtOwnPrompt = !isKnown
    if (HANG_UP.includes(word)) this.interrupt()
    else if (word === 'status') this.#printStatus()
    else if (!isKnown) this.#printHelp(word)
  }

  #printStatus(): void {
    const { name, port } = this.#target
    this.#context.explain(`Connected to ${name}, port ${port}.\nEscape character is '^]'.`)
  }

  #printHelp(word: string): void {
    const { explain } = this.#context
    if (word !== 'help' && word !== '?') explain(withCode(`\`telnet\` has no command \`${word}\`.`))
    for (const [name, meaning] of WORDS) explain(withCode(`  ${name.padEnd(8)}${meaning}`))
  }
}

const HANG_UP = ['quit', 'close', 'q', 'exit']

const WORDS = [
  ['quit', 'hang up and go back to the prompt (so does `close`)'],
  ['status', 'show where you are connected'],
  ['help', 'list these words'],
  ['Enter', 'go back to the server'],
] as const

import { utf8 } from '../../core/bytes.ts'
import { clip } from '../../core/text/clip.ts'
import { red, withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext, InputFrom, Program } from '../command.ts'
import { unknownFlag } from '../flags.ts'
import type { Word } from '../language/tree.ts'
import { findCommand } from '../man-page.ts'
import { pointAt } from '../point-at.ts'
import { showText } from '../show-text.ts'
import { Feed } from './feed.ts'
import { jobLimits } from './limits.ts'
import type { JobPorts } from './ports.ts'
import type { Sink } from './sinks.ts'

export interface StageOptions {
  readonly ports: JobPorts
  readonly line: string
  readonly words: readonly Word[]
  readonly output: Sink
  readonly errors: Sink
  readonly inputFrom: InputFrom
  /** Called once, when it is over. */
  over(): void
}

/** One program of a pipeline: what it reads, where its output goes, and how it ends. */
export class Stage {
  status = 0
  isOver = false
  program: Program | undefined
  feed: Feed | undefined
  /** Its output has no reader any more. */
  #isBroken = false
  #printed = 0
  readonly #options: StageOptions

  constructor(options: StageOptions) {
    this.#options = options
  }

  get name(): string {
    return this.#options.words[0]?.text ?? ''
  }

  start(): void {
    const { words, ports } = this.#options
    const [name, ...rest] = words
    if (!name) return this.end()
    const command = findCommand(name.text, ports.commands)
    const context = this.#context()
    const program = command ? runCommand(command, rest, context) : this.#refuse(name.text, context)
    if (this.isOver) return
    if (!program) return this.end()
    this.program = program
    if (this.#isBroken) this.break()
  }

  /** Takes what comes through the pipe. @returns Whether it still reads. */
  accept(octets: Uint8Array): boolean {
    const { program } = this
    if (this.isOver || !program) return false
    if (program.input) program.input(octets)
    else (this.feed ??= new Feed(program)).push(octets)
    return !this.isOver
  }

  inputEnds(): void {
    const { program } = this
    if (this.isOver || !program) return
    if (program.input) program.eof()
    else (this.feed ??= new Feed(program)).end()
  }

  /** Ends it from outside, as the system does when its output has no reader. */
  break(): void {
    this.#isBroken = true
    if (!this.program || this.isOver) return
    this.program.interrupt()
    this.end()
  }

  end(): void {
    if (this.isOver) return
    this.isOver = true
    this.feed?.stop()
    this.#options.output.end()
    this.#options.errors.end()
    this.#options.over()
  }

  #refuse(name: string, context: CommandContext): undefined {
    const missing = `${showText(clip(name))}: ${red('command not found')}.`
    context.complain(`${missing} ${withCode(this.#options.ports.unknown(name, context))}`)
    context.setStatus(127)
    return undefined
  }

  /** Counts what is printed. @returns Whether it may be. */
  #mayPrint(size: number): boolean {
    const most = this.#options.output.isScreen ? jobLimits.screen : jobLimits.output
    if (this.#isBroken || this.#printed > most) return false
    this.#printed += size
    if (this.#printed <= most) return true
    this.#options.errors.explain(
      withCode(
        `\`${this.name}\` printed more than ${most} octets, the limit here: the rest is left out.`,
      ),
    )
    this.break()
    return false
  }

  #context(): CommandContext {
    const { ports, output, errors, line, inputFrom } = this.#options
    const { screen, session } = ports
    const put = (size: number, act: () => void): void => {
      if (this.#mayPrint(size)) act()
    }
    return {
      ...{
        world: ports.world,
        fetchPiece: ports.fetchPiece,
        isAtDesk: ports.isAtDesk,
        host: session.host,
        session,
        line,
        inputFrom,
      },
      ...{ commands: ports.commands, history: ports.history, isOnScreen: output.isScreen },
      write: (octets) => put(octets.length, () => output.write(octets)),
      print: (text) => put(text.length, () => output.print(text)),
      explain: (text) => put(text.length, () => output.explain(text)),
      complain: (text) => {
        this.status ||= 1
        errors.explain(text)
      },
      note: (text) => errors.explain(text),
      setStatus: (status) => void (this.status = status),
      receive: (text, shown) => put(text.length, () => receive(output, screen, text, shown)),
      endReceived: () => {
        if (output.isScreen) screen.endReceived()
      },
      clearScreen: () => screen.clear(),
      announce: (text) => screen.announce(text),
      logIn: (other) => ports.logIn(other),
      logOut: () => ports.logOut(),
      sessionOn: (host, user) => ports.sessionOn(host, user),
      done: () => this.end(),
    }
  }
}

/** Refuses an option where a program has none. */
function runCommand(
  command: Command,
  words: readonly Word[],
  context: CommandContext,
): Program | undefined {
  const option =
    command.options === 'none' ? words.find(({ text }) => /^-[^\d]/.test(text)) : undefined
  if (!option) return command.run(words, context)
  const advice = unknownFlag(command.name, showText(clip(option.text)), [])
  context.complain(pointAt(context.line, option.span, advice))
  return undefined
}

function receive(output: Sink, screen: JobPorts['screen'], text: string, shown?: string): void {
  if (output.isScreen) screen.receive(text, shown)
  else output.write(utf8(text))
}

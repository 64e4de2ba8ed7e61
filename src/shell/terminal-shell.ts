import { clip } from '../core/text/clip.ts'
import type { HostSpec } from '../world/spec.ts'
import type { World } from '../world/world.ts'
import { dim, red, withCode } from '../core/text/ansi.ts'
import { alignColumns } from '../core/text/columns.ts'
import type { CommandContext, Program } from './command.ts'
import { commands } from './commands/index.ts'
import { completeLine } from './complete.ts'
import { greet, promptOf } from './greeting.ts'
import { decodeKeys, noKeys, type Key } from './keys.ts'
import { editLine } from './line-editor.ts'
import { emptyLine, MAX_LINE, replaceInLine, type Line, type LineAction } from './line.ts'
import { findCommand } from './man-page.ts'
import { adviceForMisplaced } from './misplaced.ts'
import { parseCommandLine } from './parse-command-line.ts'
import { pointAt } from './point-at.ts'
import { Screen, type TypedLine } from './screen.ts'
import type { Shell, ShellOptions } from './shell.ts'
import { showText } from './show-text.ts'
import { PacedKeys, type Reply } from './paced-keys.ts'
import { unknownAdvice } from './unknown-command.ts'

/** A line editor over a screen: a finished line goes to a command, or to the program that runs. */
export class TerminalShell implements Shell {
  readonly history: string[] = []
  /** The line being typed. */
  line: Line = emptyLine(this.history)
  program: Program | undefined

  readonly #world: World
  readonly #host: HostSpec
  readonly #screen: Screen
  readonly #shellPrompt: string
  #keys = noKeys
  readonly #paced = new PacedKeys(
    (key) => this.#press(key),
    (act) => this.#printing(act),
  )
  /** Lines typed into the running program. */
  #sent: string[] = []
  /** Whether text is being printed: the line is drawn again when all of it is. */
  #isPrinting = false
  /** Whether a notice was printed that this line is too long. */
  #isFullNoticed = false
  /** The last key was Tab, and left more than one choice. */
  #isAmbiguous = false

  constructor({ world, host, output, run }: ShellOptions) {
    this.#world = world
    this.#host = world.hosts.find(({ name }) => name === host) ?? { name: host, addresses: [] }
    this.#screen = new Screen(output)
    this.#shellPrompt = promptOf(host)
    this.#printing(() => greet(this.#screen, run?.split(' ', 1)[0]))
  }

  get running(): string | undefined {
    return this.program?.name
  }

  type(data: string): void {
    const decoded = decodeKeys(this.#keys, data)
    this.#keys = decoded.state
    this.#paced.push(decoded.keys)
  }

  settled(): Promise<void> {
    return this.#paced.settled()
  }

  /** Does something that prints, and draws the line again. */
  #printing<Result>(print: () => Result): Result {
    const outer = this.#isPrinting
    this.#isPrinting = true
    try {
      return print()
    } finally {
      this.#isPrinting = outer
      if (!outer) this.#screen.show(this.#typed)
    }
  }

  get #typed(): TypedLine {
    const { search, text, cursor } = this.line
    const prompt = this.program ? (this.program.prompt ?? '') : this.#shellPrompt
    const typed = this.program ? this.program.typed : { mark: 'prompt' as const }
    return {
      ...typed,
      prompt: search ? dim(`(search: ${showText(search.query)}) `) : prompt,
      text: this.#isHidden ? '' : text,
      cursor: this.#isHidden ? 0 : cursor,
    }
  }

  get #isHidden(): boolean {
    return this.program?.typing === 'hidden'
  }

  /** @returns What the next key of a paste waits for. */
  #press(key: Key): Reply | undefined {
    if (key.kind === 'text' || key.name !== 'tab') this.#isAmbiguous = false
    let reply: Reply | undefined
    for (let next: Key | undefined = key; next;) {
      const before = this.line.text
      const edited = editLine(this.line, next)
      this.line = edited.line
      next = edited.action && this.#act(edited.action, before)
      if (edited.action?.kind === 'enter') reply = () => this.program?.answered?.()
    }
    return reply
  }

  /** @returns A key to go on with. */
  #act(action: LineAction, before: string): Key | undefined {
    if (action.kind === 'complete') return this.#complete()
    if (action.kind === 'full') return this.#overflow(action.rest)
    if (action.kind === 'enter') this.#enter(action.text)
    else if (action.kind === 'interrupt') this.#interrupt(before)
    else if (action.kind === 'clear') this.#screen.clear()
    else if (action.kind === 'other') this.program?.key?.(action.name)
    else if (this.program) this.program.eof()
    else
      this.#screen.explain(
        withCode('This terminal stays open. `help` shows what can be typed here.'),
      )
    return undefined
  }

  #enter(text: string): void {
    this.#isFullNoticed = false
    if (this.program) this.#send(text, 'enter')
    else this.#run(text)
  }

  #interrupt(before: string): void {
    this.#isFullNoticed = false
    const shown = `${before}^C`
    this.#screen.finish({ ...this.#typed, text: shown, cursor: 0 }, shown)
    this.program?.interrupt()
  }

  #run(text: string): void {
    const isBlank = text.trim() === ''
    const shown = { ...this.#typed, text, cursor: text.length }
    this.#screen.finish(shown, isBlank ? undefined : text)
    if (isBlank) return
    this.history.push(text)
    const life = { isOver: false }
    const program = this.#start(text, this.#contextFor(text, life))
    if (!program || life.isOver) return
    this.program = program
    this.#sent = []
    this.line = emptyLine(this.#sent)
  }

  #start(text: string, context: CommandContext): Program | undefined {
    const advice = adviceForMisplaced(text, context)
    if (advice) return this.#refuse(advice, context)
    const { words, problem } = parseCommandLine(text)
    if (problem) return void context.explain(pointAt(text, problem.span, problem.message))
    const [name, ...rest] = words
    if (!name) return undefined
    const command = findCommand(name.text, commands)
    if (command) return command.run(rest, context)
    const missing = `${showText(clip(name.text))}: ${red('command not found')}.`
    return void context.explain(`${missing} ${withCode(unknownAdvice(name.text, context))}`)
  }

  /** One answer is enough for all of a paste that went to the wrong place. */
  #refuse(advice: string, context: CommandContext): undefined {
    context.explain(withCode(advice))
    const left = this.#paced.dropLines()
    if (left > 0) context.explain(dim(leftOut(left)))
    return undefined
  }

  /** What a command may use. @param life Notes when the command is over, even before it returns. */
  #contextFor(line: string, life: { isOver: boolean }): CommandContext {
    const screen = this.#screen
    return {
      world: this.#world,
      host: this.#host,
      line,
      commands,
      history: this.history,
      print: (text) => this.#printing(() => screen.print(text)),
      explain: (text) => this.#printing(() => screen.explain(text)),
      receive: (text, shown) => this.#printing(() => screen.receive(text, shown)),
      endReceived: () => this.#printing(() => screen.endReceived()),
      clearScreen: () => this.#printing(() => screen.clear()),
      done: () =>
        this.#printing(() => {
          if (!life.isOver && this.program) this.#leaveProgram()
          life.isOver = true
        }),
    }
  }

  /** What was being typed stays, now for the prompt. */
  #leaveProgram(): void {
    const { text, cursor, cut } = this.line
    this.program = undefined
    this.line = { ...emptyLine(this.history), text, cursor, cut }
  }

  #send(text: string, end: 'enter' | 'full'): void {
    const shown = this.#isHidden ? '' : text
    this.#screen.finish({ ...this.#typed, text: shown, cursor: shown.length }, shown)
    if (shown !== '') this.#sent.push(shown)
    this.program?.line(text, end)
  }

  /** Of several choices as much as they share; the second Tab lists them. */
  #complete(): Key | undefined {
    const { text, cursor } = this.line
    const found = this.program
      ? this.program.complete?.(text, cursor)
      : completeLine(text, cursor, commands, this.#world)
    if (!found) return { kind: 'text', text: '\t' }
    this.line = replaceInLine(this.line, found.from, found.to, found.text)
    if (found.choices.length && this.#isAmbiguous) {
      this.#screen.finish(this.#typed, undefined)
      this.#screen.print(alignColumns(inRows(found.choices)).join('\n'))
    }
    this.#isAmbiguous = true
    return undefined
  }

  /** The line is full: a program gets it and goes on; the prompt takes no more. */
  #overflow(rest: string): Key | undefined {
    const { program, line } = this
    if (program) {
      this.line = { ...emptyLine(line.history), cut: line.cut }
      this.#send(line.text, 'full')
    }
    if (!this.#isFullNoticed) this.#screen.explain(dim(program ? FULL_LINE : FULL_PROMPT))
    this.#isFullNoticed = true
    return program && { kind: 'text', text: rest }
  }
}

const FULL_LINE = `This line is longer than ${MAX_LINE} characters: it goes on in pieces, and nothing is left out.`
const FULL_PROMPT = `A command line holds ${MAX_LINE} characters. What was typed beyond that was left out.`

const leftOut = (lines: number): string =>
  lines === 1
    ? 'The line behind it in your paste was left out. Connect first, then paste both again.'
    : `The ${lines} lines behind it in your paste were left out. Connect first, then paste all of it again.`

/** Choices side by side, four in a row. */
function inRows(choices: readonly string[]): string[][] {
  const rows: string[][] = []
  for (let at = 0; at < choices.length; at += 4) rows.push(choices.slice(at, at + 4))
  return rows
}

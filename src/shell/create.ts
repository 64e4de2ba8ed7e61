import { clip } from '../core/text/clip.ts'
import { dim, red, withCode } from '../core/text/ansi.ts'
import type { CommandContext, Program } from './command.ts'
import { commands } from './commands/index.ts'
import { completeLine } from './complete.ts'
import { alignColumns } from '../core/text/columns.ts'
import { promptOf, sayHello } from './greeting.ts'
import { decodeKeys, noKeys, type Key } from './keys.ts'
import { emptyLine, MAX_LINE, replaceInLine, type LineAction } from './line.ts'
import { editLine } from './line-editor.ts'
import { findCommand } from './man-page.ts'
import { parseCommandLine } from './parse-command-line.ts'
import { pointAt } from './point-at.ts'
import { showText } from './show-text.ts'
import { createScreen, type TypedLine } from './screen.ts'
import type { Shell, ShellOptions } from './shell.ts'
import { smtpAdvice, smtpVerb, unknownAdvice } from './unknown-command.ts'
import type { HostSpec } from '../world/spec.ts'

/** Opens a terminal on a host of the world and greets. Everything else follows from what is typed. */
export function createShell({ world, host, output }: ShellOptions): Shell {
  const screen = createScreen(output)
  const here: HostSpec = world.hosts.find(({ name }) => name === host) ?? {
    name: host,
    addresses: [],
  }
  const atPrompt = promptOf(host)
  const history: string[] = []
  /** Lines typed into the running program. */
  let sent: string[] = []
  let keys = noKeys
  let line = emptyLine(history)
  let program: Program | undefined
  /** Whether keys are being worked off: the line is drawn when all of them are. */
  let busy = false
  /** Whether it was said of this line that it is too long. */
  let toldFull = false

  const isHidden = (): boolean => program?.typing === 'hidden'
  const prompt = (): string => (program ? (program.prompt ?? '') : atPrompt)
  const typed = (): TypedLine => ({
    prompt: line.search ? dim(`(search: ${showText(line.search.query)}) `) : prompt(),
    text: isHidden() ? '' : line.text,
    cursor: isHidden() ? 0 : line.cursor,
  })

  /** Does something that prints, and shows the line again. */
  function printing<Result>(work: () => Result): Result {
    const outer = busy
    busy = true
    try {
      return work()
    } finally {
      busy = outer
      if (!busy) screen.show(typed())
    }
  }

  function createContext(text: string): { readonly context: CommandContext; over(): boolean } {
    let over = false
    const context: CommandContext = {
      world,
      host: here,
      line: text,
      commands,
      history,
      print: (printed) => printing(() => screen.print(printed)),
      tell: (told) => printing(() => screen.tell(told)),
      receive: (received) => printing(() => screen.receive(received)),
      endReceived: () => printing(() => screen.endReceived()),
      clearScreen: () => printing(() => screen.clear()),
      done: () =>
        printing(() => {
          if (over) return
          over = true
          if (program) leaveProgram()
        }),
    }
    return { context, over: () => over }
  }

  /** What was being typed stays, now for the prompt. */
  function leaveProgram(): void {
    program = undefined
    line = { ...emptyLine(history), text: line.text, cursor: line.cursor, cut: line.cut }
  }

  function run(text: string): void {
    screen.finish({ ...typed(), text, cursor: text.length }, text.trim() ? text : undefined)
    if (text.trim() === '') return
    history.push(text)
    const { context, over } = createContext(text)
    const started = start(text, context)
    if (!started || over()) return
    program = started
    sent = []
    line = emptyLine(sent)
  }

  function start(text: string, context: CommandContext): Program | undefined {
    const verb = smtpVerb(text)
    if (verb) return void context.tell(withCode(smtpAdvice(verb, context)))
    const { words, problem } = parseCommandLine(text)
    if (problem) return void context.tell(pointAt(text, problem.span, problem.message))
    const [name, ...rest] = words
    if (!name) return undefined
    const command = findCommand(name.text, commands)
    if (command) return command.run(rest, context)
    const missing = `${showText(clip(name.text))}: ${red('command not found')}.`
    context.tell(`${missing} ${withCode(unknownAdvice(name.text, context))}`)
    return undefined
  }

  function send(text: string, end: 'enter' | 'full'): void {
    const shown = isHidden() ? '' : text
    screen.finish({ ...typed(), text: shown, cursor: shown.length }, shown)
    if (shown !== '') sent.push(shown)
    program?.line(text, end)
  }

  function complete(): Key | undefined {
    if (program) return { kind: 'text', text: '\t' }
    const found = completeLine(line.text, line.cursor, commands, world)
    line = replaceInLine(line, found.from, found.to, found.text)
    if (found.choices.length) {
      screen.finish(typed(), undefined)
      screen.print(alignColumns(inRows(found.choices)).join('\n'))
    }
    return undefined
  }

  /** The line is full: a program gets it and goes on; the prompt takes no more. */
  function overflow(rest: string): Key | undefined {
    if (!program) {
      if (!toldFull) screen.tell(dim(FULL_PROMPT))
      toldFull = true
      return undefined
    }
    const text = line.text
    line = { ...emptyLine(line.history), cut: line.cut }
    send(text, 'full')
    if (!toldFull) screen.tell(dim(FULL_LINE))
    toldFull = true
    return { kind: 'text', text: rest }
  }

  /** @returns A key to go on with. */
  function act(action: LineAction, before: string): Key | undefined {
    switch (action.kind) {
      case 'enter':
        toldFull = false
        if (program) send(action.text, 'enter')
        else run(action.text)
        return undefined
      case 'interrupt':
        toldFull = false
        screen.finish({ ...typed(), text: `${before}^C`, cursor: 0 }, `${before}^C`)
        program?.interrupt()
        return undefined
      case 'eof':
        if (program) program.eof()
        else screen.tell(withCode('This terminal stays open. `help` shows what can be typed here.'))
        return undefined
      case 'complete':
        return complete()
      case 'clear':
        screen.clear()
        return undefined
      case 'full':
        return overflow(action.rest)
      case 'other':
        program?.key?.(action.name)
        return undefined
    }
  }

  function press(key: Key): void {
    for (let next: Key | undefined = key; next;) {
      const before = line.text
      const edited = editLine(line, next)
      line = edited.line
      next = edited.action && act(edited.action, before)
    }
  }

  printing(() => sayHello(screen))
  return {
    type(data) {
      const decoded = decodeKeys(keys, data)
      keys = decoded.state
      printing(() => decoded.keys.forEach(press))
    },
    history,
    get running() {
      return program?.name
    },
  }
}

const FULL_LINE = `This line is longer than ${MAX_LINE} characters: it goes on in pieces, and nothing is left out.`
const FULL_PROMPT = `A command line holds ${MAX_LINE} characters. What was typed beyond that was left out.`

/** Choices side by side, four in a row. */
function inRows(choices: readonly string[]): string[][] {
  const rows: string[][] = []
  for (let at = 0; at < choices.length; at += 4) rows.push(choices.slice(at, at + 4))
  return rows
}

import type { HostSpec } from '../world/spec.ts'
import type { World } from '../world/world.ts'
import { dim, withCode } from '../core/text/ansi.ts'
import { alignColumns } from '../core/text/columns.ts'
import type { Program } from './command.ts'
import { commands } from './commands/index.ts'
import { completeLine } from './complete.ts'
import { deskPrompt, greet, promptOf } from './greeting.ts'
import { decodeKeys, noKeys, type Key } from './keys.ts'
import { editLine } from './line-editor.ts'
import { emptyLine, MAX_LINE, replaceInLine, type Line, type LineAction } from './line.ts'
import { adviceForMisplaced } from './misplaced.ts'
import { isInside } from './files/path.ts'
import { Machines } from './files/machines.ts'
import { Job } from './job/job.ts'
import type { JobPorts } from './job/ports.ts'
import { parseCommandLine } from './language/parse.ts'
import { LEARNER, openSession, type Session } from './session.ts'
import { pointAt } from './point-at.ts'
import { Screen, type TypedLine } from './screen.ts'
import type { FetchPiece } from '../core/later-piece.ts'
import type { Shell, ShellOptions } from './shell.ts'
import { showText } from './show-text.ts'
import { PacedKeys, type Reply } from './paced-keys.ts'
import { unknownAdvice } from './unknown-command.ts'

/** A line editor over a screen: a finished line goes to a command, or to the program that runs. */
export class TerminalShell implements Shell {
  readonly history: string[] = []
  /** The line being typed. */
  line: Line = emptyLine(this.history)

  readonly #world: World
  readonly #screen: Screen
  readonly #machines: Machines
  readonly #ports: JobPorts
  /** Who is logged in, the one on top of the other: at first the learner, at the desk. */
  readonly #sessions: Session[]
  #job: Job | undefined
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

  constructor(options: ShellOptions) {
    const { world, host: name, output, run, settingsOf, fetchPiece = (fetch) => fetch() } = options
    this.#world = world
    const host = world.hosts.find((one) => one.name === name) ?? { name, addresses: [] }
    this.#screen = new Screen(output)
    this.#machines = options.machines ?? new Machines(world, name, settingsOf)
    const session = openSession(host, LEARNER, this.#machines.filesOf(host))
    this.#sessions = [session]
    this.#ports = this.#openPorts(fetchPiece)
    const elsewhere = this.#isAtDesk ? undefined : host
    this.#printing(() => greet(this.#screen, { elsewhere, program: run?.split(' ', 1)[0] }))
  }

  /** What gets the keys, where something runs. */
  get program(): Program | undefined {
    return this.#job?.foreground
  }

  get running(): string | undefined {
    return this.program?.name
  }

  get connection(): number | undefined {
    return this.program?.connection
  }

  type(data: string): void {
    const decoded = decodeKeys(this.#keys, data)
    this.#keys = decoded.state
    this.#paced.push(decoded.keys)
  }

  settled(): Promise<void> {
    return this.#paced.settled()
  }

  get place(): string {
    return this.#session.host.name
  }

  close(): void {
    // A program may take one Ctrl-C for less than all of it.
    for (let tries = 0; this.#job && tries < MOST_INTERRUPTS; tries++) this.#job.interrupt()
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
    const { program } = this
    const view = program?.view?.(this.#screen.columns)
    if (view) return { ...view, prompt: program?.prompt ?? '' }
    const prompt = program ? (program.prompt ?? '') : this.#prompt
    const typed = program ? program.typed : { mark: 'prompt' as const }
    return {
      ...typed,
      prompt: search ? dim(`(search: ${showText(search.query)}) `) : prompt,
      text: this.#isHidden ? '' : text,
      cursor: this.#isHidden ? 0 : cursor,
    }
  }

  get #prompt(): string {
    const { host, user, folder, home } = this.#session
    const shown =
      folder === home || isInside(folder, home) ? `~${folder.slice(home.length)}` : folder
    return this.#isAtDesk ? deskPrompt(host.name, shown) : promptOf(host.name, user, shown)
  }

  /** Whether the prompt is where the learner sits, and not on a host that was logged in to. */
  get #isAtDesk(): boolean {
    return this.#sessions.length === 1 && this.#session.host.name === this.#machines.desk
  }

  get #isHidden(): boolean {
    return this.program?.typing === 'hidden'
  }

  /** @returns What the next key of a paste waits for. */
  #press(key: Key): Reply | undefined {
    if (key.kind === 'text' || key.name !== 'tab') this.#isAmbiguous = false
    let reply: Reply | undefined
    for (let next = this.#pressProgram(key); next;) {
      const before = this.line.text
      const edited = editLine(this.line, next)
      this.line = edited.line
      next = edited.action && this.#act(edited.action, before)
      if (edited.action?.kind === 'enter') reply = () => this.program?.answered?.()
    }
    return reply
  }

  /** A program may take the keys themselves. @returns What is left of them for the line. */
  #pressProgram(key: Key): Key | undefined {
    const { program } = this
    const isInterrupt = key.kind === 'press' && key.name === 'ctrl-c'
    return program?.press && !isInterrupt ? program.press(key) : key
  }

  /** @returns A key to go on with. */
  #act(action: LineAction, before: string): Key | undefined {
    if (action.kind === 'complete') return this.#complete()
    if (action.kind === 'full') return this.#overflow(action.rest)
    if (action.kind === 'enter') this.#enter(action.text)
    else if (action.kind === 'interrupt') this.#interrupt(before)
    else if (action.kind === 'clear') this.#screen.clear()
    else if (action.kind === 'other') this.program?.key?.(action.name)
    else if (this.program) this.#endInput(this.program)
    else this.#leave()
    return undefined
  }

  /** With all of its input, a program may go on by itself: what is typed meanwhile waits. */
  #endInput(program: Program): void {
    program.eof()
    const job = this.#job
    if (job && !job.isReading) this.#paced.hold(job.settled())
  }

  /** Ctrl-D at the prompt ends a session on another host. */
  #leave(): void {
    const { host } = this.#session
    if (this.#sessions.length > 1) {
      this.#sessions.pop()
      this.#screen.print(`logout\nConnection to ${host.name} closed.`)
    } else
      this.#screen.explain(
        withCode('This terminal stays open. `help` shows what can be typed here.'),
      )
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
    this.#job?.interrupt()
  }

  #run(text: string): void {
    const isBlank = text.trim() === ''
    const shown = { ...this.#typed, text, cursor: text.length }
    this.#screen.finish(shown, isBlank ? undefined : text)
    if (isBlank) return
    this.history.push(text)
    const advice = adviceForMisplaced(text, this.#place)
    if (advice) return this.#refuse(advice)
    const parsed = parseCommandLine(text)
    if (!parsed.problem)
      return this.#start(new Job(parsed, text, this.#ports, () => this.#finish()))
    this.#sessions.at(-1)!.status = 2
    this.#screen.explain(pointAt(text, parsed.problem.span, parsed.problem.message))
  }

  #start(job: Job): void {
    this.#job = job
    job.start()
    if (job.isOver) return
    this.#sent = []
    this.line = emptyLine(this.#sent)
    if (!job.isReading) this.#paced.hold(job.settled())
  }

  /** What was being typed stays, now for the prompt. */
  #finish(): void {
    this.#printing(() => {
      this.#screen.endWritten()
      this.#job = undefined
      const { text, cursor, cut, history } = this.line
      if (history !== this.history) this.line = { ...emptyLine(this.history), text, cursor, cut }
    })
  }

  /** One answer is enough for all of a paste that went to the wrong place. */
  #refuse(advice: string): void {
    this.#screen.explain(withCode(advice))
    const left = this.#paced.dropLines()
    if (left > 0) this.#screen.explain(dim(leftOut(left)))
  }

  get #session(): Session {
    return this.#sessions.at(-1)!
  }

  get #place(): { readonly world: World; readonly host: HostSpec } {
    return { world: this.#world, host: this.#session.host }
  }

  /** What programs may use. */
  #openPorts(fetchPiece: FetchPiece): JobPorts {
    const screen = this.#screen
    const session = (): Session => this.#session
    const isAtDesk = (): boolean => this.#isAtDesk
    return {
      ...{ world: this.#world, fetchPiece, commands, history: this.history },
      get session() {
        return session()
      },
      get isAtDesk() {
        return isAtDesk()
      },
      screen: {
        print: (text) => this.#printing(() => screen.print(text)),
        explain: (text) => this.#printing(() => screen.explain(text)),
        receive: (text, shown) => this.#printing(() => screen.receive(text, shown)),
        endReceived: () => this.#printing(() => screen.endReceived()),
        write: (text) => this.#printing(() => screen.write(text)),
        clear: () => this.#printing(() => screen.clear()),
        announce: (text) => screen.announce(text),
      },
      sessionOn: (host, user) => openSession(host, user, this.#machines.filesOf(host)),
      logIn: (other) => void this.#sessions.push(other),
      logOut: () => this.#sessions.length > 1 && this.#sessions.pop() !== undefined,
      unknown: unknownAdvice,
    }
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
      : completeLine(text, cursor, { commands, world: this.#world, session: this.#session })
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

/** How often Ctrl-C is pressed to end what runs. */
const MOST_INTERRUPTS = 5

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

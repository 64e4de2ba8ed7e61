import { TerminalShell } from '../shell/terminal-shell.ts'
import type { FilesSnapshot } from '../shell/files/file-tree.ts'
import { Machines } from '../shell/files/machines.ts'
import type { Shell, ShellOptions, ShellOutput } from '../shell/shell.ts'
import type { LessonTerminal } from '../lessons/lesson.ts'
import type { LabInput } from './lab.ts'
import type { OpenTerminal, OpenTerminals } from './open-terminals.ts'
import { MOST_TERMINALS } from './terminal-numbers.ts'

export interface TerminalsOptions extends Omit<ShellOptions, 'host' | 'run' | 'machines'> {
  /** Where what is written in a terminal beside the first goes; absent: nowhere. */
  readonly outputOf?: ((terminal: number) => ShellOutput) | undefined
  /** The files at the lesson's own terminal in place of those that are made for it. */
  readonly files?: FilesSnapshot
}

/**
 * The terminals of a lab: the lesson's own, which is there from the start, and others on any host. Each has
 * a prompt, a history and a folder of its own; the world and its files are the same for all.
 */
export class Terminals implements OpenTerminals {
  readonly first: Shell
  readonly #others = new Map<number, { readonly host: string; readonly shell: Shell }>()
  readonly #machines: Machines
  readonly #options: TerminalsOptions
  readonly #host: string

  constructor({ host, run }: LessonTerminal, options: TerminalsOptions) {
    this.#options = options
    this.#host = host
    this.#machines = new Machines(options.world, host, options.settingsOf, options.files)
    this.first = new TerminalShell({
      ...options,
      ...{ host, machines: this.#machines },
      ...(run !== undefined && { run }),
    })
  }

  get(terminal = 1): Shell | undefined {
    return terminal === 1 ? this.first : this.#others.get(terminal)?.shell
  }

  /** Opens or closes one. */
  change(input: Extract<LabInput, { kind: 'open' | 'close' }>): void {
    if (input.kind === 'open') this.open(input.terminal, input.host)
    else this.close(input.terminal)
  }

  /** Opens one. A number that is taken, a host that is not there, or one too many: nothing happens. */
  open(terminal: number, host: string): void {
    const { world, outputOf, ...options } = this.#options
    const isKnown = world.hosts.some(({ name }) => name === host)
    const isFull = this.#others.size + 1 >= MOST_TERMINALS
    if (this.get(terminal) || !isKnown || isFull) return
    const output = outputOf?.(terminal) ?? silence
    const machines = this.#machines
    const shell = new TerminalShell({ ...options, world, host, machines, output })
    this.#others.set(terminal, { host, shell })
  }

  /** Closes one, with what runs in it. The first stays. */
  close(terminal: number): void {
    this.get(terminal === 1 ? 0 : terminal)?.close()
    this.#others.delete(terminal)
  }

  /** The files at the lesson's own terminal; undefined before the first look. */
  get files(): FilesSnapshot | undefined {
    return this.#machines.deskFiles
  }

  get list(): readonly OpenTerminal[] {
    if (!this.#others.size && this.first.place === this.#host) return []
    const first = { host: this.#host, shell: this.first }
    return [[1, first] as const, ...this.#others].map(([terminal, { host, shell }]) => ({
      ...{ terminal, host, place: shell.place },
      ...(shell.running !== undefined && { running: shell.running }),
      ...(shell.connection !== undefined && { connection: shell.connection }),
    }))
  }
}

const silence: ShellOutput = {
  write: () => undefined,
  addLine: () => undefined,
}

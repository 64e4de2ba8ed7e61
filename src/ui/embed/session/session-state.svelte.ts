import { LabClient } from '../../../lab/client.ts'
import { addToJournal } from '../../../lab/journal.ts'
import type { LabInput } from '../../../lab/lab.ts'
import type { OpenLine } from '../../../lab/line.ts'
import type { LabOutput } from '../../../lab/protocol.ts'
import type { Lesson, WorldEvent } from '../../../lab/types.ts'
import { TerminalFeed } from '../../state/terminal-feed.svelte.ts'

/** Hosts that break down this often do so each time that the journal is done again. */
const MAX_BREAKS = 3

/** A session that is typed: its lab, and what came out of it. */
export class SessionState {
  readonly feed = new TerminalFeed()
  phase = $state<'opening' | 'ready' | 'failed'>('opening')
  events = $state.raw<readonly WorldEvent[]>([])
  journal = $state.raw<readonly LabInput[]>([])
  /** Events before these came of the lines that were typed already. */
  firstOwn = $state(Infinity)
  readonly #lesson: Lesson
  /** The number of the one that is shown. */
  readonly #terminal: number
  readonly #client: LabClient
  #breaks = 0

  /**
   * @param journal What was done in it before.
   * @param terminal The number of the terminal that is shown: of several one is.
   */
  constructor(lesson: Lesson, openLine: OpenLine, journal: readonly LabInput[], terminal = 1) {
    this.#terminal = terminal
    this.#lesson = lesson
    this.journal = journal
    this.#client = new LabClient(openLine, {
      received: (output) => this.#receive(output),
      broke: (reason) => this.#startAgain(reason),
    })
    this.#client.open(lesson, { journal, zones: {} })
  }

  /** Types lines as a start, which is no work of the reader's. */
  async begin(lines: readonly string[]): Promise<void> {
    for (const line of lines) await this.type(`${line}\r`)
    this.firstOwn = this.events.length
  }

  async type(data: string): Promise<void> {
    const terminal = this.#terminal
    const input: LabInput = { kind: 'type', data, ...(terminal > 1 && { terminal }) }
    this.journal = addToJournal(this.journal, input)
    if (this.phase !== 'ready') this.feed.echo(data)
    await this.#client.apply(input).settled
  }

  setColumns(columns: number): void {
    this.feed.columns = columns
    this.#client.setColumns(columns)
  }

  close(): void {
    this.#client.close()
  }

  #receive(output: LabOutput): void {
    if (output.kind === 'opened') {
      this.feed.clear()
      this.events = []
      this.phase = 'ready'
    } else if (output.kind === 'terminal') {
      if ((output.terminal ?? 1) !== this.#terminal) return
      if (output.text) this.feed.write(output.text)
      for (const line of output.lines) this.feed.addLine(line)
    } else if (output.kind === 'events')
      this.events = [...this.events.slice(0, output.first), ...output.events]
    else if (output.kind === 'failed' || output.kind === 'refused') this.#fail(output.reason)
  }

  /** The host is gone: another one does again what was done. */
  #startAgain(reason: string): void {
    console.error(reason)
    if (++this.#breaks >= MAX_BREAKS) return this.#fail(reason)
    this.phase = 'opening'
    this.#client.open(this.#lesson, { journal: this.journal, zones: {} })
  }

  #fail(reason: string): void {
    console.error(reason)
    this.phase = 'failed'
  }
}

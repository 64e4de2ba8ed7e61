import type { TerminalPicture, TerminalOutput, TerminalsOutput } from './protocol.ts'
import { TerminalReport } from './terminal-report.ts'
import type { OpenTerminal, OpenTerminals } from './open-terminals.ts'

/** Collects what the terminals of a lab write, each for itself. */
export class TerminalReports {
  readonly first: TerminalReport
  readonly #others = new Map<number, TerminalReport>()
  /** The list as it was reported last. */
  #reported = '[]'

  constructor(columns: number) {
    this.first = new TerminalReport(columns)
  }

  set columns(columns: number) {
    for (const report of [this.first, ...this.#others.values()]) report.columns = columns
  }

  /** Begins to collect for a terminal that opens. */
  readonly outputOf = (terminal: number): TerminalReport => {
    const report = new TerminalReport(this.first.columns)
    this.#others.set(terminal, report)
    return report
  };

  /** Takes which terminals are open, where that has changed, and what was written in them. */
  *take(
    run: number,
    terminals: OpenTerminals | undefined,
  ): Generator<TerminalOutput | TerminalsOutput> {
    const list = terminals?.list ?? []
    yield* this.#takeList(run, list)
    yield* this.first.take(run, terminals?.first.running !== undefined)
    for (const { terminal, running } of list)
      yield* this.#others.get(terminal)?.take(run, running !== undefined, terminal) ?? []
  }

  *#takeList(run: number, list: readonly OpenTerminal[]): Generator<TerminalsOutput> {
    for (const terminal of this.#others.keys())
      if (!list.some((one) => one.terminal === terminal)) this.#others.delete(terminal)
    const written = JSON.stringify(list)
    if (written === this.#reported) return
    this.#reported = written
    yield { kind: 'terminals', run, terminals: list }
  }

  /** What was taken of the terminals beside the first, as a picture has it. */
  pictures(list: readonly OpenTerminal[]): TerminalPicture[] {
    return list.flatMap(({ terminal, running }) => {
      const report = this.#others.get(terminal)
      if (!report) return []
      const { screen, lines } = report
      return [{ terminal, screen, lines, busy: running !== undefined }]
    })
  }
}

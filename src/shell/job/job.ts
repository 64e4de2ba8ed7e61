import type { Program } from '../command.ts'
import type { CommandLine } from '../language/tree.ts'
import { PipelineRun } from './pipeline-run.ts'
import type { JobPorts } from './ports.ts'

/** The status of what was ended by Ctrl-C. */
const INTERRUPTED = 130

/** A line under way: one pipeline after the other, as `;`, `&&` and `||` say. */
export class Job {
  isOver = false
  #at = 0
  #run: PipelineRun | undefined
  #isAdvancing = false
  #isInterrupted = false
  readonly #parsed: CommandLine
  readonly #line: string
  readonly #ports: JobPorts
  readonly #over: () => void

  /** @param over Called when nothing of the line runs any more, maybe before `start` returns. */
  constructor(parsed: CommandLine, line: string, ports: JobPorts, over: () => void) {
    this.#parsed = parsed
    this.#line = line
    this.#ports = ports
    this.#over = over
  }

  start(): void {
    this.#advance()
  }

  /** What gets the keys now: a program that reads them, or else one that only Ctrl-C reaches. */
  get foreground(): Program {
    return this.#run?.reader ?? this.#unread
  }

  /** Whether a program reads what is typed. */
  get isReading(): boolean {
    return this.#run?.reader !== undefined
  }

  /** Resolves when the line is over, reads the keyboard, or waits for what may never come. */
  async settled(): Promise<void> {
    for (let due = this.#due; due; due = this.#due) await due
  }

  interrupt(): void {
    this.#isInterrupted = true
    this.#run?.interrupt()
    this.#isInterrupted = this.isOver
  }

  get #due(): Promise<void> | undefined {
    return this.isOver || this.isReading ? undefined : this.#run?.due
  }

  get #unread(): Program {
    return {
      name: this.#run?.running?.name ?? '',
      line: () => undefined,
      interrupt: () => this.interrupt(),
      eof: () => undefined,
    }
  }

  #advance(): void {
    if (this.#isAdvancing) return
    this.#isAdvancing = true
    while (!this.isOver && (!this.#run || this.#run.isOver)) this.#next()
    this.#isAdvancing = false
  }

  #next(): void {
    const { session } = this.#ports
    if (this.#run) session.status = this.#isInterrupted ? INTERRUPTED : this.#run.status
    const pipeline = this.#parsed.pipelines[this.#at++]
    if (!pipeline || this.#isInterrupted) return this.#end()
    const isWanted =
      pipeline.when === 'always' || (pipeline.when === 'success') === (session.status === 0)
    if (!isWanted) return
    this.#run = new PipelineRun(pipeline, this.#line, this.#ports, () => this.#advance())
    this.#run.start()
  }

  #end(): void {
    this.isOver = true
    this.#over()
  }
}

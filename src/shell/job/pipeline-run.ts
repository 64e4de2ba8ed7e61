import { withCode } from '../../core/text/ansi.ts'
import type { Program } from '../command.ts'
import { expandOne, expandWords, type Surroundings } from '../language/expand.ts'
import { limits } from '../language/limits.ts'
import type { LineProblem, Pipeline, RawWord, SimpleCommand, Word } from '../language/tree.ts'
import { filesMatching } from '../files/place.ts'
import { pointAt } from '../point-at.ts'
import { variableOf } from '../session.ts'
import type { JobPorts } from './ports.ts'
import { openStreams, type Streams } from './redirects.ts'
import { PipeSink, type Sink } from './sinks.ts'
import { Stage } from './stage.ts'

/** Runs the programs of one pipeline side by side. It is over when all of them are. */
export class PipelineRun {
  status = 0
  isOver = false
  stages: Stage[] = []
  readonly #pipeline: Pipeline
  readonly #line: string
  readonly #ports: JobPorts
  readonly #over: () => void
  /** Octets of `<` for each stage that has it. */
  readonly #inputs = new Map<Stage, Uint8Array>()

  constructor(pipeline: Pipeline, line: string, ports: JobPorts, over: () => void) {
    this.#pipeline = pipeline
    this.#line = line
    this.#ports = ports
    this.#over = over
  }

  /** The last program first, so that each finds a reader for what it prints. */
  start(): void {
    const { commands } = this.#pipeline
    for (let at = commands.length - 1; at >= 0; at--) {
      const stage = this.#openStage(commands[at]!, at)
      if (!stage) return this.#giveUp()
      this.stages.unshift(stage)
    }
    if (!this.#assign()) return this.#giveUp()
    for (const stage of this.stages.toReversed()) this.#startStage(stage)
    this.#check()
  }

  /** The program that reads the keyboard. */
  get reader(): Program | undefined {
    const pressed = this.stages.find(({ isOver, program }) => !isOver && program?.press)
    if (pressed) return pressed.program
    const [first] = this.stages
    if (!first || first.isOver || this.#inputs.has(first) || first.feed) return undefined
    return first.program?.reads === 'nothing' ? undefined : first.program
  }

  /** A program that still runs. */
  get running(): Program | undefined {
    return this.stages.find(({ isOver }) => !isOver)?.program
  }

  /** What it waits for before it can go on by itself; undefined where that may never come. */
  get due(): Promise<void> | undefined {
    for (const { isOver, feed } of this.stages) if (!isOver && feed?.settled) return feed.settled
    return this.running?.reads === 'nothing' ? this.running.answered?.() : undefined
  }

  interrupt(): void {
    const { reader } = this
    reader?.interrupt()
    // All of a pipeline gets it; a program may have only ended what it was about to do, and goes on.
    const goesOn = this.stages.some(({ isOver, program }) => !isOver && program === reader)
    if (!reader || !goesOn) for (const stage of this.stages) stage.break()
  }

  #openStage(command: SimpleCommand, at: number): Stage | undefined {
    const around = this.#surroundings
    const expanded = expandWords(command.words, around)
    if (!expanded.ok) return this.#refuse(expanded.problem)
    const words = expanded.words
    const next = this.stages[0]
    const pipe = next && this.#pipeTo(next)
    const streams = openStreams(command.redirects, {
      ...{ ports: this.#ports, pipe, around, refuse: (problem) => this.#refuse(problem) },
    })
    return streams && this.#makeStage(words, streams, at)
  }

  #makeStage(words: readonly Word[], { input, output, errors }: Streams, at: number): Stage {
    const stage: Stage = new Stage({
      ...{ ports: this.#ports, line: this.#line, words, output, errors },
      inputFrom: input ? 'file' : at > 0 ? 'pipe' : 'keyboard',
      over: () => this.#stageIsOver(stage),
    })
    if (input) this.#inputs.set(stage, input)
    return stage
  }

  /** A pipe into a stage: a program that writes without a reader is ended. */
  #pipeTo(next: Stage): Sink {
    return new PipeSink(
      (octets) => {
        if (!next.accept(octets)) this.stages[this.stages.indexOf(next) - 1]?.break()
      },
      () => next.inputEnds(),
    )
  }

  #startStage(stage: Stage): void {
    stage.start()
    const input = this.#inputs.get(stage)
    if (!input) return
    stage.accept(input)
    stage.inputEnds()
  }

  #stageIsOver(stage: Stage): void {
    const at = this.stages.indexOf(stage)
    for (const before of this.stages.slice(0, Math.max(0, at))) if (before.program) before.break()
    if (at >= 0) this.#check()
  }

  #check(): void {
    if (this.isOver || this.stages.some(({ isOver }) => !isOver)) return
    this.isOver = true
    this.status = this.stages.at(-1)?.status ?? 0
    this.#over()
  }

  #giveUp(): void {
    this.isOver = true
    this.status ||= 2
    this.#over()
  }

  #refuse({ span, message }: LineProblem): undefined {
    this.#ports.screen.explain(pointAt(this.#line, span, withCode(message)))
    this.status = 2
    return undefined
  }

  /** Variables are set by a line that does nothing else. @returns Whether they could be. */
  #assign(): boolean {
    const [command, ...more] = this.#pipeline.commands
    if (!command || more.length || command.words.length) return true
    const { variables } = this.#ports.session
    for (const { name, value } of command.assignments) {
      const found = this.#valueOf(value)
      if (found === undefined) return false
      if (variables.size >= limits.variables && !variables.has(name)) {
        this.#refuse({
          span: value.span,
          message: `A terminal keeps ${limits.variables} variables at most.`,
        })
        return false
      }
      variables.set(name, found)
    }
    return true
  }

  #valueOf(raw: RawWord): string | undefined {
    const expanded = expandOne(raw, this.#surroundings)
    if (!expanded.ok) return this.#refuse(expanded.problem)
    const text = expanded.words[0]!.text
    if (text.length <= limits.variable) return text
    const message = `A variable holds ${limits.variable} characters at most.`
    return this.#refuse({ span: raw.span, message })
  }

  get #surroundings(): Surroundings {
    const { session } = this.#ports
    return {
      variable: (name) => variableOf(session, name),
      home: session.home,
      matching: (pattern) => filesMatching(session, pattern),
    }
  }
}

import { fetchParts } from './fetch-parts.ts'
import { replayTimeline, type Replay } from './grading/timeline.ts'
import type { LabPorts } from './lab-ports.ts'
import { LabRun } from './lab-run.ts'
import { LAB_PROTOCOL, type LabOutput, type LabRequest, type PrepareRequest } from './protocol.ts'
import { isQuestion, answerQuestion } from './questions/index.ts'
import { readRequest } from './read-request.ts'

export type { LabPorts, ZoneRules } from './lab-ports.ts'

/**
 * Runs labs for one page, one after the other: requests go in, plain data comes out. It is the same in
 * a Worker, in the page, in Node and behind the bridge.
 */
export class LabHost {
  readonly #ports: LabPorts
  readonly #send: (output: LabOutput) => void
  #current: LabRun | undefined

  /** @param send Takes each output, in order. */
  constructor(ports: LabPorts, send: (output: LabOutput) => void) {
    this.#ports = ports
    this.#send = send
    send({ kind: 'hello', version: LAB_PROTOCOL })
  }

  /** Takes a request, whatever it is. Never throws. */
  receive(value: unknown): void {
    const request = readRequest(value)
    if (typeof request === 'string') this.#send({ kind: 'refused', reason: request })
    else this.#do(request)
  }

  /** Ends the lab that is open. */
  stop(): void {
    this.#current?.stop()
    this.#current = undefined
  }

  #do(request: LabRequest): void {
    if (request.kind === 'open') {
      this.stop()
      this.#current = new LabRun(request, this.#ports, this.#send)
    } else if (request.kind === 'prepare') this.#prepare(request)
    else if (request.kind === 'ask') void this.#answer(request)
    else if (request.kind === 'columns') this.#current?.setColumns(request.columns)
    // What was meant for an earlier lab does nothing in this one.
    else if (request.run !== this.#current?.run) return
    else if (request.kind === 'input') this.#current.input(request)
    else this.#current.snapshot()
  }

  /** What cannot be fetched now is asked for again by the lab that needs it, which says so. */
  #prepare({ lesson }: PrepareRequest): void {
    // What a lesson holds may be anything.
    const fetched = async () => fetchParts(lesson, this.#ports)
    fetched().catch(() => undefined)
  }

  readonly #replay: Replay = (lesson, journal, more) =>
    replayTimeline(lesson, journal, { ...this.#ports, ...more })

  async #answer({ id, name, asked }: Extract<LabRequest, { kind: 'ask' }>): Promise<void> {
    try {
      if (!isQuestion(name)) throw new Error(`A lab has no question “${name}”.`)
      const { crypto, fetchPiece } = this.#ports
      const lab = { world: this.#current?.world, crypto, replay: this.#replay }
      const answer = await answerQuestion(name, asked as never, lab, fetchPiece)
      this.#send({ kind: 'answer', id, answer })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.#send({ kind: 'unanswered', id, reason })
    }
  }
}

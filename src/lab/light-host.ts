import type { Crypto } from '../core/effects.ts'
import { LAB_PROTOCOL, type AskRequest, type LabOutput, type LabRequest } from './protocol.ts'
import { answerQuestion, questions, type QuestionName } from './questions/index.ts'
import { lightQuestions } from './questions/light.ts'
import { readRequest } from './read-request.ts'

/** All that a light host answers. */
const all = { ...questions, ...lightQuestions }

/** What a light host needs of the place where it runs. */
export interface LightPorts {
  readonly crypto: Crypto
  /** Fetches another piece of code, and again where that fails. */
  fetchPiece<Piece>(fetch: () => Promise<Piece>): Promise<Piece>
  /** Fetches and starts a host that runs labs. */
  startHost(send: (output: LabOutput) => void): Promise<WholeHost>
}

/** A host that runs labs too, as `LabHost` does. */
export interface WholeHost {
  receive(request: unknown): void
  stop(): void
}

/**
 * A host that answers questions, each with the code for that one alone; a whole one takes over when a lab is
 * opened. So what only judges a few lines fetches no simulated Internet.
 */
export class LightHost {
  readonly #ports: LightPorts
  readonly #send: (output: LabOutput) => void
  #whole: Promise<WholeHost | undefined> | undefined
  #isStopped = false

  /** @param send Takes each output, in order. */
  constructor(ports: LightPorts, send: (output: LabOutput) => void) {
    this.#ports = ports
    this.#send = (output) => {
      if (!this.#isStopped) send(output)
    }
    this.#send({ kind: 'hello', version: LAB_PROTOCOL })
  }

  /** Takes a request, whatever it is. Never throws. */
  receive(value: unknown): void {
    if (this.#isStopped) return
    const request = readRequest(value)
    if (typeof request === 'string') this.#send({ kind: 'refused', reason: request })
    else if (this.#whole) void this.#whole.then((host) => this.#handOver(host, request))
    else if (request.kind === 'ask') void this.#answer(request)
    else if (request.kind === 'open') this.#grow(request)
    // Before a lab is open nothing of it can be meant.
  }

  /** Ends the lab that is open, and says nothing more. */
  stop(): void {
    this.#isStopped = true
    void this.#whole?.then((host) => host?.stop())
  }

  #grow(request: LabRequest): void {
    this.#whole = this.#ports
      .startHost((output) => {
        // Who asked has been greeted.
        if (output.kind !== 'hello') this.#send(output)
      })
      .catch((error: unknown) => {
        // The next lab that is opened asks for it again.
        this.#whole = undefined
        if (request.kind === 'open') this.#fail(request.run, error)
        return undefined
      })
    void this.#whole.then((host) => this.#handOver(host, request))
  }

  #handOver(host: WholeHost | undefined, request: LabRequest): void {
    if (this.#isStopped) host?.stop()
    else if (host) host.receive(request)
    else if (request.kind === 'ask') void this.#answer(request)
  }

  #fail(run: number, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    this.#send({ kind: 'failed', run, cause: 'code', reason })
  }

  async #answer({ id, name, asked }: AskRequest): Promise<void> {
    try {
      if (!Object.hasOwn(all, name)) throw new Error(`A lab has no question “${name}”.`)
      const { crypto, fetchPiece } = this.#ports
      const lab = { world: undefined, crypto }
      const answer = await answerQuestion(
        name as QuestionName,
        asked as never,
        lab,
        fetchPiece,
        all,
      )
      this.#send({ kind: 'answer', id, answer })
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      this.#send({ kind: 'unanswered', id, reason })
    }
  }
}

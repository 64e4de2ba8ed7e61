import { LAB_PROTOCOL, type LabOutput, type LabRequest } from '../../../lab/protocol.ts'
import type { TranscriptLine } from '../../../lab/types.ts'
import script from '../../../hosting/worker.ts?worker&url'
import { tryLesson } from './try-lesson.ts'

/** What is used of a Worker. */
export type TryWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

const createWorker = (): TryWorker => new Worker(script, { type: 'module', name: 'lab' })

/**
 * A server of the simulated Internet, in a Worker, that answers one line after the other. It speaks the
 * lab protocol by itself, so that the home page fetches nothing of what draws a lesson.
 */
export class TryServer {
  readonly #worker: TryWorker
  readonly #addLine: (line: TranscriptLine) => void
  /** The greeting stands in the page already. */
  #isGreeted = false
  #isConnected = true
  #number = 0
  readonly #waiting = new Map<number, () => void>()

  /**
   * @param addLine Called for each line that comes back: of the server, or of the program.
   * @param broke Called when the Worker is gone, or could not be fetched.
   */
  constructor(
    addLine: (line: TranscriptLine) => void,
    broke: () => void,
    create: () => TryWorker = createWorker,
  ) {
    this.#addLine = addLine
    this.#worker = create()
    const end = () => {
      this.#worker.terminate()
      broke()
    }
    this.#worker.addEventListener('message', ({ data }: MessageEvent<LabOutput>) =>
      data.kind === 'failed' ? end() : this.#receive(data),
    )
    this.#worker.addEventListener('error', (event) => {
      event.preventDefault()
      end()
    })
    this.#post({
      ...{ kind: 'open', version: LAB_PROTOCOL, run: 1, lesson: tryLesson },
      ...{ journal: [], zones: {}, columns: 80 },
    })
  }

  /** Says a line; after a goodbye it calls again first. Resolves when the answer is there. */
  async say(line: string): Promise<void> {
    if (!this.#isConnected) await this.#type(`${tryLesson.terminal!.run}\r`)
    await this.#type(`${line}\r`)
  }

  #type(data: string): Promise<void> {
    const number = ++this.#number
    this.#post({ kind: 'input', run: 1, number, input: { kind: 'type', data } })
    return new Promise((resolve) => this.#waiting.set(number, resolve))
  }

  #post(request: LabRequest): void {
    this.#worker.postMessage(request)
  }

  #receive(output: LabOutput): void {
    if (output.kind === 'applied') this.#waiting.get(output.input)?.()
    if (output.kind !== 'terminal') return
    for (const line of output.lines)
      if (!this.#isGreeted) this.#isGreeted = line.who === 'server'
      // What was typed is on the page since Enter.
      else if (line.who !== 'you') this.#addLine(line)
    this.#isConnected = output.busy
  }
}

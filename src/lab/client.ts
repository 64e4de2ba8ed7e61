import type { Lesson } from '../lessons/lesson.ts'
import type { LabInput } from './lab.ts'
import type { LabLine, OpenLine } from './line.ts'
import { LAB_PROTOCOL, type LabOutput, type LabRequest } from './protocol.ts'
import type { Ask } from './questions/index.ts'

/** What a page learns of its lab. Outputs of labs that another has replaced do not come. */
export interface ClientListener {
  received(output: LabOutput): void
  /** The host is gone; the next request starts another one. */
  broke(reason: string): void
}

/** What a lab begins with. */
export interface LabStart {
  readonly journal: readonly LabInput[]
  readonly zones: Readonly<Record<string, string>>
}

/** A page's side of the lab protocol: one lab at a time, at a host that is there when it is needed. */
export class LabClient {
  columns = 80
  readonly #openLine: OpenLine
  readonly #listener: ClientListener
  #line: LabLine | undefined
  #run = 0
  /** The number of the last input of the run. */
  #input = 0
  #applied = new Map<number, () => void>()
  #question = 0
  #asked = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>()

  constructor(openLine: OpenLine, listener: ClientListener) {
    this.#openLine = openLine
    this.#listener = listener
  }

  /** Opens a lab in place of the one before. `opened` or `failed` comes back. */
  open(lesson: Lesson, { journal, zones }: LabStart): void {
    this.#run++
    this.#input = 0
    this.#releaseInputs()
    const { columns } = this
    this.#post({
      ...{ kind: 'open', version: LAB_PROTOCOL, run: this.#run },
      ...{ lesson, journal, zones, columns },
    })
  }

  /**
   * Does one thing in the lab.
   * @returns The number of the input, and when it has settled or the lab is gone.
   */
  apply(input: LabInput): { readonly number: number; readonly settled: Promise<void> } {
    const number = ++this.#input
    const settled = new Promise<void>((resolve) => this.#applied.set(number, resolve))
    this.#post({ kind: 'input', run: this.#run, number, input })
    return { number, settled }
  }

  setColumns(columns: number): void {
    this.columns = columns
    if (this.#line) this.#post({ kind: 'columns', columns })
  }

  readonly ask: Ask = (name, asked) =>
    new Promise((resolve, reject) => {
      const id = ++this.#question
      this.#asked.set(id, { resolve: resolve as (answer: unknown) => void, reject })
      this.#post({ kind: 'ask', id, name, asked })
    })

  /**
   * Fetches and starts the host before it is needed.
   * @param lesson Of which a lab will be opened: what it takes is fetched too.
   */
  prepare(lesson?: Lesson): void {
    this.#line ??= this.#connect()
    if (lesson) this.#line.post({ kind: 'prepare', lesson })
  }

  close(): void {
    this.#line?.close()
    this.#line = undefined
  }

  #post(request: LabRequest): void {
    this.prepare()
    this.#line!.post(request)
  }

  #connect(): LabLine {
    const line: LabLine = this.#openLine({
      received: (output) => this.#received(output),
      broke: (reason) => {
        this.#line = undefined
        this.#releaseInputs()
        for (const { reject } of this.#asked.values()) reject(new Error(reason))
        this.#asked.clear()
        this.#listener.broke(reason)
      },
    })
    return line
  }

  #received(output: LabOutput): void {
    if ('run' in output && output.run !== this.#run) return
    if (output.kind === 'applied') this.#settle(output.input)
    else if (output.kind === 'answer') this.#take(output.id)?.resolve(output.answer)
    else if (output.kind === 'unanswered') this.#take(output.id)?.reject(new Error(output.reason))
    else this.#listener.received(output)
  }

  #settle(upTo: number): void {
    for (const [number, resolve] of this.#applied)
      if (number <= upTo) {
        this.#applied.delete(number)
        resolve()
      }
  }

  #releaseInputs(): void {
    this.#settle(Infinity)
  }

  #take(id: number) {
    const asked = this.#asked.get(id)
    this.#asked.delete(id)
    return asked
  }
}

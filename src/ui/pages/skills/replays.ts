import { LabClient } from '../../../lab/client.ts'
import type { LabInput } from '../../../lab/lab.ts'
import type { OpenLine } from '../../../lab/line.ts'
import type { LabOutput } from '../../../lab/protocol.ts'
import type { Lesson } from '../../../lab/types.ts'

type Outcome = 'done' | 'open' | 'broken'

/** Milliseconds that one journal may take; a whole lesson takes well below one second. */
const MOST_TIME = 30_000

/** Does journals again, one after the other, each in a lab of its own beside the page. */
export class Replays {
  readonly #client: LabClient
  readonly #mostTime: number
  #settle: ((outcome: Outcome | Error) => void) | undefined

  constructor(openLine: OpenLine, mostTime = MOST_TIME) {
    this.#mostTime = mostTime
    this.#client = new LabClient(openLine, {
      received: (output) => this.#receive(output),
      broke: () => this.#settle?.('broken'),
    })
  }

  /** Rejects where the code of a lab could not be fetched. */
  replay(lesson: Lesson, journal: readonly LabInput[]): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(), this.#mostTime)
      this.#settle = (outcome) => {
        clearTimeout(timer)
        this.#settle = undefined
        if (outcome instanceof Error) reject(outcome)
        else resolve(outcome)
      }
      this.#client.open(lesson, { journal, zones: {} })
    })
  }

  close(): void {
    this.#client.close()
  }

  /** The Worker goes; the next journal gets another one. */
  #giveUp(): void {
    this.#client.close()
    this.#settle?.('broken')
  }

  #receive(output: LabOutput): void {
    if (output.kind === 'progress') this.#settle?.(output.progress.done ? 'done' : 'open')
    else if (output.kind === 'failed')
      this.#settle?.(output.cause === 'code' ? new Error(output.reason) : 'broken')
    else if (output.kind === 'refused') this.#settle?.('broken')
  }
}

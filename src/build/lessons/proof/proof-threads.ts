import { Worker } from 'node:worker_threads'

/** Threads for proofs. They load their script at once: lessons can be read meanwhile. */
export class ProofThreads {
  readonly count: number
  readonly #script: string
  readonly #waiting: Worker[]

  /** @param script The compiled `prove-worker.ts`. */
  constructor(script: string, count: number) {
    this.count = count
    this.#script = script
    this.#waiting = Array.from({ length: count }, () => new Worker(script))
  }

  /** One that does nothing now; a new one in place of one that ended. */
  take(): Worker {
    return this.#waiting.pop() ?? new Worker(this.#script)
  }

  /** Takes back one that is done. */
  give(thread: Worker): void {
    this.#waiting.push(thread)
  }

  async end(): Promise<void> {
    await Promise.all(this.#waiting.map((thread) => thread.terminate()))
  }
}

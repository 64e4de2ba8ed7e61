import type { ServerResponse } from 'node:http'

/** Milliseconds between signs of life, so that a page that is gone is found. */
const HEARTBEAT = 15_000
/** Milliseconds that a page should wait before it tries again. */
const RETRY = 2_000

/**
 * Says to one page what stands, as server-sent events. What changes while the page is slow to read is said
 * once, as it is then: nothing waits in memory for it.
 */
export class StateStream {
  readonly #response: ServerResponse
  readonly #state: () => readonly unknown[]
  readonly #pause: number
  #isFull = false
  #isStale = true
  #timer: NodeJS.Timeout | undefined
  readonly #beat: NodeJS.Timeout

  /**
   * @param state Messages that are to be said now; those that are texts are JSON already.
   * @param pause Milliseconds in which changes are gathered.
   */
  constructor(response: ServerResponse, state: () => readonly unknown[], pause: number) {
    this.#response = response
    this.#state = state
    this.#pause = pause
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    this.#write(`retry: ${RETRY}\n\n`)
    this.#beat = setInterval(() => {
      if (!this.#isFull) this.#write(': \n\n')
    }, HEARTBEAT)
    response.on('drain', () => {
      this.#isFull = false
      this.#say()
    })
    response.once('close', () => this.stop())
    this.#say()
  }

  /** Something changed, and the page is to hear of it soon. */
  stale(): void {
    this.#isStale = true
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#say()
    }, this.#pause)
  }

  /** Ends it without a word: no page reads it. */
  cut(): void {
    this.#response.destroy()
  }

  stop(): void {
    clearInterval(this.#beat)
    clearTimeout(this.#timer)
  }

  /** Announces the end of the class, or that the page is no longer of it. */
  end(name: 'end' | 'gone'): void {
    this.stop()
    this.#response.end(`event: ${name}\ndata: {}\n\n`)
  }

  #say(): void {
    if (this.#isFull || !this.#isStale) return
    this.#isStale = false
    const frames = this.#state().map(
      (one) => `data: ${typeof one === 'string' ? one : JSON.stringify(one)}\n\n`,
    )
    if (frames.length > 0) this.#write(frames.join(''))
  }

  #write(frame: string): void {
    this.#isFull = !this.#response.write(frame)
  }
}

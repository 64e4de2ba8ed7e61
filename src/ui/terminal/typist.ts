import { chunksOf } from './keys.ts'

/** Hands what is typed over in order, in parts, with a rest for the page after each. */
export class Typist {
  #queue = Promise.resolve()
  /** Each Control-C throws away what is still to be typed of a paste. */
  #interrupts = 0
  readonly #send: (data: string) => Promise<void>

  constructor(send: (data: string) => Promise<void>) {
    this.#send = send
  }

  type(data: string): void {
    if (data === '\x03') this.#interrupts++
    const mine = this.#interrupts
    const chunks = chunksOf(data)
    this.#queue = this.#queue.then(async () => {
      for (const chunk of chunks) {
        if (mine !== this.#interrupts) return
        await this.#send(chunk).catch(console.error)
        if (chunks.length > 1) await new Promise((done) => setTimeout(done))
      }
    })
  }
}

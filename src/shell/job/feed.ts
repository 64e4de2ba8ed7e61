import { fromUtf8, latin1, fromLatin1 } from '../../core/bytes.ts'
import type { Program } from '../command.ts'
import { MAX_LINE } from '../line.ts'

/**
 * Gives what comes through a pipe or from a file to a program that reads a keyboard: line by line,
 * each when the one before is answered, as a person types. Then the end.
 */
export class Feed {
  /** Resolves when what came so far was given. */
  settled: Promise<void> | undefined
  readonly #program: Program
  readonly #lines: string[] = []
  #next = 0
  /** Octets behind the last line end. */
  #open = ''
  #isEnded = false
  #isStopped = false

  constructor(program: Program) {
    this.#program = program
  }

  push(octets: Uint8Array): void {
    const lines = (this.#open + fromLatin1(octets)).split('\n')
    this.#open = lines.pop()!
    for (const line of lines) this.#lines.push(line)
    this.#start()
  }

  end(): void {
    this.#isEnded = true
    this.#start()
  }

  stop(): void {
    this.#isStopped = true
  }

  #start(): void {
    this.settled ??= this.#giveAll().finally(() => (this.settled = undefined))
  }

  async #giveAll(): Promise<void> {
    await this.#program.answered?.()
    while (this.#next < this.#lines.length && !this.#isStopped) {
      this.#give(this.#lines[this.#next++]!, 'enter')
      await this.#program.answered?.()
    }
    if (!this.#isEnded || this.#isStopped) return
    if (this.#open !== '') this.#give(this.#open, 'full')
    this.#program.eof()
  }

  /** A long line goes in pieces, as one that is typed does. */
  #give(line: string, end: 'enter' | 'full'): void {
    const text = fromUtf8(latin1(line))
    let at = 0
    for (; text.length - at > MAX_LINE; at += MAX_LINE)
      this.#program.line(text.slice(at, at + MAX_LINE), 'full')
    this.#program.line(text.slice(at), end)
  }
}

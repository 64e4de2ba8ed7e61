import { utf8 } from '../../core/bytes.ts'
import type { CommandContext, Program } from '../command.ts'
import { withCode } from '../../core/text/ansi.ts'

/**
 * A program that goes on by itself until its work is done, without the keyboard. Ctrl-C ends it: what
 * it finds out afterwards is not printed.
 */
export function workingProgram(
  name: string,
  context: CommandContext,
  work: () => Promise<void>,
): Program {
  let isOver = false
  const end = (): void => {
    if (!isOver) context.done()
    isOver = true
  }
  const working = work().then(end, (error: unknown) => {
    if (!isOver) context.complain(withCode(`${name}: ${reasonOf(error)}`))
    end()
  })
  return {
    name,
    reads: 'nothing',
    line: () => undefined,
    eof: () => undefined,
    interrupt() {
      if (!isOver) context.setStatus(130)
      end()
    },
    answered: () => working,
  }
}

const reasonOf = (error: unknown): string =>
  `it could not be loaded, or it broke: ${error instanceof Error ? error.message : String(error)}`

/** Reads standard input to its end, and then goes on as another program that reads no lines. */
export class AfterInput implements Program {
  readonly name: string
  #next: Program | undefined
  #parts: Uint8Array[] = []
  readonly #context: CommandContext
  readonly #then: (parts: readonly Uint8Array[]) => Program

  constructor(
    name: string,
    context: CommandContext,
    then: (parts: readonly Uint8Array[]) => Program,
  ) {
    this.name = name
    this.#context = context
    this.#then = then
  }

  get reads(): 'nothing' | undefined {
    return this.#next && !this.#next.press ? 'nothing' : undefined
  }

  get press(): Program['press'] {
    const next = this.#next
    return next?.press && ((key) => next.press?.(key))
  }

  get prompt(): string {
    return this.#next?.prompt ?? ''
  }

  input(octets: Uint8Array): void {
    this.#parts.push(octets.slice())
  }

  line(text: string, end: 'enter' | 'full'): void {
    this.input(utf8(end === 'enter' ? `${text}\n` : text))
  }

  eof(): void {
    this.#next ??= this.#then(this.#parts)
  }

  interrupt(): void {
    if (this.#next) return this.#next.interrupt()
    this.#context.setStatus(130)
    this.#context.done()
  }

  answered(): Promise<void> | undefined {
    return this.#next?.answered?.()
  }
}

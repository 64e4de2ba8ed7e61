import { untrack } from 'svelte'
import type { LessonState } from '../../../state/lesson-state.svelte.ts'
import { MOST_TERMINALS, nextTerminal } from '../../../../lab/terminal-numbers.ts'

/** Which of several terminals is shown, and in which of the others something has come since. */
export class ShownTerminal {
  /** Lines of each when it was seen last. */
  #seen = $state<Record<number, number>>({})
  readonly #work: LessonState
  /** Is shown as soon as it is there. */
  #wanted = 0

  constructor(work: LessonState) {
    this.#work = work
    // What is there already was seen, or a journal did it again.
    for (const { terminal } of work.lab.terminals)
      this.#seen[terminal] = work.feedOf(terminal).count
  }

  get shown(): number {
    return this.#work.front
  }

  get isFull(): boolean {
    return this.#work.lab.terminals.length >= MOST_TERMINALS
  }

  /** To be called where what it reads is followed: notes what is seen now. */
  follow(): void {
    const { lab } = this.#work
    const { terminals } = lab
    if (terminals.some(({ terminal }) => terminal === this.#wanted)) {
      this.#work.front = this.#wanted
      this.#wanted = 0
    }
    // One that was closed, or is not there any more in a lab that began anew, gives way to the first.
    // One that was in front when the work was left comes with its journal.
    const isThere = terminals.some(({ terminal }) => terminal === this.shown)
    if (this.shown !== 1 && !isThere && lab.judged >= 0) this.#work.front = 1
    // What a journal did again is nothing new.
    const all = lab.judged < 0 ? terminals.map(({ terminal }) => terminal) : [this.shown]
    for (const terminal of all) {
      const { count } = this.#work.feedOf(terminal)
      untrack(() => (this.#seen[terminal] = count))
    }
  }

  readonly isNew = (terminal: number): boolean =>
    terminal !== this.shown && this.#work.feedOf(terminal).count > (this.#seen[terminal] ?? 0)

  readonly show = (terminal: number): void => {
    this.#work.front = terminal
  }

  /** Opens one more, and shows it. */
  open(host: string): void {
    const terminal = nextTerminal(this.#work.journal)
    this.#wanted = terminal
    void this.#work.apply({ kind: 'open', terminal, host })
  }

  readonly close = (terminal: number): void => {
    void this.#work.apply({ kind: 'close', terminal })
  }

  /** The one beside the shown one: 1 to the right, -1 to the left, round the ends. */
  step(by: 1 | -1): void {
    const numbers = this.#work.lab.terminals.map(({ terminal }) => terminal)
    const next = numbers.at((numbers.indexOf(this.shown) + by) % numbers.length)
    if (next !== undefined) this.#work.front = next
  }
}

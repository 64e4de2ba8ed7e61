import { KEYS_REST, Rest, type RestClock } from '../kit/rest.ts'

interface Waiting<Edit> {
  edit: Edit
  readonly done: Promise<void>
  readonly settle: (outcome: Promise<void> | undefined) => void
}

/** Milliseconds for which one may go on typing before it is handed on. */
const LONGEST = 2000

/**
 * Hands on a text that is being typed: the newest, when the keys rest, or have gone on for long. What is made of half a
 * word is not worth the time of each key.
 */
export class PacedEdits<Edit> {
  readonly #act: (edit: Edit) => Promise<void>
  readonly #rest: Rest | undefined
  #waiting: Waiting<Edit> | undefined

  /**
   * @param act Takes an edit. Resolves when it is done.
   * @param clock Without it each edit is handed on as it is made.
   */
  constructor(act: (edit: Edit) => Promise<void>, clock?: RestClock) {
    this.#act = act
    this.#rest = clock && new Rest(() => this.flush(), KEYS_REST, clock, LONGEST)
  }

  /** The newest edit that was not handed on yet. */
  get waiting(): Edit | undefined {
    return this.#waiting?.edit
  }

  /**
   * @param edit Makes the one that waits needless.
   * @returns When it is done, or one that came in its place.
   */
  take(edit: Edit): Promise<void> {
    if (!this.#rest) return this.#act(edit)
    this.#rest.notice()
    if (this.#waiting) this.#waiting.edit = edit
    else this.#waiting = waitingFor(edit)
    return this.#waiting.done
  }

  /** Hands on what waits. */
  flush(): void {
    const waiting = this.#end()
    waiting?.settle(this.#act(waiting.edit))
  }

  /** What waits is of no use any more. */
  drop(): void {
    this.#end()?.settle(undefined)
  }

  /** @returns What waited until now. */
  #end(): Waiting<Edit> | undefined {
    const waiting = this.#waiting
    this.#waiting = undefined
    this.#rest?.cancel()
    return waiting
  }
}

function waitingFor<Edit>(edit: Edit): Waiting<Edit> {
  let settle: Waiting<Edit>['settle'] = () => {}
  const done = new Promise<void>((resolve) => (settle = resolve))
  return { edit, done, settle }
}

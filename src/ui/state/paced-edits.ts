interface Waiting<Edit> {
  edit: Edit
  readonly done: Promise<void>
  readonly settle: (outcome: Promise<void> | undefined) => void
}

/** Moments for which one may go on typing before the text is handed on. */
const LONGEST = 4

/**
 * Hands on a text that is being typed: at once after a rest, and then the newest when the keys rest for a moment,
 * or have gone on for four. What is made of half a word is not worth the time of each key.
 */
export class PacedEdits<Edit> {
  readonly #act: (edit: Edit) => Promise<void>
  readonly #inAMoment: ((act: () => void) => void) | undefined
  #waiting: Waiting<Edit> | undefined
  #isMoment = false
  /** Whether an edit came in this moment. */
  #goesOn = false

  /**
   * @param act Takes an edit. Resolves when it is done.
   * @param inAMoment Calls back after a few keys; without it each edit is handed on as it is made.
   */
  constructor(act: (edit: Edit) => Promise<void>, inAMoment?: (act: () => void) => void) {
    this.#act = act
    this.#inAMoment = inAMoment
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
    if (!this.#isMoment) return this.#handOn(edit)
    this.#goesOn = true
    if (this.#waiting) this.#waiting.edit = edit
    else this.#waiting = waitingFor(edit)
    return this.#waiting.done
  }

  /** Hands on what waits. */
  flush(): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    waiting?.settle(this.#handOn(waiting.edit))
  }

  /** What waits is of no use any more. */
  drop(): void {
    this.#waiting?.settle(undefined)
    this.#waiting = undefined
  }

  #handOn(edit: Edit): Promise<void> {
    this.#startMoment()
    return this.#act(edit)
  }

  #startMoment(): void {
    if (this.#isMoment || !this.#inAMoment) return
    this.#isMoment = true
    this.#wait(LONGEST)
  }

  #wait(moments: number): void {
    this.#goesOn = false
    this.#inAMoment?.(() => {
      if (this.#goesOn && moments > 1) return this.#wait(moments - 1)
      this.#isMoment = false
      this.flush()
    })
  }
}

function waitingFor<Edit>(edit: Edit): Waiting<Edit> {
  let settle: Waiting<Edit>['settle'] = () => {}
  const done = new Promise<void>((resolve) => (settle = resolve))
  return { edit, done, settle }
}

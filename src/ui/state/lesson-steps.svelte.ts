import type { Lesson, Progress, Step, StepProgress } from '../../lab/types.ts'
import type { Selection } from '../views/selection.ts'
import type { Saved } from './saved.ts'

/** What the steps need of their lesson. */
export interface StepPorts {
  /** As its variant has it. */
  readonly lesson: () => Lesson
  readonly progress: () => Progress | undefined
  readonly save: () => void
}

/** Where the learner is in a lesson: the step that is shown, the hints that were opened, what is looked at. */
export class LessonSteps {
  /** How many steps of its ladder are open, by the step's id. */
  hints = $state.raw<Saved['hints']>({})
  /** The message that is looked at: one that was chosen, or the one that the step speaks of. */
  selection = $state.raw<Selection>()
  /** The step that the learner went to; at first the one that was open when the lab had opened. */
  #id = $state<string>()
  readonly #ports: StepPorts

  constructor(ports: StepPorts) {
    this.#ports = ports
  }

  /** The step that is shown; none in the sandbox. */
  get shown(): Step | undefined {
    const { steps } = this.#ports.lesson()
    return steps.find(({ id }) => id === this.#id) ?? steps[0]
  }

  /** What is saved of the place: undefined before the lab has said which step is open. */
  get id(): string | undefined {
    return this.#id
  }

  /** Begins where the work was left. */
  open({ step, hints }: Pick<Saved, 'step' | 'hints'>): void {
    this.hints = hints
    this.#enter(step)
  }

  /** From here on a step stays until the learner goes on, though it be done. */
  stayAt(id: string | undefined): void {
    if (this.#id === undefined) this.#enter(id)
  }

  goTo(id: string): void {
    this.#enter(id)
    this.#ports.save()
  }

  /** How a step stands; undefined before the first judgement. */
  progressOf(step: string): StepProgress | undefined {
    return this.#ports.progress()?.steps.find(({ id }) => id === step)
  }

  /** Opens one more hint of the step that is shown. */
  showHint(): void {
    const { shown } = this
    if (!shown) return
    const count = Math.min((this.hints[shown.id] ?? 0) + 1, shown.ladder.length)
    this.hints = { ...this.hints, [shown.id]: count }
    this.#ports.save()
  }

  /** Whether the last hint of a step was needed. */
  get wasShown(): boolean {
    return this.#ports
      .lesson()
      .steps.some(({ id, ladder }) => (this.hints[id] ?? 0) >= ladder.length)
  }

  #enter(id: string | undefined): void {
    const isOther = id !== this.#id
    this.#id = id
    const { show } = this.shown ?? {}
    if (isOther && show?.mail !== undefined)
      this.selection = { kind: 'mail', id: show.mail, byStep: true }
  }
}

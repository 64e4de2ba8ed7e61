import type { Progress } from '../../../lessons/check.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { Player } from './player.ts'

/** Looks, while a lesson's solution is played, whether each rule that a step keeps quiet would speak. */
export class QuietWatch {
  readonly #lesson: Lesson
  readonly #found = new Set<string>()

  constructor(lesson: Lesson) {
    this.#lesson = lesson
  }

  async look({ lab }: Player, { steps }: Progress): Promise<void> {
    const wanted = this.#lesson.steps.filter(
      ({ id, quiet }) => quiet && steps.some((step) => step.id === id && !step.done),
    )
    if (!wanted.length) return
    const { diagnostics } = await lab.gather()
    for (const { id } of wanted)
      for (const { code } of diagnostics) this.#found.add(`${id} ${code}`)
  }

  failures(): string[] {
    return this.#lesson.steps.flatMap(({ id, quiet = [] }) =>
      quiet
        .filter((code) => !this.#found.has(`${id} ${code}`))
        .map((code) => `The step \`${id}\` keeps \`${code}\` quiet, which never speaks before.`),
    )
  }
}

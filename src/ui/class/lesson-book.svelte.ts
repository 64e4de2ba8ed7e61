import type { CourseData } from '../../lab/course-data.ts'
import type { Question } from '../../lab/class/protocol.ts'
import type { CommonMistake } from '../../lab/class/common-mistakes.ts'
import type { Lesson } from '../../lab/types.ts'

/** What lessons are called and ask, for a board: fetched from the site when it is needed. */
export class LessonBook {
  course = $state.raw<CourseData>({ modules: [], paths: [] })
  #lessons = $state.raw<Readonly<Record<string, Lesson>>>({})
  #asked: readonly string[] = []
  readonly #fetchJson: (path: string) => Promise<unknown>

  /** @param fetchJson Fetches a file of the site, from its root. Rejects where there is none. */
  constructor(fetchJson: (path: string) => Promise<unknown>) {
    this.#fetchJson = fetchJson
  }

  readonly entries = $derived(this.course.modules.flatMap((module) => module.lessons))

  async loadCourse(): Promise<void> {
    this.course = (await this.#fetchJson('course.json')) as CourseData
  }

  /** The lesson of a slug, once it has come. */
  lesson(slug: string | undefined): Lesson | undefined {
    return slug === undefined ? undefined : this.#lessons[slug]
  }

  /** Has a lesson fetched, once. */
  want(slug: string | undefined): void {
    if (slug === undefined || this.#asked.includes(slug) || !/^[a-z0-9-]+$/.test(slug)) return
    this.#asked = [...this.#asked, slug]
    this.#fetchJson(`lessons/${slug}.json`).then(
      (lesson) => (this.#lessons = { ...this.#lessons, [slug]: lesson as Lesson }),
      () => (this.#asked = this.#asked.filter((one) => one !== slug)),
    )
  }

  titleOf(slug: string): string {
    return this.entries.find((entry) => entry.slug === slug)?.title ?? slug
  }

  /** `3. Who is it for?`; empty where the lesson has no such step. */
  stepTitle(slug: string, step: string | undefined): string {
    const steps = this.lesson(slug)?.steps ?? []
    const at = steps.findIndex(({ id }) => id === step)
    return at < 0 ? '' : `${at + 1}. ${steps[at]!.title}`
  }

  /** What the goals and cards of a lesson ask for, in the order of its dots. */
  dotTexts(slug: string): readonly string[] {
    return (this.lesson(slug)?.steps ?? []).flatMap(({ goals, card }) => [
      ...goals.map(({ text }) => text),
      ...(card ? [card.ask] : []),
    ])
  }

  /** What the lesson says to a mistake, in the language of this page; else what a student's page said. */
  answerTo({
    slug,
    kind,
    cause,
    answered,
  }: Pick<CommonMistake, 'slug' | 'kind' | 'cause' | 'answered'>): string {
    const hint = kind === 'hint' && this.lesson(slug)?.hints.find(({ id }) => id === cause)
    return hint ? hint.text : answered
  }

  /** The predictions that a lesson asks for. */
  predictions(slug: string | undefined): readonly Question[] {
    return (this.lesson(slug)?.steps ?? []).flatMap(({ card }): Question[] => {
      if (card?.kind !== 'predict') return []
      const right = card.choices.findIndex(({ id }) => id === card.right)
      const because = card.choices[right]?.because
      return [
        {
          ...{ text: card.ask, choices: card.choices.map(({ text }) => text), right },
          ...(because !== undefined && { because }),
        },
      ]
    })
  }
}

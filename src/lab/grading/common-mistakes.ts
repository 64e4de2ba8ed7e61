import type { GradeReport, GradedMistake } from './report.ts'

/** A mistake that several made. */
export interface CommonMistake extends Pick<GradedMistake, 'id' | 'text'> {
  /** The slug of the lesson. */
  readonly lesson: string
  /** How many submissions have it. */
  readonly in: number
  /** How often it was made in all. */
  readonly times: number
}

/** The mistakes of all submissions that are believed: what most of them have comes first. */
export function commonMistakes(reports: readonly GradeReport[]): readonly CommonMistake[] {
  const found = new Map<string, CommonMistake>()
  for (const { lesson, work, result } of reports) {
    if (result === 'doubted' || !lesson) continue
    for (const { id, text, times } of work?.mistakes ?? []) {
      const key = `${lesson.slug}/${id}`
      // Of a variant the hint has other names; the first is as good as any.
      const before = found.get(key) ?? { id, text, lesson: lesson.slug, in: 0, times: 0 }
      found.set(key, { ...before, in: before.in + 1, times: before.times + times })
    }
  }
  return [...found.values()].toSorted((a, b) => b.in - a.in || b.times - a.times)
}

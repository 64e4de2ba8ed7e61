import type { Mistake, StudentRow } from './protocol.ts'

/** Mistakes of a class with one cause in one lesson. */
export interface CommonMistake {
  readonly slug: string
  readonly kind: Mistake['kind']
  readonly cause: string
  /** What was said of it to most. */
  readonly answered: string
  /** How many students made it. */
  readonly students: number
  readonly times: number
  /** What was typed, the most frequent first. */
  readonly examples: readonly { readonly typed: string; readonly students: number }[]
}

const MOST_EXAMPLES = 3

interface Gathered {
  readonly mistake: Mistake
  readonly slug: string
  readonly students: Set<number>
  times: number
  readonly typed: Map<string, Set<number>>
  readonly answered: Map<string, Set<number>>
}

/**
 * The mistakes of a class by their cause; those that most students made come first. Whose they are is not
 * in it.
 */
export function commonMistakes(rows: Iterable<StudentRow>): readonly CommonMistake[] {
  const found = new Map<string, Gathered>()
  for (const { student, place, mistakes } of rows)
    for (const mistake of place ? mistakes : []) {
      const key = `${place!.slug} ${mistake.kind} ${mistake.cause}`
      const group = found.get(key) ?? begun(mistake, place!.slug)
      found.set(key, group)
      group.students.add(student)
      group.times += mistake.times
      note(group.typed, sameTyped(mistake.typed), student)
      note(group.answered, mistake.answered, student)
    }
  return [...found.values()]
    .map(summed)
    .toSorted((a, b) => b.students - a.students || b.times - a.times)
}

const begun = (mistake: Mistake, slug: string): Gathered => ({
  ...{ mistake, slug, students: new Set(), times: 0, typed: new Map(), answered: new Map() },
})

/** White space makes no other mistake. */
const sameTyped = (typed: string): string => typed.trim().replace(/\s+/g, ' ')

function note(said: Map<string, Set<number>>, text: string, student: number): void {
  if (text !== '') said.set(text, (said.get(text) ?? new Set<number>()).add(student))
}

function summed({ mistake, slug, students, times, typed, answered }: Gathered): CommonMistake {
  const { kind, cause } = mistake
  return {
    ...{ slug, kind, cause, students: students.size, times },
    answered: byStudents(answered)[0]?.[0] ?? '',
    examples: byStudents(typed)
      .slice(0, MOST_EXAMPLES)
      .map(([text, by]) => ({ typed: text, students: by.size })),
  }
}

const byStudents = (said: ReadonlyMap<string, ReadonlySet<number>>) =>
  [...said].toSorted(([, a], [, b]) => b.size - a.size)

import type { Lesson } from '../../../lab/types.ts'

/**
 * The steps that an attribute names, by their numbers from 1 or their ids: `1-3`, `2, sender`.
 * @returns Undefined where it names one that the lesson does not have.
 */
export function stepsNamed(
  { steps }: Pick<Lesson, 'steps'>,
  value: string,
): readonly string[] | undefined {
  const found = new Set<string>()
  for (const name of value.split(/[\s,]+/).filter(Boolean)) {
    const [, first, last] = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(name) ?? []
    const some = first
      ? steps.slice(Number(first) - 1, Number(last ?? first))
      : steps.filter(({ id }) => id === name)
    if (first === '0' || !some.length || (last && Number(last) > steps.length)) return undefined
    for (const { id } of some) found.add(id)
  }
  return found.size ? steps.map(({ id }) => id).filter((id) => found.has(id)) : undefined
}

/** The lesson with some of its steps, and maybe without the questions that are asked before a try. */
export function lessonOf(
  lesson: Lesson,
  { only, predicts }: { readonly only: readonly string[] | undefined; readonly predicts: boolean },
): Lesson {
  const steps = lesson.steps
    .filter(({ id }) => only?.includes(id) ?? true)
    .map(({ card, ...step }) =>
      card && (predicts || card.kind !== 'predict') ? { ...step, card } : step,
    )
  return { ...lesson, steps }
}

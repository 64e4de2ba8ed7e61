import { groupBy } from '../../core/group-by.ts'
import type { SubmittedFile } from '../../lab/grading/grade.ts'

/** How many parts each thread has to do, so that none waits long for the last. */
const PARTS = 6

/**
 * Files that are graded one after the other: those of a lesson and variant, as what stands before a record says.
 * What is worked out for one of them is at hand for the next.
 * @returns Places in the list, in batches, the longest first.
 */
export function batchesOf(
  files: readonly SubmittedFile[],
  threads: number,
): readonly (readonly number[])[] {
  const longest = Math.ceil(files.length / (threads * PARTS))
  const alike = [...groupBy([...files.keys()], (at) => subjectOf(files[at]!)).values()]
  return alike
    .flatMap((places) => partsOf(places, longest))
    .toSorted((one, other) => other.length - one.length)
}

const partsOf = <Item>(items: readonly Item[], longest: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / longest) }, (_, at) =>
    items.slice(at * longest, (at + 1) * longest),
  )

/** The head of a submission is in its first lines; of a record without one nothing is known yet. */
const subjectOf = ({ text }: SubmittedFile): string =>
  text
    .slice(0, HEAD)
    .match(/"(?:lesson|variant)": ?"[^"]*"/g)
    ?.join(' ') ?? ''

/** Characters in which a head is looked for. */
const HEAD = 2048

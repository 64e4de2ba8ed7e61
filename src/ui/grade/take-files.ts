import { words } from '#words/grade'
import type { SubmittedFile } from '../../lab/grading/grade.ts'

/** Limits of ours. */
export const gradeLimits = {
  /** Files that are graded at once. */
  files: 500,
  /** Octets of one: a record may have four million characters (`recordLimits`), and has a head before it. */
  file: 5 * 1024 * 1024,
}

export interface TakenFiles {
  readonly files: readonly SubmittedFile[]
  /** What came of it, a sentence for each thing. */
  readonly said: string
}

/** What is used of a `File`. */
export type OpenFile = Pick<File, 'name' | 'size' | 'text'>

/**
 * Reads files that were dropped or chosen. One that is there already is not taken twice; of two with one name the
 * second has a number.
 * @param had What is there already.
 */
export async function takeFiles(
  given: readonly OpenFile[],
  had: readonly SubmittedFile[],
): Promise<TakenFiles> {
  const files: SubmittedFile[] = []
  const [tooLarge, unreadable]: [string[], string[]] = [[], []]
  let [again, tooMany] = [0, 0]
  for (const file of given) {
    const all = [...had, ...files]
    if (file.size > gradeLimits.file) tooLarge.push(file.name)
    else if (all.length >= gradeLimits.files) tooMany++
    else {
      const text = await file.text().catch(() => undefined)
      if (text === undefined) unreadable.push(file.name)
      else if (all.some((one) => one.text === text && isNameOf(one.name, file.name))) again++
      else files.push({ name: freeName(file.name, all), text })
    }
  }
  const limit = `${gradeLimits.file / 1024 / 1024} MiB`
  const said = [
    ...(files.length > 0 ? [words.taken(files.length)] : []),
    ...(again > 0 ? [words.again(again)] : []),
    ...(tooLarge.length > 0 ? [words.notTaken(named(tooLarge), limit)] : []),
    ...(tooMany > 0 ? [words.notTakenMany(gradeLimits.files, tooMany)] : []),
    ...(unreadable.length > 0 ? [words.unreadable(named(unreadable))] : []),
  ]
  return { files, said: said.join(' ') }
}

const isNameOf = (taken: string, name: string): boolean =>
  taken === name ||
  (taken.startsWith(`${name} (`) && /^\(\d+\)$/.test(taken.slice(name.length + 1)))

function freeName(name: string, all: readonly SubmittedFile[]): string {
  const names = new Set(all.map((one) => one.name))
  if (!names.has(name)) return name
  let number = 2
  while (names.has(`${name} (${number})`)) number++
  return `${name} (${number})`
}

/** Names that are listed in a sentence. */
const MOST = 5

const named = (names: readonly string[]): string =>
  names.slice(0, MOST).join(', ') + (names.length > MOST ? ' …' : '')

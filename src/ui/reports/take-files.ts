import { words } from '#words/reports'
import { inMebibytes, reportLimits } from '../../lab/reports/limits.ts'
import type { GivenFile } from '../../lab/types.ts'

export interface TakenFiles {
  readonly files: readonly GivenFile[]
  /** What came of it, a sentence for each thing. */
  readonly said: string
}

/** What is used of a `File`. */
export type OpenFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>

/**
 * Reads files that were dropped, pasted or chosen. What is beyond a limit is not read, and named.
 * @param had What is there already.
 */
export async function takeFiles(
  given: readonly OpenFile[],
  had: readonly GivenFile[],
): Promise<TakenFiles> {
  const [taken, said]: [GivenFile[], string[]] = [[], []]
  const [tooLarge, beyond, unreadable]: [string[], string[], string[]] = [[], [], []]
  let octets = had.reduce((sum, { bytes }) => sum + bytes.length, 0)
  let tooMany = 0
  for (const file of given) {
    if (had.length + taken.length >= reportLimits.files) tooMany++
    else if (file.size > reportLimits.file) tooLarge.push(file.name)
    else if (octets + file.size > reportLimits.all) beyond.push(file.name)
    else {
      const bytes = await octetsOf(file)
      if (!bytes) unreadable.push(file.name)
      else {
        octets += bytes.length
        taken.push({ name: file.name, bytes })
      }
    }
  }
  if (taken.length > 0) said.push(words.taken(taken.length))
  if (tooLarge.length > 0)
    said.push(words.notTaken(named(tooLarge), inMebibytes(reportLimits.file)))
  if (beyond.length > 0) said.push(words.notTakenAll(named(beyond), inMebibytes(reportLimits.all)))
  if (tooMany > 0) said.push(words.notTakenMany(reportLimits.files, tooMany))
  if (unreadable.length > 0) said.push(words.unreadable(named(unreadable)))
  return { files: taken, said: said.join(' ') }
}

/** @returns Undefined where the browser cannot read it: a folder, a file that is gone. */
async function octetsOf(file: OpenFile): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return undefined
  }
}

/** Names that are listed in a sentence. */
const MOST = 5

const named = (names: readonly string[]): string =>
  names.slice(0, MOST).join(', ') + (names.length > MOST ? ' …' : '')

import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Lesson } from '../../../lessons/lesson.ts'
import { readTranscript, type TranscriptLine } from '../proof/transcript.ts'
import { LessonError } from './lesson-error.ts'
import { shownPath } from './shown-path.ts'

/** Something to be done in a lesson: zones as they are at the end, then lines typed. */
export interface Play {
  readonly zones: Readonly<Record<string, string>>
  readonly transcript: readonly TranscriptLine[]
}

/** A play that goes wrong in the way that its hint knows. */
export interface Attempt {
  readonly hint: string
  readonly play: Play
}

/** Fewer would not show that hints distinguish mistakes. */
const MIN_ATTEMPTS = 2

/** Reads `solution.txt` (with a terminal) and `solution/*.zone` (with editable zones). */
export async function readSolution(folder: string, lesson: Lesson): Promise<Play> {
  const [zones, transcript] = await Promise.all([
    readZoneFolder(join(folder, 'solution'), lesson),
    readTranscriptFile(join(folder, 'solution.txt')),
  ])
  if (Object.keys(zones).length || transcript?.length)
    return { zones, transcript: transcript ?? [] }
  const file = shownPath(join(folder, lesson.terminal ? 'solution.txt' : 'solution/'))
  throw new LessonError([{ file, message: 'A lesson needs its solution.' }])
}

/** Reads `attempts/<hint>.txt` and `attempts/<hint>/*.zone`; every targeted hint has one. */
export async function readAttempts(folder: string, lesson: Lesson): Promise<Attempt[]> {
  const inside = join(folder, 'attempts')
  const entries = await readdir(inside, { withFileTypes: true }).catch(() => [])
  const attempts = await Promise.all(
    entries.map(async (entry): Promise<Attempt> => {
      const path = join(inside, entry.name)
      if (entry.isDirectory())
        return {
          hint: entry.name,
          play: { zones: await readZoneFolder(path, lesson), transcript: [] },
        }
      const transcript = (await readTranscriptFile(path)) ?? []
      return { hint: basename(entry.name, '.txt'), play: { zones: {}, transcript } }
    }),
  )
  compareNames(attempts, lesson, inside)
  return attempts
}

function compareNames(attempts: readonly Attempt[], { hints }: Lesson, folder: string): void {
  const file = shownPath(folder)
  const names = attempts.map(({ hint }) => hint)
  const strangers = names.filter((name) => !hints.some(({ id }) => id === name))
  const missing = hints.filter(({ id }) => !names.includes(id))
  const problems = [
    ...strangers.map((name) => ({
      file: `${file}/${name}`,
      message: 'No targeted hint has this name.',
    })),
    ...missing.map(({ id }) => ({
      file,
      message: `The targeted hint \`${id}\` has no attempt that earns it.`,
    })),
  ]
  if (attempts.length < MIN_ATTEMPTS)
    problems.push({ file, message: `Write at least ${MIN_ATTEMPTS} wrong attempts.` })
  if (problems.length) throw new LessonError(problems)
}

async function readZoneFolder(
  folder: string,
  { world }: Lesson,
): Promise<Readonly<Record<string, string>>> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.zone'))
  const entries = await Promise.all(
    names.map(async (name) => {
      const origin = basename(name, '.zone')
      if (!world.zones.some((zone) => zone.origin === origin && zone.editable))
        throw new LessonError([
          {
            file: shownPath(join(folder, name)),
            message: `\`${origin}\` is no editable zone here.`,
          },
        ])
      return [origin, await readFile(join(folder, name), 'utf8')] as const
    }),
  )
  return Object.fromEntries(entries)
}

async function readTranscriptFile(path: string): Promise<readonly TranscriptLine[] | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const reading = readTranscript(text)
  if (reading.ok) return reading.lines
  throw new LessonError([{ file: shownPath(path), line: reading.line, message: reading.message }])
}

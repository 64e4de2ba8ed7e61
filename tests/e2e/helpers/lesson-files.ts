import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleOf } from '../../../src/build/checks/sample.ts'
import { readTranscript, type TranscriptLine } from '../../../src/build/lessons/proof/transcript.ts'

const root = join(import.meta.dirname, '../../../lessons')

/** A lesson's folder, and the name that its page has. */
export interface LessonFolder {
  readonly slug: string
  readonly folder: string
}

/** Every lesson, in its order. */
export const lessonFolders: readonly LessonFolder[] = readdirSync(root, { withFileTypes: true })
  .filter((module) => module.isDirectory() && module.name !== 'worlds')
  .flatMap((module) =>
    readdirSync(join(root, module.name), { withFileTypes: true })
      .filter((lesson) => lesson.isDirectory())
      .map(({ name }) => ({
        slug: name.replace(/^\d+-/, ''),
        folder: join(root, module.name, name),
      })),
  )
  .toSorted((a, b) => (a.folder < b.folder ? -1 : 1))

/** Lessons that a sample of the browser tests takes, about. */
const SAMPLED = 5

/**
 * The lessons that browser tests go through one by one: all, or of a sample a few, each day others. With as
 * many days as there are parts, each has had its turn.
 */
export const triedLessons: readonly LessonFolder[] = (() => {
  const seed = process.env['HELO_SAMPLE']
  if (seed === undefined) return lessonFolders
  return sampleOf(lessonFolders, Math.ceil(lessonFolders.length / SAMPLED), Number(seed))
})()

/** A file of a lesson, such as `solution/example.org.zone`. */
export function lessonFile(slug: string, file: string): string {
  const found = lessonFolders.find((lesson) => lesson.slug === slug)
  if (!found) throw new Error(`There is no lesson ${slug}.`)
  return readFileSync(join(found.folder, file), 'utf8')
}

/** What a play of a lesson does, line by line; what must be received is left out. */
export function playOf(slug: string, name = 'solution'): readonly TranscriptLine[] {
  const reading = readTranscript(lessonFile(slug, `${name}.txt`))
  if (!reading.ok) throw new Error(`${slug}/${name}.txt:${reading.line} ${reading.message}`)
  return reading.lines.filter(({ who }) => who !== 'S')
}

/** A zone, or a document by its file, as a line `Z: example.org halfway` of a play names it. */
export function zoneOf(slug: string, line: string, name = 'solution'): string {
  const [zone = '', halfway] = line.split(/\s+/)
  const file = /\.(?:conf|eml)$/.test(zone) ? zone : `${zone}.zone`
  return lessonFile(slug, join(name, halfway ?? '', file))
}

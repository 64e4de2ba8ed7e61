import { availableParallelism } from 'node:os'
import type { Lesson } from '../../../lessons/lesson.ts'
import { loadWorlds } from '../../worlds/load-worlds.ts'
import { courseProblems } from '../course/check.ts'
import { LessonError, lessonFolders, loadLessons } from '../load-lessons.ts'
import { ANSWERED_AT_LEAST } from '../mutants/prove-mutants.ts'
import { titleNotes } from '../translation/title-notes.ts'
import { proveAll } from './prove-all.ts'
import { ProofThreads } from './proof-threads.ts'
import type { Report } from './prove-folder.ts'
import { allSeeds } from './prove-seeds.ts'

/** So many small mistakes are played in all lessons together, where not all are. */
const SAMPLE = 390

/** No lesson has fewer of them played, nor more, where not all are. */
const FEWEST = 10
const MOST = 40

const sampleFor = (lessons: number): number =>
  Math.max(FEWEST, Math.min(MOST, Math.floor(SAMPLE / lessons)))

/** The more mail travels in its world, and the further, the longer a lesson takes. */
const weightOf = ({ world: { hosts, mails, senders, plan = [] } }: Lesson): number =>
  hosts.length * (mails.length + senders.length + plan.length)

/** What `npm run prove` is asked for. */
export interface CourseJob {
  /** The project's folder. */
  readonly root: string
  /** What follows on the command line. */
  readonly words: readonly string[]
  /** The compiled script of a thread. */
  readonly worker: string
}

/** @returns The status to exit with; problems of the lessons' files are printed. */
export const proveCourse = (job: CourseJob): Promise<number> =>
  prove(job).catch((error: unknown) => {
    if (!(error instanceof LessonError)) throw error
    console.log(error.message)
    return 1
  })

/**
 * Checks every world and the course, and proves every lesson, with a sample of small mistakes in its
 * solutions; `--mutants` plays them all. `--seeds` proves the lessons with other names and addresses, seed by seed,
 * and `--translations` proves them in other languages, and nothing else. A word on the command line picks the lessons whose folder holds it.
 */
async function prove({ root, words, worker }: CourseJob): Promise<number> {
  const threads = new ProofThreads(worker, availableParallelism())
  try {
    return await proveIn(threads, root, words)
  } finally {
    await threads.end()
  }
}

async function proveIn(
  threads: ProofThreads,
  root: string,
  words: readonly string[],
): Promise<number> {
  const isWhole = words.includes('--mutants')
  const word = words.find((one) => !one.startsWith('--')) ?? ''
  const [lessons] = await Promise.all([loadLessons(root), loadWorlds(root)])
  const problems = word ? [] : await courseProblems(root, lessons)
  if (problems.length) throw new LessonError(problems)
  for (const note of word ? [] : await titleNotes(root)) console.log(note)
  const all = await lessonFolders(root)
  const folders = all.filter((folder) => folder.includes(word))
  const sample = sampleFor(folders.length)
  const jobs = folders.map((folder) => ({
    folder,
    weight: weightOf(lessons[all.indexOf(folder)]!),
    ...(!isWhole && { sample }),
    ...(words.includes('--seeds') && { seeds: allSeeds }),
    ...(words.includes('--translations') && { translations: true as const }),
  }))
  const reports = await proveAll(jobs, threads)
  for (const { text } of reports) console.log(text)
  const failed = reports.filter(({ failures }) => failures.length).length
  if (failed) console.log(`\n${failed} of ${reports.length} lessons do not prove themselves.`)
  else if (!reports.length) console.log('No lesson to prove.')
  const isBelow = !showShare(reports)
  return failed || isBelow || !reports.length ? 1 : 0
}

/**
 * Says the share of answered mistakes in all lessons: a sample of one is too small for its own share to say much.
 * @returns Whether it is enough.
 */
function showShare(reports: readonly Report[]): boolean {
  const mistakes = reports.reduce((sum, report) => sum + report.mistakes, 0)
  const answered = reports.reduce((sum, report) => sum + report.answered, 0)
  if (mistakes === 0) return true
  const isEnough = answered / mistakes >= ANSWERED_AT_LEAST
  const wanted = isEnough ? '' : ` ${ANSWERED_AT_LEAST * 100} % are wanted.`
  const percent = Math.floor((answered / mistakes) * 100)
  console.log(`\nOf ${mistakes} small mistakes ${percent} % are answered.${wanted}`)
  return isEnough
}

import type { Lesson } from '../../lessons/lesson.ts'
import { playedLesson } from '../record/check-record.ts'
import type { RecordedPlay, Sha256 } from '../record/record.ts'
import { plainName, seedInClass, variantInClass } from './class-variant.ts'
import { timePrint } from './copies.ts'
import { claimDoubts, headDoubts, inputDoubts, timeDoubts } from './doubts.ts'
import { gradedWork } from './graded-work.ts'
import { readSubmission } from './read-submission.ts'
import type { Doubt, GradeReport, GradedLesson, Note } from './report.ts'
import type { SharedWork } from './kept-work.ts'
import type { HandedIn } from './submission.ts'
import type { Replay, Timeline } from './timeline.ts'

/** Where submissions are graded. */
export interface GradePorts {
  readonly replay: Replay
  readonly sha256: Sha256
  /** The lesson of a name as it is now; undefined where there is none. Rejects where that cannot be found out. */
  lesson(slug: string): Promise<Lesson | undefined>
  /** What is known of a lesson and variant, from one submission to the next; nothing is kept by default. */
  sharedBy?(key: string): SharedWork
  /** Called when a replay begins. @returns Whether it may still go on. */
  startClock?(): () => boolean
}

/** A file that was handed in. */
export interface SubmittedFile {
  readonly name: string
  readonly text: string
}

/** What grading goes by. */
export interface GradeTerms {
  /** Of the class: then each name must have played its own variant. */
  readonly code?: string
}

/** Grades what a file holds: a submission, or each play of a record. Rejects only where a lesson cannot be had. */
export async function gradeFile(
  file: SubmittedFile,
  terms: GradeTerms,
  ports: GradePorts,
): Promise<readonly GradeReport[]> {
  const read = await readSubmission(file.text, ports.sha256)
  if (!read.ok) {
    const { fault, reason, line } = read
    const doubt: Doubt = { kind: fault, text: reason, ...(line !== undefined && { line }) }
    return [{ ...nothingKnown(file), result: 'unread', doubts: [doubt] }]
  }
  const { handedIn } = read
  if (handedIn.plays.length === 0) {
    const doubt: Doubt = { kind: 'unread', text: 'It is a record of nothing: it has no plays.' }
    return [{ ...nothingKnown(file), name: handedIn.name, result: 'unread', doubts: [doubt] }]
  }
  const reports: GradeReport[] = []
  for (const play of handedIn.plays)
    reports.push(await gradePlay(file.name, handedIn, play, terms, ports))
  return reports
}

const nothingKnown = ({ name }: SubmittedFile) => ({ file: name, name: '', notes: [] })

async function gradePlay(
  file: string,
  handedIn: HandedIn,
  play: RecordedPlay,
  terms: GradeTerms,
  ports: GradePorts,
): Promise<GradeReport> {
  const lesson = await ports.lesson(play.slug)
  const print = timePrint(play)
  const about = {
    ...{ file, name: handedIn.name, lesson: lessonOf(play, lesson), notes: notesOn(play) },
    made: isoDate(handedIn.made),
    ...(play.track && { began: isoDate(play.track.began) }),
    ...(print !== undefined && { print }),
  }
  const doubted = (doubts: readonly Doubt[]): GradeReport => ({
    ...about,
    result: 'doubted',
    doubts,
  })
  const played = playedLesson(play, lesson)
  if (typeof played === 'string') return doubted([unknown(played, play, lesson)])
  const before = [
    ...headDoubts(handedIn),
    ...(await nameDoubts(handedIn.name, play, lesson!, terms, ports)),
    ...timeDoubts(play, handedIn),
    ...inputDoubts(played, play.journal),
  ]
  // What edits what is not the learner's is not done again.
  if (before.some(({ kind }) => kind === 'input')) return doubted(before)
  const mayGoOn = ports.startClock?.()
  const key = `${play.slug} ${play.variant ?? ''}`
  const replayed = await ports.replay(played, play.journal, {
    ...ports.sharedBy?.(key),
    ...(mayGoOn && { mayGoOn }),
  })
  if (replayed.kind !== 'done') return doubted([...before, stopped(replayed)])
  const { timeline } = replayed
  const doubts = [...before, ...claimDoubts(play, played, timeline.steps)]
  const result = doubts.length > 0 ? 'doubted' : isDone(play, timeline) ? 'done' : 'open'
  return { ...about, result, doubts, work: gradedWork(played, play, timeline) }
}

/** A date may be written in other ways; what reads it was read before. */
const isoDate = (date: string): string => new Date(date).toISOString()

const lessonOf = ({ slug, edition, variant }: RecordedPlay, lesson?: Lesson): GradedLesson => ({
  ...{ slug, title: lesson?.title ?? slug, edition },
  ...(variant !== undefined && { variant }),
})

/** Steps without goals would count as done before anything is. */
const isDone = ({ journal }: RecordedPlay, { progress }: Timeline): boolean =>
  journal.length > 0 && progress.done

function unknown(
  outcome: 'lesson' | 'edition' | 'variant',
  { slug, edition, variant }: RecordedPlay,
  lesson: Lesson | undefined,
): Doubt {
  const texts = {
    lesson: `There is no lesson \`${slug}\` here.`,
    edition: `It was edition ${edition} of the lesson, and here is ${lesson?.edition ?? 'none'}.`,
    variant: `The lesson has no variant \`${variant ?? ''}\`.`,
  }
  return { kind: outcome, text: texts[outcome] }
}

function stopped({
  kind,
  input,
}: {
  readonly kind: 'broken' | 'late'
  readonly input: number
}): Doubt {
  const text =
    kind === 'broken'
      ? 'What was done here cannot be done again.'
      : 'It takes longer than it may to do it again up to here.'
  return { kind, text, input: input + 1 }
}

async function nameDoubts(
  name: string,
  { variant }: RecordedPlay,
  lesson: Lesson,
  { code }: GradeTerms,
  { sha256 }: GradePorts,
): Promise<Doubt[]> {
  if (code === undefined) return []
  if (plainName(name) === '') return [{ kind: 'name', text: 'It has no name, and so no variant.' }]
  const seed = await seedInClass(code, name, sha256)
  if (seed === undefined) return [{ kind: 'name', text: 'This place cannot digest a name.' }]
  const own = variantInClass(lesson, seed)
  if (own === variant) return []
  const text = `In this class “${name}” plays ${variantName(own)}, and this is ${variantName(variant)}.`
  return [{ kind: 'name', text }]
}

const variantName = (variant: string | undefined): string =>
  variant === undefined ? 'the lesson itself' : `\`${variant}\``

function notesOn({ track }: RecordedPlay): Note[] {
  if (!track) return [{ kind: 'no-track', text: 'Its page noted no times and no pastes.' }]
  const unseen = track.times.filter((time) => time === null).length
  if (unseen === 0) return []
  const text = `Of ${unseen} of ${track.times.length} inputs no time is known.`
  return [{ kind: 'no-times', text }]
}

import { groupBy } from '../../core/group-by.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { editedBy, type LabInput } from '../lab.ts'
import { withSeed } from '../cast/cast.ts'
import { lessonVariant } from '../lesson-variant.ts'
import type { CompletionRecord, RecordedPlay } from './record.ts'

/**
 * What became of a play that was done again. `done`: every step. `open`: not every step. `broken`: its
 * inputs cannot be done. The others: there is no such lesson, edition or variant here.
 */
export type PlayOutcome = 'done' | 'open' | 'broken' | 'lesson' | 'edition' | 'variant'

/** Where a record is checked. */
export interface CheckPorts {
  /** The lesson of a name as it is now; undefined where there is none. */
  lesson(slug: string): Promise<Lesson | undefined>
  /** Does a journal in a fresh lab of the lesson. */
  replay(lesson: Lesson, journal: readonly LabInput[]): Promise<'done' | 'open' | 'broken'>
  /** Called before each play. @param at From 1. */
  progress?(at: number, all: number): void
}

/** A lesson of a record. */
export interface CheckedLesson {
  readonly slug: string
  readonly title: string
  /** Of the play of it that went best. */
  readonly outcome: PlayOutcome
  /** When it was done for the first time, as its learner’s clock said. */
  readonly at: string
  /** How many of its variants were really done. */
  readonly variants: number
}

/** Does each play of a record again, one after the other. @returns Each lesson of it, in its order. */
export async function checkRecord(
  { plays }: CompletionRecord,
  ports: CheckPorts,
): Promise<readonly CheckedLesson[]> {
  const checked: CheckedPlay[] = []
  for (const [index, play] of plays.entries()) {
    ports.progress?.(index + 1, plays.length)
    const lesson = await ports.lesson(play.slug)
    const outcome = await outcomeOf(play, lesson, ports)
    checked.push({ play, outcome, title: lesson?.title ?? play.slug })
  }
  return [...groupBy(checked, ({ play }) => play.slug).values()].map(summed)
}

/** A play that was done again. */
interface CheckedPlay {
  readonly play: RecordedPlay
  readonly outcome: PlayOutcome
  readonly title: string
}

/** The best of a lesson's plays counts: one that was done shows that it was done. */
function summed(plays: readonly CheckedPlay[]): CheckedLesson {
  const done = plays.filter(({ outcome }) => outcome === 'done')
  const { play, outcome, title } = done[0] ?? plays[0]!
  const variants = new Set(done.flatMap((one) => one.play.variant ?? []))
  return { slug: play.slug, title, outcome, at: play.at, variants: variants.size }
}

async function outcomeOf(
  play: RecordedPlay,
  lesson: Lesson | undefined,
  { replay }: CheckPorts,
): Promise<PlayOutcome> {
  const played = playedLesson(play, lesson)
  if (typeof played === 'string') return played
  // Steps without goals would count as done before anything is.
  if (play.journal.length === 0) return 'open'
  return onlyEdits(played, play.journal) ? replay(played, play.journal) : 'broken'
}

/** The lesson of a play as its variant has it, or why there is none. */
export function playedLesson(
  { edition, variant }: Pick<RecordedPlay, 'edition' | 'variant'>,
  lesson: Lesson | undefined,
): Lesson | 'lesson' | 'edition' | 'variant' {
  if (!lesson) return 'lesson'
  if (lesson.edition !== edition) return 'edition'
  const cast = withSeed(lesson, variant)
  if (variant !== undefined && !cast.variants.some(({ id }) => id === variant)) return 'variant'
  return lessonVariant(cast, variant)
}

/** Whether a journal edits no zone or settings but those that the lesson gives to its learner. */
export function onlyEdits({ world }: Lesson, journal: readonly LabInput[]): boolean {
  const own = new Set([
    ...world.zones.flatMap(({ origin, editable }) => (editable ? [origin] : [])),
    ...(world.documents ?? []).flatMap(({ file, editable }) => (editable ? [file] : [])),
  ])
  return journal.every((input) => input.kind !== 'edit' || own.has(editedBy(input)))
}

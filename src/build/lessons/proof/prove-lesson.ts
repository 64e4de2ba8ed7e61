import { once } from '../../../core/once.ts'
import type { Progress } from '../../../lessons/check.ts'
import { lessonVariant, swapIn, swapper } from '../../../lab/lesson-variant.ts'
import type { LabInput } from '../../../lab/lab.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import type { LessonFolder } from '../files/folder.ts'
import { nameOfDeed, type Deed, type Play } from '../files/play.ts'
import type { Attempt } from '../files/plays.ts'
import { doDeed } from '../mutants/outcome.ts'
import {
  failuresOnWay,
  goAgain,
  goRightWay,
  sharedDeeds,
  type RightWay,
} from '../mutants/right-way.ts'
import { judgeNow, movesOf, startPlayer, type OpenLab, type Pace } from './player.ts'
import { CardWatch } from './card-watch.ts'
import { QuietWatch } from './quiet-watch.ts'

export interface Proof {
  readonly lesson: Lesson
  /** Strict prefixes of the solution that were tried. */
  readonly prefixes: number
  readonly attempts: number
  /** Other ways that are right too. */
  readonly alternatives: number
  readonly variants: number
  /** Cards whose answers were held to what the simulation does. */
  readonly cards: number
  /** A sentence for each thing that is not as it must be; empty for a proved lesson. */
  readonly failures: readonly string[]
}

/**
 * Plays a lesson from both sides: its start and every strict prefix of its solution leave steps
 * open, the solution and each alternative do them all and receive the replies they list, what the
 * cards call right is what the simulation shows, and each wrong attempt leaves steps open and earns
 * its own hint. All of that again for each variant; as that differs in words alone, its edits are put in
 * place as a whole.
 */
export async function proveLesson(folder: LessonFolder, open: OpenLab): Promise<Proof> {
  const { lesson, solution, attempts, alternatives } = folder
  const own = await proveFolder(folder, open)
  const varied: string[] = []
  for (const { id } of lesson.variants) {
    const { failures } = await proveFolder(folderVariant(folder, id), open, 'at once')
    varied.push(...failures.map((failure) => `The variant \`${id}\`: ${failure}`))
  }
  return {
    lesson,
    prefixes: own.prefixes,
    attempts: attempts.length,
    alternatives: Object.keys(alternatives).length,
    variants: lesson.variants.length,
    cards: lesson.steps.filter(({ card }) => card).length,
    failures: [
      ...(solution.length ? [] : ['The solution: it does nothing.']),
      ...own.failures,
      ...varied,
    ],
  }
}

/** A lesson with its plays as one of its variants has them; the same object each time. */
export function folderVariant(folder: LessonFolder, id: string): LessonFolder {
  const known = variantsOf(folder)
  const varied = known.get(id) ?? makeVariant(folder, id)
  known.set(id, varied)
  return varied
}

const variantsOf = once((_: LessonFolder) => new Map<string, LessonFolder>())

function makeVariant(folder: LessonFolder, id: string): LessonFolder {
  const variant = folder.lesson.variants.find((one) => one.id === id)
  if (!variant) return folder
  const { lesson, ...plays } = folder
  const swap = swapper(variant)
  return { ...(swapIn(plays, swap) as typeof plays), lesson: lessonVariant(lesson, id) }
}

/** @param pace How edits are put in place. */
export async function proveFolder(
  folder: LessonFolder,
  open: OpenLab,
  pace: Pace = 'word by word',
) {
  const { lesson, solution, alternatives, attempts } = folder
  const solved = await playThrough(lesson, solution, open, pace)
  const start = await startOf(lesson, open)
  const failures = [...startFailures(start.progress), ...failuresOf(solved)]
  for (const [name, play] of Object.entries(alternatives)) {
    const way = await playThrough(lesson, play, open, pace)
    const what = `The alternative \`${name}\``
    failures.push(...way.failures.map((text) => `${what}: ${text}`), ...unmet(what, way.last))
  }
  for (const attempt of attempts)
    failures.push(...(await proveAttempt(folder, attempt, start, open)))
  return { prefixes: Math.max(0, solved.moves - 1), failures }
}

/** Plays the solution alone, its edits as a whole. */
export const proveSolution = async (
  { lesson, solution }: LessonFolder,
  open: OpenLab,
): Promise<string[]> => failuresOf(await playThrough(lesson, solution, open, 'at once'))

const failuresOf = (solved: Played): string[] => [
  ...solved.failures.map((text) => `The solution: ${text}`),
  ...solved.early.map((name) => `A prefix of the solution does every step already: ${name}.`),
  ...unmet('The solution', solved.last),
  ...solved.watched,
]

function startFailures({ done }: Progress): string[] {
  return done ? ['The start: every step is done before anything was done.'] : []
}

/** What a play to the end came to. */
interface Played extends Pick<RightWay, 'watched' | 'last'> {
  readonly failures: readonly string[]
  readonly moves: number
  /** Moves before the last after which every step was done. */
  readonly early: readonly string[]
}

/** Plays to the end, and judges after each move. */
async function playThrough(lesson: Lesson, play: Play, open: OpenLab, pace: Pace): Promise<Played> {
  // Only an edit takes several moves.
  if (pace === 'word by word' && play.some(isEdit)) return playWordByWord(lesson, play, open)
  const way = await goRightWay(lesson, play, open)
  const early = play.slice(0, -1).filter((_, at) => way.outcomes[at]!.isDone)
  const failures = way.failures.flat()
  return { ...way, failures, moves: play.length, early: early.map(nameOfDeed) }
}

const isEdit = ({ kind }: Deed): boolean => kind === 'edit' || kind === 'edit-document'

async function playWordByWord(lesson: Lesson, play: Play, open: OpenLab): Promise<Played> {
  const player = await startPlayer(lesson, open)
  const watches = [new CardWatch(lesson), new QuietWatch(lesson)]
  const [failures, early]: [string[], string[]] = [[], []]
  let last: Progress | undefined
  let moves = 0
  for (const [at, deed] of play.entries()) {
    const made = movesOf(deed, player)
    for (const [index, { name, run }] of made.entries()) {
      failures.push(...(await run(player)))
      last = await judgeNow(player)
      for (const watch of watches) await watch.look(player, last)
      moves++
      const isLast = at === play.length - 1 && index === made.length - 1
      if (last.done && !isLast) early.push(name)
    }
  }
  const watched = watches.flatMap((watch) => watch.failures())
  return { moves, failures, early, last, watched }
}

function unmet(what: string, progress: Progress | undefined): string[] {
  if (!progress || progress.done) return []
  return progress.steps.flatMap(({ done, id, goals, card }) => {
    if (done) return []
    const open = goals.flatMap(({ goal, status }) =>
      status.met ? [] : [`${what} leaves the goal \`${goal.id}\` open: ${status.reason}`],
    )
    const isOpen = card && card.state !== 'settled'
    return [
      ...open,
      ...(isOpen ? [`${what} leaves the card of the step \`${id}\` ${card.state}.`] : []),
    ]
  })
}

/** How a lesson stands before anything is done. */
interface Start {
  readonly progress: Progress
  /** What is to be remembered even then. */
  readonly journal: readonly LabInput[]
}

async function startOf(lesson: Lesson, open: OpenLab): Promise<Start> {
  const player = await startPlayer(lesson, open)
  const progress = await judgeNow(player)
  return { progress, journal: player.lab.journal }
}

/** @returns A sentence for each thing that is not as it must be. */
async function proveAttempt(
  { lesson, solution }: LessonFolder,
  attempt: Attempt,
  start: Start,
  open: OpenLab,
): Promise<string[]> {
  const way = await goRightWay(lesson, solution, open)
  const { failures, progress } = await playAtOnce(lesson, attempt.play, way, start, open)
  if (progress.done) failures.push('it does every step, so it is a solution.')
  else if (progress.hint?.id !== attempt.hint)
    failures.push(
      progress.hint ? `it earns the hint \`${progress.hint.id}\`.` : 'it earns no hint at all.',
    )
  return failures.map((text) => `The attempt \`${attempt.hint}\`: ${text}`)
}

/**
 * Plays to the end, and judges after each line as a page does; an edit is put in place as a whole. What it
 * begins with as a known way does was judged there.
 */
async function playAtOnce(lesson: Lesson, play: Play, way: RightWay, start: Start, open: OpenLab) {
  const isAsThere = start.journal.length === 0
  const known = isAsThere ? Math.max(0, Math.min(sharedDeeds(play, way.play), play.length - 1)) : 0
  const failures = failuresOnWay(play, way, known)
  const player = isAsThere
    ? await goAgain(lesson, open, way, known)
    : await startPlayer(lesson, open, start.journal)
  let { progress } = start
  for (const deed of play.slice(known)) {
    failures.push(...(await doDeed(player, deed)))
    progress = await judgeNow(player)
  }
  return { failures, progress }
}

import { once } from '../../../core/once.ts'
import type { Progress } from '../../../lessons/check.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import { nameOfDeed, type Deed, type Play } from '../files/play.ts'
import { CardWatch } from '../proof/card-watch.ts'
import { startPlayer, type OpenLab, type Player } from '../proof/player.ts'
import { QuietWatch } from '../proof/quiet-watch.ts'
import { act, doDeed, type Outcome } from './outcome.ts'

/** A play to its end, its edits as a whole: how all stands after each of its deeds. */
export interface RightWay {
  readonly play: Play
  readonly outcomes: readonly Outcome[]
  /** Whether there was something to remember after each of them. */
  readonly checked: readonly boolean[]
  /** What should have happened and did not, as sentences. */
  readonly failures: readonly string[]
  /** What cards and steps say that never came about. */
  readonly watched: readonly string[]
  /** How the lesson stands at the end; none where nothing was done. */
  readonly last: Progress | undefined
}

/** Goes a way, or says how it went: the same way asked for twice is gone once. */
export function goRightWay(lesson: Lesson, play: Play, open: OpenLab): Promise<RightWay> {
  const ways = waysOf(open)(lesson)
  const way = ways.get(play) ?? goForTheFirstTime(lesson, play, open)
  ways.set(play, way)
  return way
}

const waysOf = once((_: OpenLab) => once((_: Lesson) => new Map<Play, Promise<RightWay>>()))

async function goForTheFirstTime(lesson: Lesson, play: Play, open: OpenLab): Promise<RightWay> {
  const player = await startPlayer(lesson, open)
  const watches = [new CardWatch(lesson), new QuietWatch(lesson)]
  const outcomes: Outcome[] = []
  const checked: boolean[] = []
  const failures: string[] = []
  let last: Progress | undefined
  for (const deed of play) {
    const before = checksIn(player)
    const acted = await act(player, deed)
    outcomes.push(acted.outcome)
    checked.push(checksIn(player) > before)
    failures.push(...acted.failures)
    last = acted.progress
    for (const watch of watches) await watch.look(player, last)
  }
  const watched = watches.flatMap((watch) => watch.failures())
  return { play, outcomes, checked, failures, watched, last }
}

/** How often a lab was asked to remember. */
export const checksIn = ({ lab }: Player): number =>
  lab.journal.filter(({ kind }) => kind === 'check').length

/**
 * Does once more what a way begins with: how all stands after it is known.
 * @param play Deeds with which the way begins, or their like.
 * @returns What should have happened and did not, as sentences.
 */
export async function goAgain(
  player: Player,
  play: Play,
  { checked }: RightWay,
): Promise<string[]> {
  const failures: string[] = []
  for (const [at, deed] of play.entries()) {
    failures.push(...(await doDeed(player, deed)))
    await player.lab.gather()
    if (checked[at]) await player.lab.apply({ kind: 'check' })
  }
  return failures
}

/** With how many deeds both begin: what is expected of them aside. */
export function sharedDeeds(one: Play, other: Play): number {
  const at = one.findIndex((deed, index) => {
    const like = other[index]
    return !like || effectOf(deed) !== effectOf(like)
  })
  return at < 0 ? one.length : at
}

const effectOf = once((deed: Deed) =>
  deed.kind === 'type' ? `type ${deed.turn.typed.text}` : JSON.stringify(deed),
)

/** A sentence for each targeted hint that shows to somebody who does all right. */
export const hintsOnTheWay = ({ play, outcomes }: RightWay): string[] =>
  outcomes.flatMap(({ hints }, at) =>
    hints.map(
      ({ id }) => `The hint \`${id}\` shows after ${nameOfDeed(play[at]!)}, which is right.`,
    ),
  )

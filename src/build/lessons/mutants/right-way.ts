import { once } from '../../../core/once.ts'
import type { LabInput } from '../../../lab/lab.ts'
import type { Progress } from '../../../lessons/check.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import { nameOfDeed, type Deed, type Play } from '../files/play.ts'
import { CardWatch } from '../proof/card-watch.ts'
import {
  shellOf,
  startPlayer,
  terminalOf,
  turnFailures,
  type OpenLab,
  type Player,
} from '../proof/player.ts'
import { QuietWatch } from '../proof/quiet-watch.ts'
import { act, type Outcome } from './outcome.ts'

/** A play to its end, its edits as a whole: how all stands after each of its deeds. */
export interface RightWay {
  readonly play: Play
  readonly outcomes: readonly Outcome[]
  /** All that was done after each of them. */
  readonly journals: readonly (readonly LabInput[])[]
  /** What of it was seen in each terminal. */
  readonly seen: readonly ReadonlyMap<number, number>[]
  /** The program that ran before each of them, in its terminal. */
  readonly running: readonly (string | undefined)[]
  /** What should have happened after each of them and did not, as sentences. */
  readonly failures: readonly (readonly string[])[]
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
  const journals: (readonly LabInput[])[] = []
  const seen: ReadonlyMap<number, number>[] = []
  const running: (string | undefined)[] = []
  const failures: (readonly string[])[] = []
  let last: Progress | undefined
  for (const deed of play) {
    running.push(shellOf(player, terminalOf(deed))?.running)
    const acted = await act(player, deed)
    outcomes.push(acted.outcome)
    journals.push(player.lab.journal)
    seen.push(new Map(player.seen))
    failures.push(acted.failures)
    last = acted.progress
    for (const watch of watches) await watch.look(player, last)
  }
  const watched = watches.flatMap((watch) => watch.failures())
  return { play, outcomes, journals, seen, running, failures, watched, last }
}

/** Does once more what a way begins with: how all stands after each deed is known. */
export const goAgain = (
  lesson: Lesson,
  open: OpenLab,
  { journals, seen }: RightWay,
  deeds: number,
): Promise<Player> => startPlayer(lesson, open, journals[deeds - 1], seen[deeds - 1])

/**
 * What should have happened by the first deeds of a play and did not, as sentences.
 * @param deeds So many; a way begins with them, or with their like.
 */
export const failuresOnWay = (play: Play, way: RightWay, deeds: number): string[] =>
  play
    .slice(0, deeds)
    .flatMap((deed, at) =>
      'turn' in deed
        ? turnFailures(deed.turn, way.running[at], way.outcomes[at]!.replies)
        : way.failures[at]!,
    )

/** With how many deeds both begin: what is expected of them aside. */
export function sharedDeeds(one: Play, other: Play): number {
  const at = one.findIndex((deed, index) => {
    const like = other[index]
    return !like || effectOf(deed) !== effectOf(like)
  })
  return at < 0 ? one.length : at
}

const effectOf = once((deed: Deed) =>
  'turn' in deed
    ? `${deed.kind} ${terminalOf(deed)} ${deed.turn.typed.text}`
    : JSON.stringify(deed),
)

/** A sentence for each targeted hint that shows to somebody who does all right. */
export const hintsOnTheWay = ({ play, outcomes }: RightWay): string[] =>
  outcomes.flatMap(({ hints }, at) =>
    hints.map(
      ({ id }) => `The hint \`${id}\` shows after ${nameOfDeed(play[at]!)}, which is right.`,
    ),
  )

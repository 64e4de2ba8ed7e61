import type { Lesson } from '../../../lessons/lesson.ts'
import { nameOfDeed, type Play } from '../files/play.ts'
import { startPlayer, type OpenLab, type Player } from '../proof/player.ts'
import { act, doDeed, type Outcome } from './outcome.ts'

/** A play that is right: how all stands after each of its deeds. */
export interface RightWay {
  readonly play: Play
  readonly outcomes: readonly Outcome[]
  /** Whether there was something to remember after each of them. */
  readonly checked: readonly boolean[]
}

export async function goRightWay(lesson: Lesson, play: Play, open: OpenLab): Promise<RightWay> {
  const player = await startPlayer(lesson, open)
  const outcomes: Outcome[] = []
  const checked: boolean[] = []
  for (const deed of play) {
    const before = checksIn(player)
    outcomes.push(await act(player, deed))
    checked.push(checksIn(player) > before)
  }
  return { play, outcomes, checked }
}

const checksIn = ({ lab }: Player): number =>
  lab.journal.filter(({ kind }) => kind === 'check').length

/** Does the first deeds of the way once more: what came of them is known. */
export async function goAgain(player: Player, { play, checked }: RightWay, deeds: number) {
  for (const [at, deed] of play.slice(0, deeds).entries()) {
    await doDeed(player, deed)
    await player.lab.gather()
    if (checked[at]) await player.lab.apply({ kind: 'check' })
  }
}

/** A sentence for each targeted hint that shows to somebody who does all right. */
export const hintsOnTheWay = ({ play, outcomes }: RightWay): string[] =>
  outcomes.flatMap(({ hints }, at) =>
    hints.map(
      ({ id }) => `The hint \`${id}\` shows after ${nameOfDeed(play[at]!)}, which is right.`,
    ),
  )

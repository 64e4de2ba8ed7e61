import type { Lesson } from '../../../lessons/lesson.ts'
import { nameOfDeed, type Play } from '../files/play.ts'
import { startPlayer, type OpenLab } from '../proof/player.ts'
import { act, type Outcome } from './outcome.ts'

/** A play that is right: how all stands after each of its deeds. */
export interface RightWay {
  readonly play: Play
  readonly outcomes: readonly Outcome[]
}

export async function goRightWay(lesson: Lesson, play: Play, open: OpenLab): Promise<RightWay> {
  const player = await startPlayer(lesson, open)
  const outcomes: Outcome[] = []
  for (const deed of play) outcomes.push(await act(player, deed))
  return { play, outcomes }
}

/** A sentence for each targeted hint that shows to somebody who does all right. */
export const hintsOnTheWay = ({ play, outcomes }: RightWay): string[] =>
  outcomes.flatMap(({ hints }, at) =>
    hints.map(
      ({ id }) => `The hint \`${id}\` shows after ${nameOfDeed(play[at]!)}, which is right.`,
    ),
  )

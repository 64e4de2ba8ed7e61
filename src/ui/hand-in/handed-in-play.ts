import { unpackJournal } from '../../lab/record/pack.ts'
import type { RecordedPlay } from '../../lab/record/record.ts'
import { isTrack, type PlayTrack } from '../../lab/record/track.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import type { PlayLog } from '../state/plays/play-log.ts'

/** A play that can be handed in. */
export interface HandedInPlay {
  readonly play: RecordedPlay
  /** How many of the lesson's steps are done in it. */
  readonly done: number
  /** It is not the work that is on the page, but a play that was finished before. */
  readonly isEarlier: boolean
}

/** What is read of a lesson. */
export type HandedInWork = Pick<LessonState, 'lesson' | 'lab' | 'saved' | 'variant' | 'journal'>

/**
 * What to hand in of a lesson: the work on the page; where that is not at its end, the play of the same variant
 * that was finished last.
 * @param made When, as an ISO date.
 */
export function handedInPlay(
  { lesson, lab, saved, variant, journal }: HandedInWork,
  track: PlayTrack,
  log: PlayLog,
  made: string,
): HandedInPlay {
  const { slug } = lesson
  const { edition } = saved
  const of = variant !== undefined && { variant }
  if (lab.progress?.done !== true) {
    const earlier = log.plays.findLast(
      (play) => play.variant === variant && play.edition === edition && isTrack(play.track),
    )
    const inputs = earlier?.journal === undefined ? undefined : unpackJournal(earlier.journal)
    if (earlier && inputs && isTrack(earlier.track)) {
      const { at, track } = earlier
      const play = { slug, edition, at, journal: inputs, track, ...of }
      return { play, done: track.done.length, isEarlier: true }
    }
  }
  const play = { slug, edition, at: made, journal, track, ...of }
  return { play, done: track.done.length, isEarlier: false }
}

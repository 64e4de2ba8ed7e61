import type { Lesson, Step } from '../../lessons/lesson.ts'
import type { StepProgress } from '../../lessons/check.ts'
import type { LabInput } from '../lab.ts'
import type { RecordedPlay } from '../record/record.ts'
import { inputHolds, type PlayTrack } from '../record/track.ts'
import { goalKey } from './goal-key.ts'
import type { GradedCard, GradedMistake, GradedPaste, GradedStep, GradedWork } from './report.ts'
import type { Timeline } from './timeline.ts'

/** Milliseconds between two inputs that count as work: longer, and the learner was elsewhere. */
export const IDLE = 5 * 60_000

/** What a replay showed of a play, with the times that its page noted. */
export function gradedWork(lesson: Lesson, play: RecordedPlay, timeline: Timeline): GradedWork {
  const { track, journal } = play
  const minutes = track && minutesOf(track)
  return {
    steps: lesson.steps.map((step) => gradedStep(step, timeline, track)),
    mistakes: mistakesOf(lesson, timeline, track),
    attempts: journal.reduce((sum, input) => sum + attemptsIn(input), 0),
    ...(minutes !== undefined && { minutes }),
    pastes: track ? pastesOf(track, journal) : [],
    hints: Object.values(track?.hints ?? {}).reduce((sum, count) => sum + count, 0),
  }
}

function gradedStep(step: Step, timeline: Timeline, track: PlayTrack | undefined): GradedStep {
  const { id, title, ladder } = step
  const at = timeOf(timeline.steps.get(id), track)
  const stands = timeline.progress.steps.find((one) => one.id === id)
  const done = timeline.steps.has(id)
  return {
    ...{ id, title, done },
    ...(at !== undefined && { at }),
    goals: step.goals.map((goal) => {
      const metAfter = timeline.goals.get(goalKey(id, goal.id))
      const when = timeOf(metAfter, track)
      // Of a step that is done all goals were met at the same time once.
      const met = metAfter !== undefined && (done || isMetNow(stands, goal.id))
      return {
        ...{ id: goal.id, text: goal.text, met },
        ...(met && when !== undefined && { at: when }),
      }
    }),
    ...(step.card && { card: gradedCard(step.card.kind, stands?.card) }),
    wasShown: ladder.length > 0 && (track?.hints[id] ?? 0) >= ladder.length,
  }
}

const isMetNow = (stands: StepProgress | undefined, goal: string): boolean =>
  stands?.goals.some((one) => one.goal.id === goal && one.status.met) ?? false

/** When an input was made; undefined where the page did not see it, or nothing had to be done. */
function timeOf(input: number | undefined, track: PlayTrack | undefined): number | undefined {
  if (input === undefined || !track) return undefined
  if (input < 0) return 0
  return track.times[input]?.[1]
}

/** The first answer counts; of a prediction whose outcome was not seen it stays unsaid. */
function gradedCard(kind: GradedCard['kind'], card: StepProgress['card']): GradedCard {
  const tries = card?.tries ?? []
  const [first] = tries
  if (!card || !first) return { kind, first: 'none', tries: 0 }
  if (card.state !== 'settled' && (kind === 'predict' || kind === 'grid'))
    return { kind, first: 'unknown', tries: tries.length }
  const isRight =
    kind === 'predict' || kind === 'grid'
      ? first.answer.join('\n') === (card.right ?? []).join('\n')
      : first.right === true
  return { kind, first: isRight ? 'right' : 'wrong', tries: tries.length }
}

/** What the replay and the page saw: the page looks more often, and so may have seen more. */
function mistakesOf(
  { hints }: Lesson,
  timeline: Timeline,
  track: PlayTrack | undefined,
): readonly GradedMistake[] {
  const all = hints.map(({ id, text }) => ({
    ...{ id, text },
    times: Math.max(timeline.hints.get(id) ?? 0, track?.mistakes[id] ?? 0),
  }))
  return all.filter(({ times }) => times > 0).toSorted((a, b) => b.times - a.times)
}

/** Lines that were entered; an edit, a mail and an act with a device is one each. */
function attemptsIn(input: LabInput): number {
  if (input.kind === 'type') return input.data.match(/\r\n?|\n/g)?.length ?? 0
  return input.kind === 'edit' || input.kind === 'send' || input.kind === 'device' ? 1 : 0
}

/** Undefined where no time is known. */
function minutesOf({ times }: PlayTrack): number | undefined {
  const known = times.filter((time) => time !== null)
  const [first] = known
  if (!first) return undefined
  let [worked, last] = [0, first[0]]
  for (const [from, to] of known) {
    worked += Math.min(from - last, IDLE) + Math.min(to - from, IDLE)
    last = to
  }
  return Math.round(worked / 6000) / 10
}

/** What was pasted and is in the input that it became: what was taken back at once is left out. */
const pastesOf = ({ pastes }: PlayTrack, journal: readonly LabInput[]): GradedPaste[] =>
  pastes.flatMap(({ input, at, size, text }) => {
    const into = journal[input]
    return into && inputHolds(into, text) ? [{ at, size, text }] : []
  })

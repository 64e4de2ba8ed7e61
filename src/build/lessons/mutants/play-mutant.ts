import type { Lesson } from '../../../lessons/lesson.ts'
import type { OpenLab } from '../proof/player.ts'
import { judgeOutcome, newFindings, type Compared, type Judgement } from './judge.ts'
import type { Mutant, MutantMove } from './mutant.ts'
import { goAgain, type RightWay } from './right-way.ts'
import { act, type Outcome } from './outcome.ts'
import { isRefusalCode } from './refusal.ts'

/** So many deeds more are done where nothing has answered yet: an answer may need the next line. */
const PATIENCE = 2

/**
 * Plays a mutant as a learner meets it: all that is right before it, the mistake, and then the rest
 * up to the first thing that is not as in the solution. There it is judged.
 */
export async function playMutant(
  mutant: Mutant,
  lesson: Lesson,
  right: RightWay,
  open: OpenLab,
): Promise<Judgement> {
  const { moves, at } = mutant
  const player = await goAgain(lesson, open, right, at)
  let patience = PATIENCE
  let isStraying = false
  let isRefused = false
  let outcome: Outcome | undefined
  for (const move of moves.slice(at)) {
    outcome = (await act(player, move.deed)).outcome
    const compared = { outcome, right: placeOf(move, right) }
    if (!isStraying && !differs(move, compared, right)) continue
    isRefused ||= !isStraying && isRefusal(move, outcome, right)
    isStraying = true
    if (patience-- < 0) continue
    const judged = judgeOutcome(mutant, compared)
    if (judged.result !== 'unanswered') return judged
    // What a zone says wrongly is written over by the next edit: here it counts.
    if (mutant.touched) return isHarmless(compared) ? harmless : unanswered
  }
  // What was refused without a reason is a mistake, even if all came right later.
  return outcome && !isRefused ? atTheEnd(mutant, outcome, right) : unanswered
}

const harmless: Judgement = { result: 'harmless', by: '' }
const unanswered: Judgement = { result: 'unanswered', by: '' }

const placeOf = ({ after }: MutantMove, { outcomes }: RightWay): Outcome | undefined =>
  after === undefined ? undefined : outcomes[after]

/** Whether anything is not as in the solution: replies, goals, verdicts, findings or hints. */
function differs(move: MutantMove, { outcome, right }: Compared, way: RightWay): boolean {
  if (outcome.hints.length || kindsOf(outcome.codes) !== expectedKinds(move, outcome, way))
    return true
  return right !== undefined && keyOf(outcome) !== keyOf(right)
}

/** Of a line that the solution has not, any reply will do but a refusal. */
const expectedKinds = ({ like }: MutantMove, { codes }: Outcome, { outcomes }: RightWay) =>
  kindsOf(like === undefined ? codes.filter((code) => !isRefusalCode(code)) : outcomes[like]!.codes)

const isRefusal = (move: MutantMove, outcome: Outcome, way: RightWay): boolean =>
  outcome.codes.some(isRefusalCode) && kindsOf(outcome.codes) !== expectedKinds(move, outcome, way)

/** Refusals are alike: a line that is to be refused may be so for any reason. */
const kindsOf = (codes: readonly string[]): string =>
  codes.map((code) => (isRefusalCode(code) ? 'refused' : code)).join()

function keyOf({ running, reached, verdicts, findings }: Outcome): string {
  const codes = findings.map(({ code, message }) => code + message)
  return JSON.stringify([running, [...reached].toSorted(), verdicts, codes.toSorted()])
}

/** A zone that reaches all that it should, and is as sound, is right in another way. */
function isHarmless({ outcome, right }: Compared): boolean {
  if (!right || newFindings(outcome.findings, right.findings).length) return false
  return [...right.reached].every((one) => outcome.reached.has(one))
}

/** A mistake that nothing has answered, or none. */
function atTheEnd(mutant: Mutant, outcome: Outcome, { outcomes }: RightWay): Judgement {
  if (outcome.isDone) return harmless
  return judgeOutcome(mutant, { outcome, right: outcomes.at(-1) })
}

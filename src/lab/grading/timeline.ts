import type { Crypto } from '../../core/effects.ts'
import { checkProgress, type Progress } from '../../lessons/check.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { readsJourneys } from '../../lessons/reads-journeys.ts'
import { zoneProfiles } from '../../lint/zone-profiles.ts'
import type { Lab, LabInput } from '../lab.ts'
import type { LabPorts } from '../lab-ports.ts'
import { openLab } from '../open.ts'
import { goalKey } from './goal-key.ts'
import type { SharedWork } from './kept-work.ts'

/** A journal that was done again, input by input, and what was so after each. */
export interface Timeline {
  /** How the lesson stands at the end. */
  readonly progress: Progress
  /** The input after which a goal was met for the first time, by `goalKey`. */
  readonly goals: ReadonlyMap<string, number>
  /** The input after which a step was done, by its id. */
  readonly steps: ReadonlyMap<string, number>
  /** How often each targeted hint came up, by its id. */
  readonly hints: ReadonlyMap<string, number>
}

/** What became of a replay. `broken`: an input cannot be done; `late`: it took longer than it may. */
export type Replayed =
  | { readonly kind: 'done'; readonly timeline: Timeline }
  | { readonly kind: 'broken' | 'late'; readonly input: number }

export interface ReplayPorts extends Partial<SharedWork> {
  readonly crypto: Crypto
  /** Fetches the rules for zones. */
  readonly loadLint: LabPorts['loadLint']
  /** Asked before each input: a journal may be made to take for ever. */
  mayGoOn?(): boolean
}

/** Does a journal in a fresh lab. Rejects where its code cannot be had. */
export type Replay = (
  lesson: Lesson,
  journal: readonly LabInput[],
  more?: Pick<ReplayPorts, keyof SharedWork | 'mayGoOn'>,
) => Promise<Replayed>

/** Does a journal in a fresh lab, and looks at what came of it after each input, as a page does. */
export async function replayTimeline(
  lesson: Lesson,
  journal: readonly LabInput[],
  { crypto, loadLint, verdicts, beginnings, mayGoOn = () => true }: ReplayPorts,
): Promise<Replayed> {
  let input = -1
  const { lintZones } = await loadLint()
  try {
    const lab = await openLab(lesson, {
      ...{ crypto, output: { write: () => undefined, addLine: () => undefined } },
      ...(verdicts && { verdicts }),
      triesMails: readsJourneys(lesson),
      ...(beginnings && { beginnings }),
      lint: (zones, files) => lintZones(zones, { ...zoneProfiles.simulated, files }),
    })
    const watch = new Watch(lab)
    await watch.look(input)
    for (const one of journal) {
      input++
      if (!mayGoOn()) return { kind: 'late', input }
      await lab.apply(one)
      await watch.look(input)
    }
    return { kind: 'done', timeline: watch }
  } catch {
    // What its learner's lab refused, this one refuses.
    return { kind: 'broken', input: Math.max(0, input) }
  }
}

/** Looks at a lab after each input, and keeps what was so for the first time. */
class Watch implements Timeline {
  progress!: Progress
  readonly goals = new Map<string, number>()
  readonly steps = new Map<string, number>()
  readonly hints = new Map<string, number>()
  readonly #lab: Lab
  #hint: string | undefined

  constructor(lab: Lab) {
    this.#lab = lab
  }

  /** @param input The one that was done last; -1 before the first. */
  async look(input: number): Promise<void> {
    const { lesson, remembered } = this.#lab
    this.progress = checkProgress(lesson, await this.#lab.gather(), remembered)
    for (const { id, done, goals } of this.progress.steps) {
      if (done && !this.steps.has(id)) this.steps.set(id, input)
      for (const { goal, status } of goals) {
        const key = goalKey(id, goal.id)
        if (status.met && !this.goals.has(key)) this.goals.set(key, input)
      }
    }
    this.#countHint(this.progress.again ? undefined : this.progress.hint?.id, input)
  }

  /** A hint that stands before anything was done answers no mistake. */
  #countHint(hint: string | undefined, input: number): void {
    if (hint !== undefined && hint !== this.#hint && input >= 0)
      this.hints.set(hint, (this.hints.get(hint) ?? 0) + 1)
    this.#hint = hint
  }
}

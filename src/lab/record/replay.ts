import type { Crypto } from '../../core/effects.ts'
import { checkProgress } from '../../lessons/check.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { readsJourneys } from '../../lessons/reads-journeys.ts'
import { lintZones } from '../../lint/lint-zones.ts'
import { zoneProfiles } from '../../lint/zone-profiles.ts'
import type { LabInput } from '../lab.ts'
import { openLab } from '../open.ts'

/** Does a journal in a fresh lab, and judges what came of it as its learner's page did. */
export async function replay(
  lesson: Lesson,
  journal: readonly LabInput[],
  crypto: Crypto,
): Promise<'done' | 'open' | 'broken'> {
  try {
    const lab = await openLab(lesson, {
      ...{
        crypto,
        journal,
        triesMails: readsJourneys(lesson),
        output: { write: () => undefined, addLine: () => undefined },
      },
      lint: (zones, files) => lintZones(zones, { ...zoneProfiles.simulated, files }),
    })
    const { done } = checkProgress(lab.lesson, await lab.gather(), lab.remembered)
    return done ? 'done' : 'open'
  } catch {
    // What its learner's lab refused, this one refuses.
    return 'broken'
  }
}

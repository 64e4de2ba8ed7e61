import { once } from '../../../core/once.ts'
import { Beginnings } from '../../../lab/beginnings.ts'
import type { LabOptions } from '../../../lab/lab.ts'
import { openLab } from '../../../lab/open.ts'
import type { Lesson } from '../../../lessons/lesson.ts'
import { readsJourneys } from '../../../lessons/reads-journeys.ts'
import { lintZones } from '../../../lint/lint-zones.ts'
import { zoneProfiles } from '../../../lint/zone-profiles.ts'
import { rememberAnswers } from '../../../platform/remembered-answers.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import type { OpenLab } from './player.ts'

const lint: LabOptions['lint'] = (zones, files) =>
  lintZones(zones, { ...zoneProfiles.simulated, files })

const crypto = rememberAnswers(webCrypto)

/** What labs of a lesson need not work out anew. */
const sharedBy = once((lesson: Lesson) => ({
  verdicts: new Map() as NonNullable<LabOptions['verdicts']>,
  beginnings: new Beginnings(),
  triesMails: readsJourneys(lesson),
}))

/**
 * Opens a lesson as a page does. What zones come to, and what goes on for hours before anything is done, is
 * worked out once for all labs of a lesson.
 */
export const openProved: OpenLab = (lesson, output, journal = [], outputOf) =>
  openLab(lesson, {
    ...{ crypto, lint, output, journal },
    ...(outputOf && { outputOf }),
    ...sharedBy(lesson),
  })

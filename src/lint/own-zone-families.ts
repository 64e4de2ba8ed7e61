import { zoneAdviceFamily, zoneFamily } from './dns/family.ts'
import type { AnyFamily } from './family.ts'
import { mxFamily } from './mx/family.ts'

/** Families whose rules judge a zone whatever texts are in it. */
export const familiesOfZones: readonly AnyFamily[] = [zoneFamily, zoneAdviceFamily, mxFamily]

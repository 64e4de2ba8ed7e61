import type { AnyFamily } from './family.ts'
import { familiesOfRecords } from './record-families.ts'
import { familiesOfSpf } from './spf-families.ts'
import { familiesOfZones } from './own-zone-families.ts'

/** Every family whose rules judge zones: what `lintZones` runs. */
export const zoneFamilies: readonly AnyFamily[] = [
  ...familiesOfZones,
  ...familiesOfSpf,
  ...familiesOfRecords,
]

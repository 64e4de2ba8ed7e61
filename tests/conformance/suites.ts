import { arcSealing, arcValidation } from './arc.ts'
import { dkimEd25519Example, dkimExample } from './dkim.ts'
import { dmarcExamples } from './dmarc.ts'
import { spfSuite } from './spf.ts'
import type { Suite } from './suite.ts'
import { suffixSuite } from './suffixes.ts'
import { hickoryZones } from './zones-hickory.ts'
import { ldnsZones } from './zones-ldns.ts'

/** All suites that the engines are compared with, in the order of the report. */
export const suites: readonly Suite[] = [
  spfSuite,
  dkimExample,
  dkimEd25519Example,
  dmarcExamples,
  suffixSuite,
  arcValidation,
  arcSealing,
  ldnsZones,
  hickoryZones,
]

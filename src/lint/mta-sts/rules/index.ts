import type { StsRule } from '../subject.ts'
import { idMissing } from './id-missing.ts'
import { idValue } from './id-value.ts'
import { byCode, recordTagRules } from '../../tag-rules.ts'
import { stsTagFamily } from '../shared-rules.ts'

/** Every rule for the TXT record of MTA-STS. */
export const stsRules: readonly StsRule[] = byCode([
  ...recordTagRules(stsTagFamily),
  idMissing,
  idValue,
])

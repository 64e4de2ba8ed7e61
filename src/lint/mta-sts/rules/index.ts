import type { StsRule } from '../subject.ts'
import { duplicateTag } from './duplicate-tag.ts'
import { idMissing } from './id-missing.ts'
import { idValue } from './id-value.ts'
import { severalRecords } from './several-records.ts'
import { tagCase } from './tag-case.ts'
import { tagSyntax } from './tag-syntax.ts'
import { unknownTag } from './unknown-tag.ts'
import { version } from './version.ts'
import { wrongOwner } from './wrong-owner.ts'

/** Every rule for the TXT record of MTA-STS. */
export const stsRules: readonly StsRule[] = [
  duplicateTag,
  idMissing,
  idValue,
  severalRecords,
  tagCase,
  tagSyntax,
  unknownTag,
  version,
  wrongOwner,
]

import type { ListRule, RecordRule } from '../tag-family.ts'
import { doubledOrigin } from './doubled-origin.ts'
import { duplicateTag } from './duplicate-tag.ts'
import { severalRecords } from './several-records.ts'
import { tagCase } from './tag-case.ts'
import { tagSyntax } from './tag-syntax.ts'
import { unknownTag } from './unknown-tag.ts'
import { version } from './version.ts'
import { versionFirst } from './version-first.ts'
import { versionMissing } from './version-missing.ts'
import { versionValue } from './version-value.ts'
import { wrongOwner } from './wrong-owner.ts'

/** Rules that look at the list of tags alone. */
export const listRules: readonly ListRule[] = [
  duplicateTag,
  tagCase,
  tagSyntax,
  unknownTag,
  version,
  versionFirst,
  versionMissing,
  versionValue,
]

/** Rules that look at the record's name, and at others of that name. */
export const recordRules: readonly RecordRule[] = [doubledOrigin, severalRecords, wrongOwner]

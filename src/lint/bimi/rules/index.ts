import type { BimiRule } from '../subject.ts'
import { avatar } from './avatar.ts'
import { declines } from './declines.ts'
import { duplicateTag } from './duplicate-tag.ts'
import { evidence } from './evidence.ts'
import { evidenceMissing } from './evidence-missing.ts'
import { imageFormat } from './image-format.ts'
import { localParts } from './local-parts.ts'
import { location } from './location.ts'
import { locationMissing } from './location-missing.ts'
import { severalRecords } from './several-records.ts'
import { tagSyntax } from './tag-syntax.ts'
import { unknownTag } from './unknown-tag.ts'
import { version } from './version.ts'
import { wrongOwner } from './wrong-owner.ts'

/** Every rule for the text of BIMI records. */
export const bimiRules: readonly BimiRule[] = [
  avatar,
  declines,
  duplicateTag,
  evidence,
  evidenceMissing,
  imageFormat,
  localParts,
  location,
  locationMissing,
  severalRecords,
  tagSyntax,
  unknownTag,
  version,
  wrongOwner,
]

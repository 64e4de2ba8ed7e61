import type { BimiRule } from '../subject.ts'
import { avatar } from './avatar.ts'
import { declines } from './declines.ts'
import { evidence } from './evidence.ts'
import { evidenceMissing } from './evidence-missing.ts'
import { imageFormat } from './image-format.ts'
import { localParts } from './local-parts.ts'
import { location } from './location.ts'
import { locationMissing } from './location-missing.ts'
import { byCode, recordTagRules } from '../../tag-rules.ts'
import { bimiTagFamily } from '../shared-rules.ts'

/** Every rule for the text of BIMI records. */
export const bimiRules: readonly BimiRule[] = byCode([
  ...recordTagRules(bimiTagFamily),
  avatar,
  declines,
  evidence,
  evidenceMissing,
  imageFormat,
  localParts,
  location,
  locationMissing,
])

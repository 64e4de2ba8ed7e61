import type { KeyRule } from '../subject.ts'
import { ed25519Key } from './ed25519-key.ts'
import { keyArmour } from './key-armour.ts'
import { keyBase64 } from './key-base64.ts'
import { keyMissing } from './key-missing.ts'
import { keyNotPublic } from './key-not-public.ts'
import { keyPkcs1 } from './key-pkcs1.ts'
import { keyPrivate } from './key-private.ts'
import { keyRevoked } from './key-revoked.ts'
import { keyShort } from './key-short.ts'
import { keyTooLong } from './key-too-long.ts'
import { keyTooShort } from './key-too-short.ts'
import { keyTruncated } from './key-truncated.ts'
import { keyTypeFits } from './key-type-fits.ts'
import { obsoleteGranularity } from './obsolete-granularity.ts'
import { service } from './service.ts'
import { sha1Only } from './sha1-only.ts'
import { testing } from './testing.ts'
import { unknownFlag } from './unknown-flag.ts'
import { unknownKeyType } from './unknown-key-type.ts'
import { byCode, recordTagRules } from '../../tag-rules.ts'
import { keyTagFamily } from '../shared-rules.ts'

/** Every rule for key records. */
export const keyRules: readonly KeyRule[] = byCode([
  ...recordTagRules(keyTagFamily),
  ed25519Key,
  keyArmour,
  keyBase64,
  keyMissing,
  keyNotPublic,
  keyPkcs1,
  keyPrivate,
  keyRevoked,
  keyShort,
  keyTooLong,
  keyTooShort,
  keyTruncated,
  keyTypeFits,
  obsoleteGranularity,
  service,
  sha1Only,
  testing,
  unknownFlag,
  unknownKeyType,
])

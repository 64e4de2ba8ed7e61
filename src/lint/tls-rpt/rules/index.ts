import type { TlsRptRule } from '../subject.ts'
import { address } from './address.ts'
import { duplicateTag } from './duplicate-tag.ts'
import { noAddress } from './no-address.ts'
import { severalRecords } from './several-records.ts'
import { tagSyntax } from './tag-syntax.ts'
import { unknownTag } from './unknown-tag.ts'
import { version } from './version.ts'
import { wrongOwner } from './wrong-owner.ts'

/** Every rule for TLS-RPT records. */
export const tlsRptRules: readonly TlsRptRule[] = [
  address,
  duplicateTag,
  noAddress,
  severalRecords,
  tagSyntax,
  unknownTag,
  version,
  wrongOwner,
]

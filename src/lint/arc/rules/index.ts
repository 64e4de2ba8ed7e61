import type { Rule } from '../../../core/rule.ts'
import type { ArcSubject } from '../subject.ts'
import { canonicalizationMissing } from './canonicalization-missing.ts'
import { chainFailed } from './chain-failed.ts'
import { chainStatus } from './chain-status.ts'
import { gap } from './gap.ts'
import { instance } from './instance.ts'
import { missingField } from './missing-field.ts'
import { repeatedField } from './repeated-field.ts'
import { resultsStart } from './results-start.ts'
import { sealSignsFields } from './seal-signs-fields.ts'
import { sha1 } from './sha1.ts'
import { signatureSyntax } from './signature-syntax.ts'
import { signatureUnsigned } from './signature-unsigned.ts'
import { signsArcFields } from './signs-arc-fields.ts'
import { signsResults } from './signs-results.ts'
import { version } from './version.ts'

/** Every rule for the ARC fields of a message. */
export const arcRules: readonly Rule<ArcSubject>[] = [
  canonicalizationMissing,
  chainFailed,
  chainStatus,
  gap,
  instance,
  missingField,
  repeatedField,
  resultsStart,
  sealSignsFields,
  sha1,
  signatureSyntax,
  signatureUnsigned,
  signsArcFields,
  signsResults,
  version,
]

import type { Rule } from '../../../core/rule.ts'
import type { SignatureSubject } from '../signature-subject.ts'
import { algorithmSha1 } from './algorithm-sha1.ts'
import { algorithmUnknown } from './algorithm-unknown.ts'
import { base64 } from './base64.ts'
import { bodyHashSize } from './body-hash-size.ts'
import { bodyLength } from './body-length.ts'
import { canonicalizationValue } from './canonicalization-value.ts'
import { coreUnsigned } from './core-unsigned.ts'
import { domainName } from './domain-name.ts'
import { emptyName } from './empty-name.ts'
import { endsBeforeStart } from './ends-before-start.ts'
import { fragileField } from './fragile-field.ts'
import { fromNotOversigned } from './from-not-oversigned.ts'
import { fromUnsigned } from './from-unsigned.ts'
import { identityOutside } from './identity-outside.ts'
import { notAligned } from './not-aligned.ts'
import { numberSyntax } from './number-syntax.ts'
import { queryMethod } from './query-method.ts'
import { selectorName } from './selector-name.ts'
import { signsItself } from './signs-itself.ts'
import { subjectNotOversigned } from './subject-not-oversigned.ts'
import { tagMissing } from './tag-missing.ts'
import { byCode, tagRules } from '../../tag-rules.ts'
import { signatureTagFamily } from '../shared-signature-rules.ts'

/** Every rule for DKIM-Signature fields. */
export const signatureRules: readonly Rule<SignatureSubject>[] = byCode([
  ...tagRules(signatureTagFamily),
  algorithmSha1,
  algorithmUnknown,
  base64,
  bodyHashSize,
  bodyLength,
  canonicalizationValue,
  coreUnsigned,
  domainName,
  emptyName,
  endsBeforeStart,
  fragileField,
  fromNotOversigned,
  fromUnsigned,
  identityOutside,
  notAligned,
  numberSyntax,
  queryMethod,
  selectorName,
  signsItself,
  subjectNotOversigned,
  tagMissing,
])

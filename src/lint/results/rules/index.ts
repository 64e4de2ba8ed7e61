import type { Rule } from '../../../core/rule.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'
import { authservIdMissing } from './authserv-id-missing.ts'
import { emptyStatement } from './empty-statement.ts'
import { lateReason } from './late-reason.ts'
import { missingResult } from './missing-result.ts'
import { noResults } from './no-results.ts'
import { noneBesideResults } from './none-beside-results.ts'
import { propertySyntax } from './property-syntax.ts'
import { spfLocalPart } from './spf-local-part.ts'
import { strayText } from './stray-text.ts'
import { unclosed } from './unclosed.ts'
import { unknownMethod } from './unknown-method.ts'
import { unknownProperty } from './unknown-property.ts'
import { unknownPtype } from './unknown-ptype.ts'
import { unknownResult } from './unknown-result.ts'
import { unknownVersion } from './unknown-version.ts'
import { unquotedValue } from './unquoted-value.ts'

/** Every rule for Authentication-Results fields. */
export const resultsRules: readonly Rule<AuthenticationResults>[] = [
  authservIdMissing,
  emptyStatement,
  lateReason,
  missingResult,
  noResults,
  noneBesideResults,
  propertySyntax,
  spfLocalPart,
  strayText,
  unclosed,
  unknownMethod,
  unknownProperty,
  unknownPtype,
  unknownResult,
  unknownVersion,
  unquotedValue,
]

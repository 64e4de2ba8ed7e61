import type { PolicyRule } from '../subject.ts'
import { blankLine } from './blank-line.ts'
import { contentType } from './content-type.ts'
import { duplicateKey } from './duplicate-key.ts'
import { idUnchanged } from './id-unchanged.ts'
import { keyCase } from './key-case.ts'
import { lineSyntax } from './line-syntax.ts'
import { maxAge } from './max-age.ts'
import { mode } from './mode.ts'
import { mxMissing } from './mx-missing.ts'
import { mxName } from './mx-name.ts'
import { mxUnmatched } from './mx-unmatched.ts'
import { mxWide } from './mx-wide.ts'
import { mxWildcard } from './mx-wildcard.ts'
import { policyVersion } from './policy-version.ts'
import { shortMaxAge } from './short-max-age.ts'
import { stillTesting } from './still-testing.ts'
import { unknownKey } from './unknown-key.ts'

/** Every rule for the policy file of MTA-STS. */
export const policyRules: readonly PolicyRule[] = [
  blankLine,
  contentType,
  duplicateKey,
  idUnchanged,
  keyCase,
  lineSyntax,
  maxAge,
  mode,
  mxMissing,
  mxName,
  mxUnmatched,
  mxWide,
  mxWildcard,
  policyVersion,
  shortMaxAge,
  stillTesting,
  unknownKey,
]

import type { Rule } from '../../../core/rule.ts'
import type { UnsubscribeSubject } from '../subject.ts'
import { brackets } from './brackets.ts'
import { http } from './http.ts'
import { httpsMissing } from './https-missing.ts'
import { noMailto } from './no-mailto.ts'
import { noOneClick } from './no-one-click.ts'
import { nobodyNamed } from './nobody-named.ts'
import { otherScheme } from './other-scheme.ts'
import { postAlone } from './post-alone.ts'
import { postValue } from './post-value.ts'
import { repeatedField } from './repeated-field.ts'
import { severalHttps } from './several-https.ts'
import { spaceInUri } from './space-in-uri.ts'
import { unsigned } from './unsigned.ts'

/** Every rule for List-Unsubscribe and List-Unsubscribe-Post. */
export const unsubscribeRules: readonly Rule<UnsubscribeSubject>[] = [
  brackets,
  http,
  httpsMissing,
  noMailto,
  noOneClick,
  nobodyNamed,
  otherScheme,
  postAlone,
  postValue,
  repeatedField,
  severalHttps,
  spaceInUri,
  unsigned,
]

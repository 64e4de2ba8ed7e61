import type { Rule } from '../../../core/rule.ts'
import type { ZoneSubject } from '../subject.ts'
import { aliasLoop } from './alias-loop.ts'
import { cnameAtApex } from './cname-at-apex.ts'
import { cnameWithOtherData } from './cname-with-other-data.ts'
import { danglingAlias } from './dangling-alias.ts'
import { dataBelowCut } from './data-below-cut.ts'
import { dataBelowDname } from './data-below-dname.ts'
import { digestLength } from './digest-length.ts'
import { doubledOrigin } from './doubled-origin.ts'
import { duplicateMxHost } from './duplicate-mx-host.ts'
import { duplicateRecord } from './duplicate-record.ts'
import { equalPreferences } from './equal-preferences.ts'
import { hostName } from './host-name.ts'
import { inheritedOwner } from './inherited-owner.ts'
import { missingGlue } from './missing-glue.ts'
import { mixedTtls } from './mixed-ttls.ts'
import { mxPrivateAddress } from './mx-private-address.ts'
import { mxTargetIsAddress } from './mx-target-is-address.ts'
import { mxTargetIsAlias } from './mx-target-is-alias.ts'
import { mxTargetWithoutAddress } from './mx-target-without-address.ts'
import { nsMissing } from './ns-missing.ts'
import { nsTargetIsAlias } from './ns-target-is-alias.ts'
import { nsTargetWithoutAddress } from './ns-target-without-address.ts'
import { nullMxBesideOthers } from './null-mx-beside-others.ts'
import { nullMxMissing } from './null-mx-missing.ts'
import { nullMxPreference } from './null-mx-preference.ts'
import { quotesInValue } from './quotes-in-value.ts'
import { relativeOwner } from './relative-owner.ts'
import { severalCnames } from './several-cnames.ts'
import { severalSoas } from './several-soas.ts'
import { soaBelowApex } from './soa-below-apex.ts'
import { soaMissing } from './soa-missing.ts'
import { targetIsAddress } from './target-is-address.ts'
import { wildcardDelegation } from './wildcard-delegation.ts'
import { wildcardShadowed } from './wildcard-shadowed.ts'

/** Every rule that needs zones alone. */
export const zoneRules: readonly Rule<ZoneSubject>[] = [
  aliasLoop,
  cnameAtApex,
  cnameWithOtherData,
  danglingAlias,
  dataBelowCut,
  dataBelowDname,
  digestLength,
  doubledOrigin,
  duplicateMxHost,
  duplicateRecord,
  equalPreferences,
  hostName,
  inheritedOwner,
  missingGlue,
  mixedTtls,
  mxPrivateAddress,
  mxTargetIsAddress,
  mxTargetIsAlias,
  mxTargetWithoutAddress,
  nsMissing,
  nsTargetIsAlias,
  nsTargetWithoutAddress,
  nullMxBesideOthers,
  nullMxMissing,
  nullMxPreference,
  quotesInValue,
  relativeOwner,
  severalCnames,
  severalSoas,
  soaBelowApex,
  soaMissing,
  targetIsAddress,
  wildcardDelegation,
  wildcardShadowed,
]

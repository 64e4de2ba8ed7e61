import type { DmarcRule } from '../subject.ts'
import { failureOptions } from './failure-options.ts'
import { failureOptionsClash } from './failure-options-clash.ts'
import { failureOptionsUnused } from './failure-options-unused.ts'
import { flagValue } from './flag-value.ts'
import { leadingSpace } from './leading-space.ts'
import { missingSemicolon } from './missing-semicolon.ts'
import { noReports } from './no-reports.ts'
import { percentageGone } from './percentage-gone.ts'
import { policyMissing } from './policy-missing.ts'
import { policyNone } from './policy-none.ts'
import { policyNotSecond } from './policy-not-second.ts'
import { policyValue } from './policy-value.ts'
import { publicSuffix } from './public-suffix.ts'
import { removedTag } from './removed-tag.ts'
import { reportAddress } from './report-address.ts'
import { reportEncoding } from './report-encoding.ts'
import { reportMailbox } from './report-mailbox.ts'
import { reportPermission } from './report-permission.ts'
import { reportScheme } from './report-scheme.ts'
import { reportSeparator } from './report-separator.ts'
import { reportSize } from './report-size.ts'
import { spfInside } from './spf-inside.ts'
import { subdomainPolicyUnused } from './subdomain-policy-unused.ts'
import { subdomainWeaker } from './subdomain-weaker.ts'
import { testing } from './testing.ts'
import { byCode, recordTagRules } from '../../tag-rules.ts'
import { dmarcTagFamily } from '../shared-rules.ts'

/** Every rule for DMARC records. */
export const dmarcRules: readonly DmarcRule[] = byCode([
  ...recordTagRules(dmarcTagFamily),
  failureOptions,
  failureOptionsClash,
  failureOptionsUnused,
  flagValue,
  leadingSpace,
  missingSemicolon,
  noReports,
  percentageGone,
  policyMissing,
  policyNone,
  policyNotSecond,
  policyValue,
  publicSuffix,
  removedTag,
  reportAddress,
  reportEncoding,
  reportMailbox,
  reportPermission,
  reportScheme,
  reportSeparator,
  reportSize,
  spfInside,
  subdomainPolicyUnused,
  subdomainWeaker,
  testing,
])

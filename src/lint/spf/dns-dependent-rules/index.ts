import type { SpfDnsRule } from '../dns-dependent-subject.ts'
import { aWithoutAddress } from './a-without-address.ts'
import { brokenTarget } from './broken-target.ts'
import { expTarget } from './exp-target.ts'
import { includeTarget } from './include-target.ts'
import { lookupLoop } from './lookup-loop.ts'
import { lookupsNearlySpent } from './lookups-nearly-spent.ts'
import { mxWithoutHosts } from './mx-without-hosts.ts'
import { ownMailHosts } from './own-mail-hosts.ts'
import { redirectTarget } from './redirect-target.ts'
import { tooManyLookups } from './too-many-lookups.ts'
import { tooManyMxHosts } from './too-many-mx-hosts.ts'
import { tooManyVoids } from './too-many-voids.ts'

/** Every rule for SPF records that follows them through DNS. */
export const spfDnsRules: readonly SpfDnsRule[] = [
  includeTarget,
  redirectTarget,
  brokenTarget,
  lookupLoop,
  tooManyLookups,
  lookupsNearlySpent,
  tooManyVoids,
  tooManyMxHosts,
  aWithoutAddress,
  mxWithoutHosts,
  expTarget,
  ownMailHosts,
]

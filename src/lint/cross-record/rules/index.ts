import type { CrossRecordRule } from '../subject.ts'
import { bimiNotEnforced } from './bimi-not-enforced.ts'
import { dmarcAbsent } from './dmarc-absent.ts'
import { dmarcParked } from './dmarc-parked.ts'
import { heloWithoutSpf } from './helo-without-spf.ts'
import { nothingToAlign } from './nothing-to-align.ts'
import { nullMxAbsent } from './null-mx-absent.ts'
import { policyHost } from './policy-host.ts'
import { spfAbsent } from './spf-absent.ts'
import { spfParked } from './spf-parked.ts'
import { spfWrongOwner } from './spf-wrong-owner.ts'
import { splitOrganization } from './split-organization.ts'
import { strictSubdomain } from './strict-subdomain.ts'
import { tlsReportsAbsent } from './tls-reports-absent.ts'

/** The rules that compare records of several kinds, and find that what is written does not work. */
export const crossRecordRules: readonly CrossRecordRule[] = [
  spfWrongOwner,
  nothingToAlign,
  strictSubdomain,
  splitOrganization,
  bimiNotEnforced,
  policyHost,
]

/** Those that say what would be good to have: advice, and no fault of what is written. */
export const adviceRules: readonly CrossRecordRule[] = [
  spfAbsent,
  spfParked,
  heloWithoutSpf,
  nullMxAbsent,
  dmarcAbsent,
  dmarcParked,
  tlsReportsAbsent,
]

import { bimiFamily } from './bimi/family.ts'
import { adviceFamily, crossRecordFamily } from './cross-record/family.ts'
import { keyFamily } from './dkim/family.ts'
import { dmarcFamily } from './dmarc/family.ts'
import { zoneAdviceFamily, zoneFamily } from './dns/family.ts'
import type { DnsFamily, RecordFamily, ZoneFamily } from './family.ts'
import { stsFamily } from './mta-sts/family.ts'
import { mxFamily } from './mx/family.ts'
import { spfDnsFamily } from './spf/dns-dependent-family.ts'
import { spfFamily } from './spf/family.ts'
import { tlsRptFamily } from './tls-rpt/family.ts'

/** Every family whose rules judge zones: what `lintZones` runs. */
export const zoneFamilies: readonly (ZoneFamily | RecordFamily | DnsFamily)[] = [
  zoneFamily,
  zoneAdviceFamily,
  mxFamily,
  spfFamily,
  spfDnsFamily,
  keyFamily,
  dmarcFamily,
  crossRecordFamily,
  adviceFamily,
  stsFamily,
  tlsRptFamily,
  bimiFamily,
]

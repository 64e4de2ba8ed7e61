import { bimiFamily } from './bimi/family.ts'
import { adviceFamily, crossRecordFamily } from './cross-record/family.ts'
import { keyFamily } from './dkim/family.ts'
import { dmarcFamily } from './dmarc/family.ts'
import type { AnyFamily } from './family.ts'
import { stsFamily } from './mta-sts/family.ts'
import { tlsRptFamily } from './tls-rpt/family.ts'

/** Families whose rules judge records of tags, and how records of several kinds work together. */
export const familiesOfRecords: readonly AnyFamily[] = [
  keyFamily,
  dmarcFamily,
  crossRecordFamily,
  adviceFamily,
  stsFamily,
  tlsRptFamily,
  bimiFamily,
]

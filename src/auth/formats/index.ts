import type { RecordFormat } from '../tag-format.ts'
import { bimiFormat } from './bimi.ts'
import { keyFormat } from './dkim-key.ts'
import { dmarcFormat } from './dmarc.ts'
import { stsFormat } from './mta-sts.ts'
import type { RecordFamily } from './heads.ts'
import { tlsRptFormat } from './tls-rpt.ts'

/** Every TXT record that is written as a list of tags, by the family of its rules. */
export const recordFormats = {
  dkim: keyFormat,
  dmarc: dmarcFormat,
  'mta-sts': stsFormat,
  'tls-rpt': tlsRptFormat,
  bimi: bimiFormat,
} as const satisfies Readonly<Record<RecordFamily, RecordFormat>>

export type { RecordFamily } from './heads.ts'

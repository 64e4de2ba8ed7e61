import type { Rule } from '../../core/rule.ts'
import type { TagSubject } from '../tag-record.ts'
import type { TlsRptRecord } from '../../auth/tls-rpt/record.ts'

/** What a rule for `_smtp._tls` records looks at. */
export type TlsRptSubject = TagSubject<TlsRptRecord>

export type TlsRptRule = Rule<TlsRptSubject>

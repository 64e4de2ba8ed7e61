import type { Rule } from '../../core/rule.ts'
import type { TagSubject } from '../tag-record.ts'
import type { BimiRecord } from '../../auth/bimi/record.ts'

/** What a rule for BIMI assertion records looks at. */
export type BimiSubject = TagSubject<BimiRecord>

export type BimiRule = Rule<BimiSubject>

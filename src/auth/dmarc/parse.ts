import { dmarcFormat } from '../formats/dmarc.ts'
import { onceForText } from '../../core/once.ts'
import { span } from '../../core/span.ts'
import { startsAs } from '../tag-format.ts'
import { parseTagList, tagNamed, wordsOf, type Tag, type TagList, type Word } from '../tag-list.ts'
import { parseReportUris, type ReportUri } from './report-uri.ts'

/** What a domain owner asks of receivers (RFC 9989 §4.7). */
export type Policy = 'none' | 'quarantine' | 'reject'
export type AlignmentMode = 'relaxed' | 'strict'

/** A DMARC policy record. Fields hold what counts: faulty values leave the default. */
export interface DmarcRecord extends TagList {
  /** Whether it starts with `v=DMARC1`; any other record is ignored as a whole. */
  readonly isDmarc: boolean
  readonly p?: Policy | undefined
  readonly sp?: Policy | undefined
  readonly np?: Policy | undefined
  readonly adkim: AlignmentMode
  readonly aspf: AlignmentMode
  /** `t=y`: the policy is only tested. */
  readonly testing: boolean
  readonly psd: 'y' | 'n' | 'u'
  /** Of RFC 7489: the share of messages the policy is for; 100 by default. */
  readonly pct: number
  readonly rua: readonly ReportUri[]
  readonly ruf: readonly ReportUri[]
  /** `0`, `1`, `d`, `s`; `0` by default. */
  readonly fo: readonly Word[]
}

export const isPolicy = (text: string): text is Policy =>
  text === 'none' || text === 'quarantine' || text === 'reject'

/** Reads a record. Never throws; problems are those of the tag list. */
export const parseDmarc: (text: string) => DmarcRecord = onceForText((text) => {
  const list = parseTagList(text, span(0, text.length))
  return {
    text,
    span: list.span,
    tags: list.tags,
    problems: list.problems,
    isDmarc: startsAs(dmarcFormat, list),
    p: policyOf(list, 'p'),
    sp: policyOf(list, 'sp'),
    np: policyOf(list, 'np'),
    adkim: alignmentOf(list, 'adkim'),
    aspf: alignmentOf(list, 'aspf'),
    testing: lower(list, 't') === 'y',
    psd: psdOf(lower(list, 'psd')),
    pct: percentOf(tagNamed(list, 'pct')),
    rua: urisOf(list, 'rua'),
    ruf: urisOf(list, 'ruf'),
    fo: failureOptions(list),
  }
})

/** Values other than that of `v` are read in any case (RFC 5234 §2.3). */
const lower = (list: TagList, name: string): string =>
  (tagNamed(list, name)?.value ?? '').toLowerCase()

function policyOf(list: TagList, name: 'p' | 'sp' | 'np'): Policy | undefined {
  const policy = lower(list, name)
  return isPolicy(policy) ? policy : undefined
}

const alignmentOf = (list: TagList, name: 'adkim' | 'aspf'): AlignmentMode =>
  lower(list, name) === 's' ? 'strict' : 'relaxed'

const psdOf = (value: string): DmarcRecord['psd'] => (value === 'y' || value === 'n' ? value : 'u')

function percentOf(tag: Tag | undefined): number {
  const percent = tag && /^\d{1,3}$/.test(tag.value) ? Number(tag.value) : 100
  return percent <= 100 ? percent : 100
}

function urisOf(list: TagList, name: 'rua' | 'ruf'): ReportUri[] {
  const tag = tagNamed(list, name)
  return tag ? parseReportUris(list.text, tag.valueSpan) : []
}

function failureOptions(list: TagList): Word[] {
  const tag = tagNamed(list, 'fo')
  return tag ? wordsOf(list.text, tag.valueSpan, ':') : []
}

/** Whether `p`, `sp` and `np` have valid values (RFC 9989 §4.10.1). */
export const hasInvalidPolicy = (record: DmarcRecord): boolean =>
  record.p === undefined ||
  (tagNamed(record, 'sp') !== undefined && record.sp === undefined) ||
  (tagNamed(record, 'np') !== undefined && record.np === undefined)

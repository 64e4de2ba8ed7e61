import { numberSet, printNumbers } from '../data/number-set.ts'
import type { MessageRecord } from '../data/search/record.ts'
import { quote } from '../server/output.ts'
import type { ReturnOption } from './arguments.ts'

export interface SearchReport {
  readonly found: readonly MessageRecord[]
  readonly by: 'number' | 'uid'
  /** Whether the response has the highest mod-sequence (RFC 7162 §3.1.5, §3.1.10). */
  readonly modSeq: 'shown' | 'hidden'
  readonly tag: string
}

const numbersOf = ({ found, by }: SearchReport): number[] =>
  found.map(({ seq, uid }) => (by === 'uid' ? uid : seq))

/** `* SEARCH 2 84 882` (RFC 3501 §7.2.5) */
export function searchLine(report: SearchReport): string {
  const numbers = numbersOf(report)
    .map((number) => ` ${number}`)
    .join('')
  return `* SEARCH${numbers}${modSeqOf(report.found, report.modSeq)}\r\n`
}

/** ` (MODSEQ 917162500)` behind the numbers of SEARCH and SORT, where there are any (RFC 7162 §3.1.6, §7). */
export function modSeqOf(found: readonly MessageRecord[], modSeq: SearchReport['modSeq']): string {
  if (modSeq === 'hidden' || found.length === 0) return ''
  return ` (MODSEQ ${found.reduce((most, mail) => Math.max(most, mail.modSeq), 0)})`
}

/** `* ESEARCH (TAG "a1") UID COUNT 3 ALL 1:3` (RFC 9051 §7.3.4) */
export function esearchLine(report: SearchReport, wanted: readonly ReturnOption[]): string {
  const { found, by, tag } = report
  const numbers = numbersOf(report)
  const isEmpty = numbers.length === 0
  const items = [
    ...(wanted.includes('MIN') && !isEmpty ? [`MIN ${numbers[0]!}`] : []),
    ...(wanted.includes('MAX') && !isEmpty ? [`MAX ${numbers.at(-1)!}`] : []),
    ...(wanted.includes('ALL') && !isEmpty ? [`ALL ${printNumbers(numberSet(numbers))}`] : []),
    ...(wanted.includes('COUNT') ? [`COUNT ${numbers.length}`] : []),
    ...(report.modSeq === 'shown' && !isEmpty ? [`MODSEQ ${highestOf(found, wanted)}`] : []),
  ]
  const data = items.map((item) => ` ${item}`).join('')
  return `* ESEARCH (TAG ${quote(tag)})${by === 'uid' ? ' UID' : ''}${data}\r\n`
}

/** Of the messages in the response: the least, the highest, or all (RFC 7162 §3.1.10). */
function highestOf(found: readonly MessageRecord[], wanted: readonly ReturnOption[]): number {
  const shown = onlyEnds(wanted) ? endsOf(found, wanted) : found
  return shown.reduce((highest, { modSeq }) => Math.max(highest, modSeq), 0)
}

const onlyEnds = (wanted: readonly ReturnOption[]): boolean =>
  (wanted.includes('MIN') || wanted.includes('MAX')) &&
  !wanted.includes('ALL') &&
  !wanted.includes('COUNT')

const endsOf = (
  found: readonly MessageRecord[],
  wanted: readonly ReturnOption[],
): MessageRecord[] => [
  ...(wanted.includes('MIN') ? found.slice(0, 1) : []),
  ...(wanted.includes('MAX') ? found.slice(-1) : []),
]

/** What SAVE keeps: the ends, where nothing but ends was asked for (RFC 5182 §2.1). */
export function savedUids(
  found: readonly MessageRecord[],
  wanted: readonly ReturnOption[],
): number[] {
  const kept = onlyEnds(wanted) ? endsOf(found, wanted) : found
  return [...new Set(kept.map(({ uid }) => uid))]
}

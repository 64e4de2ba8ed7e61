import { parseSequenceSet, resolveSet, type SequenceSet } from '../data/sequence-set.ts'
import type { NumberSet } from '../data/number-set.ts'
import { fail, failed, match, type Read, type Reader } from './reader.ts'

/** Message numbers as written, or `$` for what the last search saved (RFC 9051 §6.4.4.1). */
export type MessageSet = SequenceSet | '$'

/** RFC 9051 §9: `sequence-set`, with `$`. */
export function messageSet(reader: Reader): Read<MessageSet> {
  if (match(reader, /\$/y) !== undefined) return '$'
  return numberedSet(reader)
}

/** `1:4,7,*` */
export function numberedSet(reader: Reader): Read<SequenceSet> {
  const from = reader.at
  const written = match(reader, /[\d*][\d*:,]*/y)
  if (written === undefined) return fail(reader, 'Message numbers belong here, such as 1:4,7 or *')
  if (match(reader, /-(?=[\d*])/y) !== undefined)
    return fail(reader, 'From one number to another is written with a colon: 1:4', from)
  return (
    parseSequenceSet(written) ??
    fail(reader, 'Message numbers are written as 1:4,7 or 3:*, and begin at 1', from)
  )
}

/** Numbers without `*`: RFC 7162 §7 `known-uids`, RFC 9051 §9 `uid-set`. */
export function knownNumbers(reader: Reader): Read<NumberSet> {
  const from = reader.at
  const set = numberedSet(reader)
  if (set === failed) return failed
  return set.some((range) => range.from === '*' || range.to === '*')
    ? fail(reader, 'Numbers alone belong here, without `*`', from)
    : resolveSet(set, 0)
}

/** Numbers in any order as a set that keeps it: COPYUID pairs them so (RFC 4315 §3). */
export function writeInOrder(numbers: readonly number[]): string {
  const parts: string[] = []
  for (let at = 0; at < numbers.length;) {
    let last = at
    while (last + 1 < numbers.length && numbers[last + 1] === numbers[last]! + 1) last++
    parts.push(last === at ? `${numbers[at]!}` : `${numbers[at]!}:${numbers[last]!}`)
    at = last + 1
  }
  return parts.join(',')
}

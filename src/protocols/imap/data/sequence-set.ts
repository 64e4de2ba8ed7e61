import { normalize, type NumberRange, type NumberSet } from './number-set.ts'

/**
 * `sequence-set` as a client writes it (RFC 9051 §9): `1:3,7,9:*`. `*` is the largest number in use.
 * The `$` of a saved result is no set of numbers; the command's reader looks for it first.
 */
export type SequenceSet = readonly SequenceRange[]

export interface SequenceRange {
  readonly from: SequenceNumber
  /** The same as `from` for a single number. The two may come in any order. */
  readonly to: SequenceNumber
}

export type SequenceNumber = number | '*'

const NUMBER = /^(?:\*|[1-9]\d{0,9})$/

/** The largest `nz-number`: 32 bits without a sign. */
const LARGEST = 0xffffffff

/** @returns The set, or `undefined` where the text is none: `0`, `1,,2`, `1:2:3`. Never throws. */
export function parseSequenceSet(text: string): SequenceSet | undefined {
  const ranges: SequenceRange[] = []
  for (const part of text.split(',')) {
    const ends = part.split(':')
    const [from, to] = [parseNumber(ends[0]), parseNumber(ends.at(-1))]
    if (ends.length > 2 || from === undefined || to === undefined) return undefined
    ranges.push({ from, to })
  }
  return ranges
}

function parseNumber(text = ''): SequenceNumber | undefined {
  if (!NUMBER.test(text)) return undefined
  if (text === '*') return '*'
  const number = Number(text)
  return number <= LARGEST ? number : undefined
}

/**
 * The numbers of a set.
 * @param largest What `*` means: the number of messages, or the highest UID; 0 in an empty mailbox,
 *   where `*` means nothing. `559:*` always holds the largest, also when 559 is above it (§6.4.9).
 */
export function resolveSet(set: SequenceSet, largest: number): NumberSet {
  const value = (number: SequenceNumber): number => (number === '*' ? largest : number)
  return normalize(
    set.map(({ from, to }): NumberRange => [value(from), value(to)]).filter(([a, b]) => a && b),
  )
}

/** The highest number written; `*` counts as `largest`. To find numbers that are not there. */
export const highestOf = (set: SequenceSet, largest: number): number =>
  set.reduce(
    (high, { from, to }) =>
      Math.max(high, from === '*' ? largest : from, to === '*' ? largest : to),
    0,
  )

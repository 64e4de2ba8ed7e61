import { numbersOf, countOf } from '../../data/number-set.ts'
import { inParentheses, map, maybe, sequence, space, exactly } from '../../wire/combine.ts'
import { bigNumber, positiveNumber } from '../../wire/numbers.ts'
import {
  fail,
  failed,
  match,
  peek,
  type Parser,
  type Read,
  type Reader,
} from '../../wire/reader.ts'
import { knownNumbers } from '../../wire/sets.ts'
import { astring } from '../../wire/strings.ts'
import type { Found } from './data.ts'
import { anything } from './texts.ts'

/** Numbers that a server may list: a short text can name very many. */
const MOST_FOUND = 1_000_000

const modSeq = inParentheses(map(sequence(exactly('MODSEQ'), space, bigNumber), (read) => read[2]))

/** Behind SEARCH or SORT: ` 2 84 882 (MODSEQ 917162500)` (RFC 3501 §7.2.5, RFC 7162 §3.1.5). */
export function foundNumbers(reader: Reader): Read<Found> {
  const numbers: number[] = []
  while (match(reader, / (?=\d)/y) !== undefined) {
    const number = positiveNumber(reader)
    if (number === failed) return failed
    numbers.push(number)
  }
  if (peek(reader) !== ' ' || reader.at === reader.text.length - 1) {
    match(reader, / /y)
    return { by: 'number', numbers }
  }
  const highest = maybe(modSeq)(reader)
  if (highest === failed) return failed
  return { by: 'number', numbers, ...(highest !== undefined && { modSeq: highest }) }
}

const correlator = inParentheses(map(sequence(exactly('TAG'), space, astring), (read) => read[2]))

/** Behind ESEARCH: ` (TAG "a1") UID COUNT 3 ALL 1:3` (RFC 9051 §7.3.4). */
export function extendedSearch(reader: Reader): Read<Found> {
  if (match(reader, / (?=\()/y) !== undefined && correlator(reader) === failed) return failed
  let found: Found = { by: match(reader, / UID(?= |$)/iy) === undefined ? 'number' : 'uid' }
  while (match(reader, / /y) !== undefined) {
    const word = match(reader, /[A-Za-z-]+/y)?.toUpperCase()
    if (word === undefined) return fail(reader, 'A name belongs here, such as COUNT')
    if (space(reader) === failed) return failed
    const value = (results[word] ?? ignored)(reader)
    if (value === failed) return failed
    found = { ...found, ...value }
  }
  return found
}

type Part = Omit<Found, 'by'>

const ignored: Parser<Part> = map(anything, () => ({}))

const results: Readonly<Record<string, Parser<Part>>> = {
  MIN: map(positiveNumber, (min) => ({ min })),
  MAX: map(positiveNumber, (max) => ({ max })),
  COUNT: map(bigNumber, (count) => ({ count })),
  MODSEQ: map(bigNumber, (found) => ({ modSeq: found })),
  ALL(reader) {
    const from = reader.at
    const set = knownNumbers(reader)
    if (set === failed) return failed
    return countOf(set) > MOST_FOUND
      ? fail(reader, 'That stands for more messages than anybody has', from)
      : { numbers: [...numbersOf(set)] }
  },
}

import { span } from '../../../core/span.ts'
import { problem, type Problem } from '../problem.ts'
import type { RecordProblem, Term } from '../record.ts'
import { hasForeign } from './characters.ts'
import { readMechanism } from './mechanism.ts'
import type { TermReading } from './reading.ts'
import { isModifierText, readModifier } from './modifier.ts'

/**
 * Reads one word between spaces: one term, or several that a comma or a semicolon glues together.
 * @param start Where the word stands in its record.
 */
export function readTerms(
  word: string,
  start: number,
): { terms: readonly Term[]; problems: readonly RecordProblem[] } {
  const read = readTerm(word, start)
  const glued = read.problems.length ? readGlued(word, start) : undefined
  return glued ?? { terms: [read.term], problems: read.problems }
}

function readTerm(word: string, start: number): TermReading {
  const read = isModifierText(word) ? readModifier(word, start) : readMechanism(word, start)
  const { term, problems } = read
  if (problems.length === 0) return read
  // A foreign character is the one cause of whatever else goes wrong in its term.
  if (hasForeign(word)) return { term, problems: [] }
  return { term, problems: problems.map((found) => ({ ...found, term })) }
}

const SEPARATORS = /[,;]+/g

/** @returns The terms, if every piece between commas and semicolons reads well. */
function readGlued(word: string, start: number) {
  const marks = [...word.matchAll(SEPARATORS)]
  if (!marks.length) return undefined
  const pieces = piecesBetween(word, marks).map((piece) => readTerm(piece.text, start + piece.at))
  if (pieces.some((piece) => piece.problems.length)) return undefined
  return {
    terms: pieces.map((piece) => piece.term),
    problems: marks.map((mark) => separatorProblem(mark[0], start + mark.index)),
  }
}

const separatorProblem = (mark: string, at: number): Problem =>
  problem(
    'separator',
    span(at, at + mark.length),
    `Spaces separate the terms of an SPF record, \`${mark}\` does not`,
  )

function piecesBetween(word: string, marks: readonly RegExpExecArray[]) {
  const ends = [...marks.map((mark) => mark.index), word.length]
  const starts = [0, ...marks.map((mark) => mark.index + mark[0].length)]
  return starts
    .map((at, index) => ({ at, text: word.slice(at, ends[index]) }))
    .filter((piece) => piece.text !== '')
}

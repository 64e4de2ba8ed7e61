import type { Span } from '../../core/span.ts'
import type { ParameterProblem } from './parameter-problem.ts'

/** One `name=value` as it stands; of a parameter in pieces (RFC 2231 §3) there are several. */
export interface Piece {
  /** In lower case, without stars and number. */
  readonly name: string
  /** Of a piece: from 0. */
  readonly number: number | undefined
  /** `extended`: a star ends the name, and percent signs stand in the value. */
  readonly form: 'plain' | 'extended'
  readonly value: string
  readonly span: Span
}

/**
 * Puts pieces together, in the order of their numbers. Of a plain value and a newer form of the same
 * name the newer counts: the plain one is for old readers. A number that is missing ends the value.
 */
export function joinPieces(pieces: readonly Piece[], problems: ParameterProblem[]): Piece[][] {
  const byName = new Map<string, Piece[]>()
  for (const piece of pieces) {
    const same = byName.get(piece.name)
    if (same) same.push(piece)
    else byName.set(piece.name, [piece])
  }
  return [...byName.values()].map((same) => chosen(same, problems))
}

function chosen(same: readonly Piece[], problems: ParameterProblem[]): Piece[] {
  const numbered = same.filter(({ number }) => number !== undefined)
  const extended = same.find(({ number, form }) => number === undefined && form === 'extended')
  const plain = same.filter(({ number, form }) => number === undefined && form === 'plain')
  for (const again of plain.slice(1))
    problems.push({
      kind: 'repeated',
      span: again.span,
      message: `\`${again.name}\` stands here once more; the first counts.`,
    })
  if (extended) return [extended]
  const inOrder = inRow(numbered, problems)
  return inOrder.length > 0 ? inOrder : plain.length > 0 ? [plain[0]!] : [same[0]!]
}

function inRow(numbered: readonly Piece[], problems: ParameterProblem[]): Piece[] {
  const byNumber = new Map<number, Piece>()
  for (const piece of numbered) {
    if (!byNumber.has(piece.number!)) byNumber.set(piece.number!, piece)
    else
      problems.push({
        kind: 'repeated',
        span: piece.span,
        message: `Piece ${piece.number} of \`${piece.name}\` stands here once more; the first counts.`,
      })
  }
  const row: Piece[] = []
  for (let next = byNumber.get(0); next; next = byNumber.get(row.length)) row.push(next)
  const lost = numbered.find(({ number }) => number! >= row.length)
  if (lost)
    problems.push({
      kind: 'gap',
      span: lost.span,
      message: `Piece ${row.length} of \`${lost.name}\` is missing: what follows it is not read.`,
    })
  return row
}

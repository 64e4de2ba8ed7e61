import type { SignatureCover } from '../../../lab/types.ts'

/** A piece of a message's source, and what a signature has to do with it. */
export interface CoveredPiece {
  readonly text: string
  readonly is: 'covered' | 'own' | 'open'
}

/** The source in pieces. Without a signature it is one piece, which is open. */
export function coveredPieces(
  source: string,
  cover: Pick<SignatureCover, 'own' | 'fields' | 'body'> | undefined,
): CoveredPiece[] {
  if (!cover) return [{ text: source, is: 'open' }]
  const marks = [
    ...cover.fields.map((one) => ({ ...one, is: 'covered' as const })),
    { ...cover.own, is: 'own' as const },
    { ...cover.body, is: 'covered' as const },
  ].sort((a, b) => a.from - b.from)
  const pieces: CoveredPiece[] = []
  let at = 0
  const add = (to: number, is: CoveredPiece['is']) => {
    if (to > at) pieces.push({ text: source.slice(at, to), is })
    at = Math.max(at, to)
  }
  for (const { from, to, is } of marks) {
    add(from, 'open')
    add(to, is)
  }
  add(source.length, 'open')
  return pieces
}

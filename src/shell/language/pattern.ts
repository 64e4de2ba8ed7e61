/** A name with `*`, `?` and `[…]` in it; a backslash takes the meaning from one of them. */
export type Pattern = string

export const hasPattern = (pattern: Pattern): boolean =>
  /[*?]|\[.+\]/.test(pattern.replace(/\\./g, ''))

/** Whether a name is one that the pattern stands for. A leading dot must be written. Quadratic at worst. */
export function matches(pattern: Pattern, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false
  return matchFrom(piecesOf(pattern), Array.from(name))
}

type Piece = '*' | ((character: string) => boolean)

/** The usual way with one place to come back to: behind the last star. */
function matchFrom(pieces: readonly Piece[], name: readonly string[]): boolean {
  let at = 0
  let piece = 0
  let back: { piece: number; at: number } | undefined
  while (at < name.length) {
    const one = pieces[piece]
    if (one === '*') back = { piece: ++piece, at }
    else if (one?.(name[at]!)) {
      piece++
      at++
    } else if (back) {
      piece = back.piece
      at = ++back.at
    } else return false
  }
  while (pieces[piece] === '*') piece++
  return piece === pieces.length
}

function piecesOf(pattern: Pattern): readonly Piece[] {
  const pieces: Piece[] = []
  for (const [text] of pattern.matchAll(/\\.|\[[!^]?\]?[^\]]*\]|./gsu)) {
    if (text === '*') pieces.push('*')
    else if (text === '?') pieces.push(() => true)
    else if (text.length > 2 && text.startsWith('[')) pieces.push(setOf(text.slice(1, -1)))
    else pieces.push(only(text.length > 1 && text.startsWith('\\') ? text.slice(1) : text))
  }
  return pieces
}

const only =
  (wanted: string): Piece =>
  (character) =>
    character === wanted

function setOf(inside: string): Piece {
  const isNot = /^[!^]/.test(inside)
  const ranges = [...inside.slice(isNot ? 1 : 0).matchAll(/(.)-(.)|(.)/gsu)]
  return (character) =>
    isNot !==
    ranges.some(([, from, to, single]) =>
      single === undefined ? character >= from! && character <= to! : character === single,
    )
}

import { fromLatin1, utf8 } from '../core/bytes.ts'

/** A stretch of a word or string and the octets it stands for, one UTF-16 unit an octet. */
export interface Piece {
  readonly octets: string
  /** Position in the raw text. */
  readonly from: number
  readonly to: number
  /** `plain`: ASCII as it stands. `wide`: beyond ASCII, as UTF-8. `broken`: an escape that is none. */
  readonly kind: 'plain' | 'escape' | 'wide' | 'broken'
}

/**
 * Undoes `\X` and `\DDD` (RFC 1035 §5.1). A broken escape stands for its own characters.
 * Pieces are in order and leave nothing out; linear time.
 */
export function* unescape(raw: string): Generator<Piece> {
  let at = 0
  while (at < raw.length) {
    const piece = nextPiece(raw, at)
    yield piece
    at = piece.to
  }
}

function nextPiece(raw: string, from: number): Piece {
  if (raw[from] === '\\') return escape(raw, from)
  if (raw.charCodeAt(from) > LAST_ASCII) return wide(raw, from, from, 'wide')
  let to = from + 1
  while (to < raw.length && raw[to] !== '\\' && raw.charCodeAt(to) <= LAST_ASCII) to++
  return { octets: raw.slice(from, to), from, to, kind: 'plain' }
}

const LAST_ASCII = 0x7f

function escape(raw: string, from: number): Piece {
  const next = raw[from + 1]
  if (next === undefined) return broken(raw, from, from + 1)
  if (!isDigit(next)) return wide(raw, from, from + 1, 'escape')
  const digits = raw.slice(from + 1, from + 4)
  if (!/^\d{3}$/.test(digits)) return broken(raw, from, from + 1 + digitsAt(digits))
  if (Number(digits) > 255) return broken(raw, from, from + 4)
  return { octets: String.fromCharCode(Number(digits)), from, to: from + 4, kind: 'escape' }
}

/** The character at `at` as its octets, with what stands before it from `from` on. */
function wide(raw: string, from: number, at: number, kind: Piece['kind']): Piece {
  const character = String.fromCodePoint(raw.codePointAt(at)!)
  return { octets: fromLatin1(utf8(character)), from, to: at + character.length, kind }
}

const broken = (raw: string, from: number, to: number): Piece => ({
  octets: raw.slice(from, to),
  from,
  to,
  kind: 'broken',
})

const isDigit = (character: string): boolean => character >= '0' && character <= '9'

const digitsAt = (text: string): number => /^\d*/.exec(text)![0].length

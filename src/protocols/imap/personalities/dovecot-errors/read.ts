/** An argument as Dovecot's parser sees it, before a command looks at it. */
export interface Argument {
  readonly kind: 'atom' | 'string' | 'list'
  /** Of an atom or a string. */
  readonly text: string
  /** Of a list. */
  readonly items: readonly Argument[]
}

export type ArgumentsRead =
  | { readonly ok: true; readonly values: readonly Argument[] }
  | { readonly ok: false; readonly error: string }

interface Place {
  readonly text: string
  at: number
}

const LITERAL = /~?\{\d{1,10}\+?\}\r\n/y
const QUOTED = /"(?:[^"\\\r\n]|\\[^])*"/y
const ATOM = /[^\s()"{]+(?:\{(?!\d+\+?\}\r\n)[^\s()"]*)*/y

/** Reads what stands behind a verb; literals count as strings. Never throws. */
export function readArguments(text: string): ArgumentsRead {
  const place: Place = { text, at: 0 }
  const values = readItems(place, 0)
  if (typeof values === 'string') return { ok: false, error: values }
  return { ok: true, values }
}

/** Reads up to the end, or to the parenthesis that closes a list. @returns What is wrong as a text. */
function readItems(place: Place, depth: number): readonly Argument[] | string {
  const items: Argument[] = []
  while (place.at < place.text.length) {
    const character = place.text[place.at]!
    if (character === ' ') place.at++
    else if (character === ')') {
      if (depth === 0) return "Unexpected ')'"
      place.at++
      return items
    } else {
      const item = readItem(place, character, depth)
      if (typeof item === 'string') return item
      items.push(item)
    }
  }
  return depth > 0 ? "Missing ')'" : items
}

/** Lists within lists. */
const DEEPEST = 50

function readItem(place: Place, character: string, depth: number): Argument | string {
  if (character === '(') {
    if (depth >= DEEPEST) return 'Too many lists'
    place.at++
    const items = readItems(place, depth + 1)
    return typeof items === 'string' ? items : { kind: 'list', text: '', items }
  }
  const literal = take(place, LITERAL)
  if (literal !== undefined) return { kind: 'string', text: '', items: [] }
  if (character === '"') {
    const quoted = take(place, QUOTED)
    if (quoted === undefined) return `Missing '"'`
    return { kind: 'string', text: quoted.slice(1, -1).replace(/\\([^])/g, '$1'), items: [] }
  }
  const atom = take(place, ATOM)
  if (atom === undefined || place.text[place.at] === '"') return 'Invalid characters in atom'
  return { kind: 'atom', text: atom, items: [] }
}

function take(place: Place, pattern: RegExp): string | undefined {
  pattern.lastIndex = place.at
  const found = pattern.exec(place.text)?.[0]
  if (found !== undefined) place.at += found.length
  return found
}

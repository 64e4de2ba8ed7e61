/**
 * The lexical tokens of structured fields (RFC 5322 §3.2), for texts of one unit an octet. It gives
 * what `message/tokens.ts` gives, less the white space, and in an array: FETCH reads many headers.
 */
export interface Token {
  readonly kind: 'atom' | 'quoted' | 'literal' | 'comment' | 'special'
  /** Without quotes, brackets or escapes; the character itself for a special. */
  readonly text: string
  readonly from: number
  readonly to: number
}

const ATOM = 0
const WHITE = 1
const SPECIAL = 2

/** What each octet is. */
const classes = new Uint8Array(256)
for (const character of ' \t\r\n') classes[character.charCodeAt(0)] = WHITE
for (const character of '()<>[]:;@\\,."') classes[character.charCodeAt(0)] = SPECIAL

/** Never throws; what is never closed runs to the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at)
    if (token) tokens.push(token)
    at = token ? token.to : at + 1
  }
  return tokens
}

function tokenAt(text: string, from: number): Token | undefined {
  const kind = classes[text.charCodeAt(from) & 255]
  if (kind === WHITE) return undefined
  if (kind === ATOM) return atom(text, from)
  const character = text[from]!
  if (character === '"') return enclosed(text, from, 'quoted', '"')
  if (character === '[') return enclosed(text, from, 'literal', ']')
  if (character === '(') return comment(text, from)
  return { kind: 'special', text: character, from, to: from + 1 }
}

function atom(text: string, from: number): Token {
  let to = from + 1
  while (to < text.length && classes[text.charCodeAt(to) & 255] === ATOM) to++
  return { kind: 'atom', text: text.slice(from, to), from, to }
}

/** A backslash makes the next character plain (§3.2.1). */
function enclosed(text: string, from: number, kind: 'quoted' | 'literal', end: string): Token {
  let at = from + 1
  while (at < text.length && text[at] !== end) at += text[at] === '\\' ? 2 : 1
  const to = Math.min(at, text.length)
  return { kind, text: plain(text.slice(from + 1, to)), from, to: Math.min(at + 1, text.length) }
}

const plain = (text: string): string =>
  text.includes('\\') ? text.replace(/\\([^])/g, '$1') : text

/** Comments nest (§3.2.2); the text is without the outer parentheses. */
function comment(text: string, from: number): Token {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '\\') at++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0)
      return { kind: 'comment', text: plain(text.slice(from + 1, at)), from, to: at + 1 }
  }
  return { kind: 'comment', text: text.slice(from + 1), from, to: text.length }
}

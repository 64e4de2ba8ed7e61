/** What a stretch of a zone file is, for its colour. */
export type TokenKind =
  'comment' | 'string' | 'directive' | 'type' | 'number' | 'name' | 'sign' | 'tag'

export interface ZoneToken {
  readonly from: number
  readonly to: number
  readonly kind: TokenKind
}

const types =
  /^(?:A|AAAA|CAA|CNAME|DNAME|DNSKEY|DS|HTTPS|MX|NS|NSEC|PTR|RRSIG|SOA|SPF|SRV|SVCB|TLSA|TXT|IN)$/i

/**
 * Colours one line of a zone file. A string that stays open at the end of its line closes there, as
 * the parser closes it, so each line stands for itself.
 */
export function zoneTokens(line: string): ZoneToken[] {
  const tokens: ZoneToken[] = []
  const word = /;.*|"(?:\\.|[^"\\])*"?|[()]|\\.|[^\s;"()\\]+(?:\\.[^\s;"()\\]*)*/g
  let typed = false
  for (const { 0: text, index } of line.matchAll(word)) {
    if (text.startsWith('"')) {
      tokens.push(...stringTokens(text, index))
      continue
    }
    const kind = kindOf(text, index, typed)
    // Behind the type `mx` is a host's name.
    typed ||= kind === 'type' && !/^in$/i.test(text)
    tokens.push({ from: index, to: index + text.length, kind })
  }
  return tokens
}

function kindOf(text: string, at: number, typed: boolean): TokenKind {
  if (text.startsWith(';')) return 'comment'
  if (text === '(' || text === ')') return 'sign'
  if (at === 0 && text.startsWith('$')) return 'directive'
  if (at > 0 && !typed && types.test(text)) return 'type'
  if (/^\d+[smhdw]?$/i.test(text) || /^[\d.]+$/.test(text) || /^[\da-f]*:[\da-f:.]+$/i.test(text))
    return 'number'
  return 'name'
}

/** Inside a string the names of tags and mechanisms stand out: `p=`, `ip4:`, `-all`. */
function stringTokens(text: string, at: number): ZoneToken[] {
  const tokens: ZoneToken[] = []
  let rest = 0
  for (const found of text.matchAll(/(?<=["\s;])[+?~-]?[a-z][\w.-]*(?=[=:/\s";]|$)/gi)) {
    if (found.index > rest) tokens.push({ from: at + rest, to: at + found.index, kind: 'string' })
    rest = found.index + found[0].length
    tokens.push({ from: at + found.index, to: at + rest, kind: 'tag' })
  }
  if (rest < text.length) tokens.push({ from: at + rest, to: at + text.length, kind: 'string' })
  return tokens
}

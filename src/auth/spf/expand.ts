import type { Effect } from '../../core/effects.ts'
import { utf8 } from '../../core/bytes.ts'
import { formatIp } from '../../core/ip.ts'
import type { Macro, MacroPart, MacroString } from './macro.ts'
import type { EvaluationContext } from './evaluation-context.ts'
import { validatedNames, bestName } from './validated-names.ts'

/**
 * Expands a macro string (RFC 7208 §7.3). `%{p}` asks DNS.
 * @returns The text; a name is not yet cut or put in lower case (see `targetName`).
 */
export function* expandMacros(tree: MacroString, context: EvaluationContext): Effect<string> {
  let text = ''
  for (const part of tree.parts) text += yield* expandPart(part, context)
  return text
}

function* expandPart(part: MacroPart, context: EvaluationContext): Effect<string> {
  switch (part.kind) {
    case 'literal':
    case 'escape':
      return part.text
    case 'macro': {
      const value = transform(part, yield* valueOf(part.character, context))
      return part.escaped ? urlEscape(value) : value
    }
    case 'broken':
      return ''
  }
}

function* valueOf(character: Macro['character'], context: EvaluationContext): Effect<string> {
  const { session, domain } = context
  switch (character) {
    case 's':
      return `${session.sender.local}@${session.sender.domain}`
    case 'l':
      return session.sender.local
    case 'o':
      return session.sender.domain
    case 'd':
      return domain
    case 'i':
      return dotted(session.ip)
    case 'p':
      return bestName(yield* validatedNames(context), domain)
    case 'v':
      return session.ip.length === 4 ? 'in-addr' : 'ip6'
    case 'h':
      return session.helo
    case 'c':
      return formatIp(session.ip)
    case 'r':
      return session.receiver
    case 't':
      return String(Math.floor(session.now / 1000))
  }
}

/** `192.0.2.1`; of an IPv6 address every digit with dots between, for use in `%{ir}`. */
function dotted(ip: Uint8Array): string {
  if (ip.length === 4) return ip.join('.')
  const nibbles = [...ip].flatMap((octet) => [octet >> 4, octet & 15])
  return nibbles.map((nibble) => nibble.toString(16).toUpperCase()).join('.')
}

/** Splits, reverses, keeps the right-hand parts, and joins with dots. */
function transform({ delimiters, reversed, keep }: Macro, value: string): string {
  const parts = splitAt(value, delimiters || '.')
  if (reversed) parts.reverse()
  return parts.slice(keep === undefined ? 0 : -keep).join('.')
}

function splitAt(value: string, delimiters: string): string[] {
  const parts = ['']
  for (const character of value) {
    if (delimiters.includes(character)) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts
}

/** Escapes all but the unreserved characters of RFC 3986 §2.3. */
const urlEscape = (text: string): string =>
  text.replace(/[^\w.~-]/gu, (character) =>
    Array.from(
      utf8(character),
      (octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`,
    ).join(''),
  )

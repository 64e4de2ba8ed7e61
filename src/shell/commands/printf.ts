import { latin1 } from '../../core/bytes.ts'
import type { Command, CommandContext } from '../command.ts'
import type { Word } from '../language/tree.ts'
import { units, withEscapes } from '../text/escapes.ts'

/** Octets that one line prints at most, whatever its widths are. */
const LONGEST = 1_048_576

export const printf: Command = {
  name: 'printf',
  kind: 'tool',
  summary: 'print words in a format, with the line ends you want',
  page: {
    synopsis: ['printf format [word ...]'],
    description: [
      'Prints the format with the words put in: `%s` a text, `%d` a number, `%x` the same in base 16, `%c` one character, `%b` a text with escapes, `%%` a percent sign. Widths are as in C: `%-10s`, `%05d`. While words are left, the format is used again.',
      'In the format `\\r\\n` is CRLF, the line end of mail. Nothing is added at the end.',
    ],
    examples: [
      [`printf 'EHLO me\\r\\nQUIT\\r\\n' | nc mx.example.org 25`, 'a whole session'],
      [`printf '%s\\n' a b c`, 'three lines'],
      [`printf '\\0alice@example.org\\0secret' | base64`, 'the initial response of AUTH PLAIN'],
    ],
    seeAlso: ['echo', 'base64', 'nc'],
  },
  run([format, ...words], context) {
    if (!format) return void context.complain('usage: printf format [word ...]')
    const queue = [...words]
    let octets = ''
    do {
      const before = queue.length
      const round = fill(format.text, queue, context)
      octets += round.octets
      if (round.isCut || octets.length > LONGEST || queue.length === before) break
    } while (queue.length)
    context.write(latin1(octets.slice(0, LONGEST)))
    return undefined
  },
}

const PLACE = /%(?:%|([-+ 0#]*)(\d{0,4})(?:\.(\d{0,4}))?([sdiuxXocbq]))/g

/** Puts words into the format once, taking them from the queue. */
function fill(format: string, queue: Word[], context: CommandContext) {
  let octets = ''
  let at = 0
  for (const found of format.matchAll(PLACE)) {
    const before = withEscapes(format.slice(at, found.index))
    octets += before.octets
    if (before.isCut) return { octets, isCut: true }
    at = found.index + found[0].length
    const [, flags = '', width = '', precision, kind] = found
    if (!kind) {
      octets += '%'
      continue
    }
    const shown = valueOf(kind, queue.shift()?.text ?? '', precision, context)
    octets += padded(shown.text, Number(width), flags, shown.isNumber)
    if (shown.isCut) return { octets, isCut: true }
  }
  const rest = withEscapes(format.slice(at))
  return { octets: octets + rest.octets, isCut: rest.isCut }
}

function valueOf(
  kind: string,
  word: string,
  precision: string | undefined,
  context: CommandContext,
) {
  if (kind === 'b') {
    const { octets, isCut } = withEscapes(word)
    return { text: octets, isCut, isNumber: false }
  }
  if (kind === 's' || kind === 'q') {
    const text = units(
      kind === 'q' && !/^[\w./:@-]+$/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : word,
    )
    return {
      text: precision === undefined ? text : text.slice(0, Number(precision)),
      isNumber: false,
    }
  }
  if (kind === 'c') return { text: units(Array.from(word)[0] ?? ''), isNumber: false }
  return { text: numberText(kind, word, context), isNumber: true }
}

function numberText(kind: string, word: string, context: CommandContext): string {
  const quoted = /^["'](.)/su.exec(word)
  const isNumber = /^[-+]?(?:0[xX][\da-fA-F]{1,12}|0[0-7]{0,15}|[1-9]\d{0,14})$/.test(word)
  if (!isNumber && !quoted && word !== '') context.complain(`printf: ${word}: invalid number`)
  const digits = word.replace(/^[-+]/, '')
  const base = /^0[xX]/.test(digits) ? 16 : digits.startsWith('0') ? 8 : 10
  const size = isNumber ? parseInt(digits, base) : (quoted?.[1]?.codePointAt(0) ?? 0)
  const number = word.startsWith('-') ? -size : size
  if (kind === 'x') return number.toString(16)
  if (kind === 'X') return number.toString(16).toUpperCase()
  return number.toString(kind === 'o' ? 8 : 10)
}

function padded(text: string, width: number, flags: string, isNumber: boolean): string {
  const signed = isNumber && flags.includes('+') && !text.startsWith('-') ? `+${text}` : text
  if (flags.includes('-')) return signed.padEnd(width)
  if (!flags.includes('0') || !isNumber) return signed.padStart(width)
  const [, sign = '', digits = ''] = /^([-+]?)(.*)$/s.exec(signed)!
  return sign + digits.padStart(width - sign.length, '0')
}

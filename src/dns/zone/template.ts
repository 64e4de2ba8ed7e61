import { span, type Span } from '../../core/span.ts'

/** The words of `$GENERATE`, in which `$` stands for the number. */

/** A width beyond this makes no name or number. */
const MAX_WIDTH = 255

const PLACE = /\\\$|\$\$|\$\{(-?\d{1,15})(?:,(\d{1,3})(?:,([doxXnN]))?)?\}|\$/g

/** @returns The first place of a word that cannot be filled: `${` with something else behind it. */
export function templateProblem(raw: string): Span | undefined {
  for (const { 0: found, 2: width, index } of raw.matchAll(PLACE)) {
    const cut = found === '$' && raw[index + 1] === '{'
    if (!cut && Number(width ?? 0) <= MAX_WIDTH) continue
    const close = raw.indexOf('}', index)
    return span(index, close < 0 ? raw.length : close + 1)
  }
  return undefined
}

/** BIND counts with 31 bits and a sign. */
const MAX_OFFSET = 2 ** 31 - 1

/** @returns The first place whose offset, or what it makes of a number up to `stop`, is out of range. */
export function offsetProblem(raw: string, stop: number): Span | undefined {
  for (const { 0: found, 1: offset, index } of raw.matchAll(PLACE)) {
    const number = Number(offset ?? 0)
    if (number < -MAX_OFFSET - 1 || number > MAX_OFFSET || number + stop > MAX_OFFSET)
      return span(index, index + found.length)
  }
  return undefined
}

/** The word with the number in its places; `\$` and `$$` stay a `$`. */
export function fillTemplate(raw: string, value: number): string {
  return raw.replace(PLACE, (found, offset?: string, width?: string, base?: string) => {
    if (found === '\\$') return found
    if (found === '$$') return '\\$'
    return printNumber(value + Number(offset ?? 0), Number(width ?? 0), base ?? 'd')
  })
}

function printNumber(value: number, width: number, base: string): string {
  if (base === 'n' || base === 'N') return nibbles(value, width, base)
  const radix = base === 'o' ? 8 : base === 'd' ? 10 : 16
  const digits = Math.abs(value).toString(radix)
  const text = `${value < 0 ? '-' : ''}${digits}`.padStart(width, '0')
  return base === 'X' ? text.toUpperCase() : text
}

/** Hexadecimal digits from the last to the first with dots between, as `ip6.arpa` wants them. */
function nibbles(value: number, width: number, base: string): string {
  const digits = Math.max(0, value)
    .toString(16)
    .padStart(Math.ceil(width / 2), '0')
  const text = [...digits].reverse().join('.')
  return base === 'N' ? text.toUpperCase() : text
}

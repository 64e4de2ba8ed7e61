/**
 * Mailbox names in modified UTF-7 (RFC 3501 §5.1.3): printable ASCII as it is, `&` as `&-`, all else as
 * UTF-16 in base64 between `&` and `-`, with `,` for `/` and without padding.
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+,'
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]))

/** Writes a name. It has one form only, so that names can be compared as they are written. */
export const encodeMailboxName = (name: string): string =>
  name.replace(/&|[^ -~]+/g, (run) => (run === '&' ? '&-' : `&${encodeRun(run)}-`))

function encodeRun(run: string): string {
  let written = ''
  let bits = 0
  let held = 0
  for (let at = 0; at < run.length; at++) {
    bits = ((bits << 16) | run.charCodeAt(at)) & 0x3fffff
    held += 16
    while (held >= 6) written += ALPHABET[(bits >> (held -= 6)) & 63]
  }
  return held > 0 ? written + ALPHABET[(bits << (6 - held)) & 63] : written
}

/**
 * Reads a name.
 * @returns `undefined` for what no writer may write: octets that are not printable ASCII, a `&` that
 *   is never closed, broken base64 or UTF-16, ASCII in base64, or one base64 run right after another.
 */
export function decodeMailboxName(written: string): string | undefined {
  if (!/^[ -~]*$/.test(written)) return undefined
  let name = ''
  let endOfRun = -1
  for (let at = 0; at < written.length;) {
    const start = written.indexOf('&', at)
    if (start < 0) return name + written.slice(at)
    const end = written.indexOf('-', start)
    const run = end < 0 ? undefined : decodeRun(written.slice(start + 1, end))
    if (run === undefined || (start === endOfRun && run !== '&')) return undefined
    name += written.slice(at, start) + run
    at = end + 1
    endOfRun = run === '&' ? -1 : at
  }
  return name
}

/** Reads what can be read, and leaves the rest as it is: for patterns. */
export const decodeMailboxPattern = (written: string): string =>
  written.replace(/&([A-Za-z\d+,]*)-/g, (whole, run: string) => decodeRun(run) ?? whole)

const LONE_SURROGATE = /\p{Cs}/u

/** The text between `&` and `-`. */
function decodeRun(run: string): string | undefined {
  if (run === '') return '&'
  let text = ''
  let bits = 0
  let held = 0
  for (const character of run) {
    const value = VALUES.get(character)
    if (value === undefined) return undefined
    bits = ((bits << 6) | value) & 0x3fffff
    held += 6
    if (held >= 16) text += String.fromCharCode((bits >> (held -= 16)) & 0xffff)
  }
  const leftOver = held >= 6 || (bits & ((1 << held) - 1)) !== 0
  return leftOver || /[ -~]/.test(text) || LONE_SURROGATE.test(text) ? undefined : text
}

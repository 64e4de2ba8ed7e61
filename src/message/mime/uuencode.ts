/** Names under which uuencode travels; no RFC defines it for MIME (RFC 2045 §6.3 leaves `x-` free). */
export const UUENCODE = new Set(['x-uuencode', 'x-uue', 'uuencode'])

/**
 * Decodes uuencode: lines between `begin` and `end`, each with its length first. What is behind the
 * length of a line is passed over, what is missing there counts as zeros. Never fails.
 */
export function decodeUuencode(text: string): Uint8Array {
  const octets: number[] = []
  let isInside = !/^begin /m.test(text)
  for (const line of text.split(/\r?\n/)) {
    if (!isInside) isInside = /^begin [0-7]{3,4} /.test(line)
    else if (line === 'end') break
    else readLine(line, octets)
  }
  return Uint8Array.from(octets)
}

/** A space or a backquote is 0; 6 bits a character. */
const valueOf = (line: string, at: number): number =>
  ((at < line.length ? line.charCodeAt(at) : 32) - 32) & 63

function readLine(line: string, octets: number[]): void {
  if (line === '') return
  const length = valueOf(line, 0)
  for (let done = 0, at = 1; done < length; done += 3, at += 4) {
    const bits =
      (valueOf(line, at) << 18) |
      (valueOf(line, at + 1) << 12) |
      (valueOf(line, at + 2) << 6) |
      valueOf(line, at + 3)
    octets.push(...[bits >> 16, (bits >> 8) & 255, bits & 255].slice(0, length - done))
  }
}

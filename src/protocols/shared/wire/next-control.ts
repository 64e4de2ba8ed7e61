const NUL = 0
const LF = 10
const CR = 13

/** Where the octets end that are plain text: at a CR, an LF, a NUL, or `end`. */
export function nextControl(bytes: Uint8Array, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    // Nearly every octet of a text takes this way, in half the time of one by one.
    while (
      at < end - 3 &&
      bytes[at]! > CR &&
      bytes[at + 1]! > CR &&
      bytes[at + 2]! > CR &&
      bytes[at + 3]! > CR
    )
      at += 4
    const octet = bytes[at]!
    if (octet <= CR && (octet === CR || octet === LF || octet === NUL)) return at
  }
  return end
}

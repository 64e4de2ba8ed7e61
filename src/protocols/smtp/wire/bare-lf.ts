const LF = 10
const CR = 13

/** Whether a line feed stands somewhere without a carriage return (RFC 5321 §2.3.8). */
export function hasBareLf(octets: Uint8Array): boolean {
  for (let at = octets.indexOf(LF); at >= 0; at = octets.indexOf(LF, at + 1))
    if (octets[at - 1] !== CR) return true
  return false
}

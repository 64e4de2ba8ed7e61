/** IP addresses as octets: 4 for IPv4, 16 for IPv6 (text forms of RFC 4291 §2.2 and RFC 5952). */

/** @returns 4 octets, or `undefined` for anything but four decimal numbers without leading zeros. */
export function parseIpv4(text: string): Uint8Array | undefined {
  const number = quadNumber(text, 0)
  if (number < 0) return undefined
  const octets = new Uint8Array(4)
  putQuad(octets, 0, number)
  return octets
}

/** Whether it is an IPv4 address. There is one way to write each, so equal texts are equal addresses. */
export const isIpv4 = (text: string): boolean => quadNumber(text, 0) >= 0

const DOT = 0x2e
const ZERO = 0x30
const COLON = 0x3a
const LOWER_A = 0x61

/** `255.255.255.255`, and the longest text of an IPv6 address: six groups of four digits before it. */
const LONGEST_IPV4 = 15
const LONGEST_IPV6 = 45

/** @returns The IPv4 address that stands from `from` to the end, as a number of 32 bits; or -1. */
function quadNumber(text: string, from: number): number {
  if (text.length - from > LONGEST_IPV4) return -1
  let whole = 0
  let dots = 0
  let octet = -1 // no digit of this number was met yet
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === DOT) {
      if (octet < 0 || ++dots > 3) return -1
      whole = whole * 256 + octet
      octet = -1
      continue
    }
    const digit = code - ZERO
    if (digit < 0 || digit > 9 || octet === 0) return -1
    octet = octet < 0 ? digit : octet * 10 + digit
    if (octet > 255) return -1
  }
  return dots === 3 && octet >= 0 ? whole * 256 + octet : -1
}

function putQuad(octets: Uint8Array, at: number, number: number): void {
  octets[at] = number >>> 24
  octets[at + 1] = number >>> 16
  octets[at + 2] = number >>> 8
  octets[at + 3] = number
}

/** @returns 16 octets, or `undefined` if it is not an IPv6 address. Zone ids are refused. */
export function parseIpv6(text: string): Uint8Array | undefined {
  if (text.length < 2 || text.length > LONGEST_IPV6) return undefined
  const octets = new Uint8Array(16)
  let count = 0
  let gap = text.startsWith('::') ? 0 : -1 // octets before the `::`
  let at = gap === 0 ? 2 : 0
  while (at < text.length) {
    const end = groupEnd(text, at)
    if (text.charCodeAt(end) === DOT) {
      const quad = at === 0 || count > 12 ? -1 : quadNumber(text, at)
      if (quad < 0) return undefined
      putQuad(octets, count, quad)
      count += 4
      break
    }
    if (end === at || end - at > 4 || count > 14) return undefined
    const group = parseInt(text.slice(at, end), 16)
    octets[count++] = group >> 8
    octets[count++] = group
    if (end === text.length) break
    // A colon parts two groups; two of them stand for groups of zeros, once, also at the end.
    if (text.charCodeAt(end) !== COLON || end + 1 === text.length) return undefined
    at = end + 1
    if (text.charCodeAt(at) !== COLON) continue
    if (gap >= 0) return undefined
    gap = count
    at++
  }
  if (gap < 0) return count === 16 ? octets : undefined
  return count > 14 ? undefined : withGap(octets, gap, count)
}

/** The position behind the hexadecimal digits that start at `from`. */
function groupEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && isHexDigit(text.charCodeAt(at))) at++
  return at
}

/** In lower case each of `a` to `f` has a bit that it lacks in upper case. */
const isHexDigit = (code: number): boolean =>
  (code >= ZERO && code < COLON) || ((code | 0x20) >= LOWER_A && (code | 0x20) < LOWER_A + 6)

/** Moves what stands behind the `::` to the end. */
function withGap(octets: Uint8Array, gap: number, count: number): Uint8Array {
  const end = octets.length - (count - gap)
  octets.copyWithin(end, gap, count)
  return octets.fill(0, gap, end)
}

/** @returns 4 or 16 octets, or `undefined`. */
export const parseIp = (text: string): Uint8Array | undefined => parseIpv4(text) ?? parseIpv6(text)

/** Dotted quad, or the canonical form of RFC 5952; an IPv4 address inside stays one (§5). */
export function formatIp(octets: Uint8Array): string {
  if (octets.length === 4) return `${octets[0]}.${octets[1]}.${octets[2]}.${octets[3]}`
  const inner = unmapIpv4(octets)
  if (inner !== octets) return `::ffff:${formatIp(inner)}`
  const groups = Array.from({ length: 8 }, (_, at) => (octets[at * 2]! << 8) | octets[at * 2 + 1]!)
  const zeros = longestZeros(groups)
  const text = (part: number[]): string => part.map((group) => group.toString(16)).join(':')
  return zeros.length < 2
    ? text(groups)
    : `${text(groups.slice(0, zeros.start))}::${text(groups.slice(zeros.start + zeros.length))}`
}

function longestZeros(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  let start = 0
  groups.forEach((group, at) => {
    if (group !== 0) start = at + 1
    else if (at + 1 - start > best.length) best = { start, length: at + 1 - start }
  })
  return best
}

/** Whether the first `bits` bits of both are the same; addresses of other families never match. */
export function inNetwork(address: Uint8Array, network: Uint8Array, bits: number): boolean {
  if (address.length !== network.length) return false
  const whole = bits >> 3
  for (let at = 0; at < whole; at++) if (address[at] !== network[at]) return false
  const rest = bits & 7
  return rest === 0 || (address[whole]! ^ network[whole]!) >> (8 - rest) === 0
}

/** Whether a network such as `192.0.2.0/24`, or a single address, holds an address. */
export function coversAddress(network: string, address: Uint8Array): boolean {
  const [text = '', length] = network.split('/')
  const base = parseIp(text)
  if (!base || (length !== undefined && !/^\d{1,3}$/.test(length))) return false
  const bits = length === undefined ? base.length * 8 : Number(length)
  return bits <= base.length * 8 && inNetwork(unmapIpv4(address), base, bits)
}

/** An IPv4 address inside IPv6 (`::ffff:192.0.2.1`) as IPv4; any other unchanged. */
export function unmapIpv4(octets: Uint8Array): Uint8Array {
  const mapped =
    octets.length === 16 &&
    octets[10] === 255 &&
    octets[11] === 255 &&
    octets.subarray(0, 10).every((o) => o === 0)
  return mapped ? octets.slice(12) : octets
}

/** The name that holds the PTR record: `1.2.0.192.in-addr.arpa` (RFC 1035 §3.5, RFC 3596 §2.5). */
export function reverseName(octets: Uint8Array): string {
  if (octets.length === 4) return `${[...octets].reverse().join('.')}.in-addr.arpa`
  const nibbles = [...octets].flatMap((octet) => [octet >> 4, octet & 15])
  return `${nibbles
    .reverse()
    .map((nibble) => nibble.toString(16))
    .join('.')}.ip6.arpa`
}

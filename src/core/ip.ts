/** IP addresses as octets: 4 for IPv4, 16 for IPv6 (text forms of RFC 4291 §2.2 and RFC 5952). */

/** @returns 4 octets, or `undefined` for anything but four decimal numbers without leading zeros. */
export function parseIpv4(text: string): Uint8Array | undefined {
  const found = QUAD.exec(text)
  return found ? new Uint8Array([+found[1]!, +found[2]!, +found[3]!, +found[4]!]) : undefined
}

const OCTET = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const QUAD = new RegExp(`^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}$`)

/** Whether it is an IPv4 address. There is one way to write each, so equal texts are equal addresses. */
export const isIpv4 = (text: string): boolean => QUAD.test(text)

/** @returns 16 octets, or `undefined` if it is not an IPv6 address. Zone ids are refused. */
export function parseIpv6(text: string): Uint8Array | undefined {
  const whole = withTailAsGroups(text)
  if (whole === undefined || !/^[0-9a-f:]+$/i.test(whole)) return undefined
  const [head, tail, more] = whole.split('::')
  if (more !== undefined || head === undefined) return undefined
  const before = groupsOf(head)
  const after = tail === undefined ? [] : groupsOf(tail)
  if (!before || !after) return undefined
  const missing = 8 - before.length - after.length
  if (tail === undefined ? missing !== 0 : missing < 1) return undefined
  return octetsOf([...before, ...Array<number>(missing).fill(0), ...after])
}

function withTailAsGroups(text: string): string | undefined {
  if (!text.includes('.')) return text
  const cut = text.lastIndexOf(':') + 1
  const tail = parseIpv4(text.slice(cut))
  if (!tail || !cut) return undefined
  const [a = 0, b = 0, c = 0, d = 0] = tail
  return `${text.slice(0, cut)}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
}

function groupsOf(text: string): number[] | undefined {
  if (text === '') return []
  const groups = text.split(':')
  return groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
    ? groups.map((group) => parseInt(group, 16))
    : undefined
}

function octetsOf(groups: readonly number[]): Uint8Array {
  const octets = new Uint8Array(groups.length * 2)
  groups.forEach((group, at) => {
    octets[at * 2] = group >> 8
    octets[at * 2 + 1] = group & 255
  })
  return octets
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

/** @throws With the place where they first differ. */
export function same(what: string, got: Uint8Array, wanted: Uint8Array): void {
  const [a, b] = [Buffer.from(got), Buffer.from(wanted)]
  if (a.equals(b)) return
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const around = (octets: Buffer): string =>
    JSON.stringify(octets.subarray(Math.max(0, at - 20), at + 20).toString('latin1'))
  throw new Error(
    `${what}: ${a.length} octets, not ${b.length}; at octet ${at} ${around(a)}, not ${around(b)}`,
  )
}

/** A message that came in ends with the octets that were sent: only trace fields and a signature stand before them. */
export function arrived(what: string, stored: Uint8Array | undefined, sent: Uint8Array): void {
  if (!stored) throw new Error(`${what} did not arrive.`)
  same(what, stored.subarray(Math.max(0, stored.length - sent.length)), sent)
  const trace = Buffer.from(stored.subarray(0, stored.length - sent.length)).toString('latin1')
  if (
    !/^(?:(?:Return-Path|Received|Authentication-Results|DKIM-Signature): [^\r\n]*\r\n(?:[ \t][^\r\n]*\r\n)*)*$/.test(
      trace,
    )
  )
    throw new Error(`${what} has more in front of it than trace fields and a signature: ${trace}`)
}

/** @throws Unless it holds. */
export function must(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}

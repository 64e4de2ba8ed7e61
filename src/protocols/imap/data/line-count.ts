const LF = 10
const BLOCK = 4096

/**
 * Counts line ends between two positions. The sums of whole blocks are kept, so that it need not
 * count again for parts in parts.
 */
export function lineCounter(bytes: Uint8Array): (from: number, to: number) => number {
  let before: Uint32Array | undefined
  const upTo = (at: number): number => {
    before ??= sumsOf(bytes)
    const block = Math.floor(at / BLOCK)
    return before[block]! + countIn(bytes, block * BLOCK, at)
  }
  return (from, to) => (to - from < BLOCK ? countIn(bytes, from, to) : upTo(to) - upTo(from))
}

/** How many line ends precede each block. */
function sumsOf(bytes: Uint8Array): Uint32Array {
  const sums = new Uint32Array(Math.floor(bytes.length / BLOCK) + 1)
  for (let block = 1; block < sums.length; block++)
    sums[block] = sums[block - 1]! + countIn(bytes, (block - 1) * BLOCK, block * BLOCK)
  return sums
}

function countIn(bytes: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (bytes[at] === LF) count++
  return count
}

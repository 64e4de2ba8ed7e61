/** Lines `from` up to `to` of the old text, in whose place those of the new text come. Both may be empty. */
export interface Change {
  readonly old: LineRange
  readonly new: LineRange
}

/** Indexes from 0; `to` is behind the last. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** Single lines that may differ; beyond that all between the first and the last difference is one change. */
export const MAX_DIFFERENCES = 1500

/**
 * The fewest lines to take out and put in, by the greedy algorithm of Myers (1986).
 * @param a Old lines, as they are compared.
 * @returns In their order, neighbours joined, each as far down as it can stand.
 */
export function diffLines(a: readonly string[], b: readonly string[]): Change[] {
  let start = 0
  const least = Math.min(a.length, b.length)
  while (start < least && a[start] === b[start]) start++
  let end = 0
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const removed = new Uint8Array(a.length)
  const added = new Uint8Array(b.length)
  markDifferences(a, b, { start, end }, removed, added)
  slideDown(a, removed, added)
  slideDown(b, added, removed)
  return changesOf(removed, added)
}

function markDifferences(
  a: readonly string[],
  b: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
  removed: Uint8Array,
  added: Uint8Array,
): void {
  const height = a.length - start - end
  const width = b.length - start - end
  const same = (x: number, y: number): boolean => a[start + x] === b[start + y]
  const trail = findTrail(height, width, same)
  if (!trail) {
    removed.fill(1, start, start + height)
    added.fill(1, start, start + width)
    return
  }
  let [x, y] = [height, width]
  for (let d = trail.length - 1; d > 0; d--) {
    const before = trail[d - 1]!
    const k = x - y
    const isDown = k === -d || (k !== d && reach(before, k - 1) < reach(before, k + 1))
    const from = isDown ? k + 1 : k - 1
    const beginX = reach(before, from)
    const beginY = beginX - from
    if (isDown) added[start + beginY] = 1
    else removed[start + beginX] = 1
    ;[x, y] = [beginX, beginY]
  }
}

/** How far along each diagonal one gets with so many differences: index `k + differences`. */
type Reached = Int32Array

const reach = (reached: Reached, k: number): number => reached[k + (reached.length - 1) / 2] ?? -1

/** @returns What was reached with 0, 1, 2 … differences, up to the end; undefined where it takes too many. */
function findTrail(
  height: number,
  width: number,
  same: (x: number, y: number) => boolean,
): Reached[] | undefined {
  const trail: Reached[] = []
  const most = Math.min(MAX_DIFFERENCES, height + width)
  for (let d = 0; d <= most; d++) {
    const reached = new Int32Array(2 * d + 1).fill(-1)
    const before = trail.at(-1)
    for (let k = -d; k <= d; k += 2) {
      let x = before ? firstOn(before, k, d) : 0
      if (x > height || x - k > width || x - k < 0) continue
      while (x < height && x - k < width && same(x, x - k)) x++
      reached[k + d] = x
      if (x >= height && x - k >= width) return [...trail, reached]
    }
    trail.push(reached)
  }
  return undefined
}

function firstOn(before: Reached, k: number, d: number): number {
  const down = k === d ? -1 : reach(before, k + 1)
  const right = k === -d ? -1 : reach(before, k - 1)
  return k === -d || (k !== d && right < down) ? down : right < 0 ? Infinity : right + 1
}

/**
 * Moves each run of changed lines as far down as the lines allow, so that a change is where its block
 * ends; where that meets the next run they become one.
 */
function slideDown(lines: readonly string[], changed: Uint8Array, others: Uint8Array): void {
  let other = 0
  for (let at = 0; at < lines.length;) {
    while (others[other]) other++
    if (!changed[at]) {
      at++
      other++
      continue
    }
    let [from, to] = [at, at]
    while (changed[to]) to++
    while (to < lines.length && !others[other] && lines[from] === lines[to] && !changed[to]) {
      changed[from++] = 0
      changed[to++] = 1
      other++
      while (changed[to]) to++
    }
    at = to
  }
}

function changesOf(removed: Uint8Array, added: Uint8Array): Change[] {
  const changes: Change[] = []
  let [x, y] = [0, 0]
  while (x < removed.length || y < added.length) {
    const [fromX, fromY] = [x, y]
    while (removed[x]) x++
    while (added[y]) y++
    if (x > fromX || y > fromY)
      changes.push({ old: { from: fromX, to: x }, new: { from: fromY, to: y } })
    else {
      x++
      y++
    }
  }
  return changes
}

import type { FrameLine } from './frame-line.ts'

/** The frames that share a Worker: one has it, the others use it. */
interface Circle {
  leader: FrameLine
  readonly others: Set<FrameLine>
}

/** By site, and by whether its frames have an origin of their own. */
const circles = new Map<string, Circle>()

/**
 * Brings a frame that asks for a Worker together with the one that has it, which is the first that asked.
 * @param key What frames have in common that can share one.
 * @param port Of the frame that asks.
 */
export function share(key: string, line: FrameLine, port: MessagePort): void {
  const circle = circles.get(key) ?? { leader: line, others: new Set() }
  circles.set(key, circle)
  if (circle.leader !== line) circle.others.add(line)
  circle.leader.post({ type: 'serve' }, [port])
}

/** A frame is gone, and its Worker with it: who used it asks anew. */
export function leave(line: FrameLine): void {
  for (const [key, { leader, others }] of circles) {
    others.delete(line)
    if (leader !== line) continue
    circles.delete(key)
    for (const other of others) other.post({ type: 'lost' })
  }
}

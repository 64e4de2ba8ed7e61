import { diffLines } from '../../shell/text/line-diff.ts'
import type { StateOfWorld } from './state-of-world.ts'

/** What differs between two states, as plain data. Where nothing does, lists are empty. */
export interface StateDifference {
  /** The clocks of both, in milliseconds since 1970. */
  readonly times: readonly [number, number]
  /** Of each zone that is not the same. */
  readonly zones: readonly ({ readonly origin: string } & Difference)[]
  /** Messages that only one of them has, with their mailbox and folder. */
  readonly mail: Difference
  /** Recipients that wait in only one of them. */
  readonly waiting: Difference
  /** What happened in both at first, and then in each of them alone. */
  readonly events: Difference & { readonly shared: number }
}

/** Lines of the first state alone, and of the second alone, in their order; the longest are cut. */
export interface Difference {
  readonly first: readonly string[]
  readonly second: readonly string[]
  /** How many lines more there are on both sides than are listed. */
  readonly more: number
}

/** Lines that are listed of each side. */
const MAX_LINES = 40

export function compareStates(a: StateOfWorld, b: StateOfWorld): StateDifference {
  const shared = sharedStart(a.events, b.events)
  return {
    times: [a.now, b.now],
    zones: [...new Set([...a.zones.keys(), ...b.zones.keys()])].flatMap((origin) => {
      const changed = changedLines(a.zones.get(origin) ?? [], b.zones.get(origin) ?? [])
      return changed.first.length + changed.second.length ? [{ origin, ...changed }] : []
    }),
    mail: onlyIn(a.mail, b.mail),
    waiting: onlyIn(a.waiting, b.waiting),
    events: { shared, ...cut(a.events.slice(shared), b.events.slice(shared)) },
  }
}

function changedLines(a: readonly string[], b: readonly string[]): Difference {
  const changes = diffLines(a, b)
  return cut(
    changes.flatMap(({ old: { from, to } }) => a.slice(from, to)),
    changes.flatMap((change) => b.slice(change.new.from, change.new.to)),
  )
}

/** Of lines that stand several times each counts. */
function onlyIn(a: readonly string[], b: readonly string[]): Difference {
  return cut(without(a, b), without(b, a))
}

function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    if (count > 0) left.set(line, count - 1)
    return count === 0
  })
}

const cut = (first: readonly string[], second: readonly string[]): Difference => ({
  first: first.slice(0, MAX_LINES),
  second: second.slice(0, MAX_LINES),
  more: Math.max(0, first.length - MAX_LINES) + Math.max(0, second.length - MAX_LINES),
})

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

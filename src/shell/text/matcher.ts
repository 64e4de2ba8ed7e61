import type { Expression } from './expression.ts'

/** What a state of the machine wants of the next unit, and where it goes on. */
type State =
  | { readonly kind: 'unit'; has(unit: string): boolean; next: number }
  | { readonly kind: 'edge'; readonly edge: Edge; next: number }
  | { readonly kind: 'split'; next: number; other: number }
  | { readonly kind: 'done' }

type Edge = 'start' | 'end' | 'word-edge' | 'word-start' | 'word-end'

/** States that a pattern may come to: `(a{99}){99}` would be too many. */
const MOST_STATES = 5000

/** Steps of a machine in all: about a second's work. */
const MOST_STEPS = 20_000_000

/**
 * A pattern as a machine that is in several states at once, so that the work is in proportion to the
 * line and the pattern, whatever they are.
 */
export class Matcher {
  #steps = 0
  readonly #states: State[] = []
  readonly #start: number

  private constructor(expression: Expression) {
    const done = this.#add({ kind: 'done' })
    this.#start = this.#build(expression, done)
  }

  /** @returns Undefined for a pattern that grows too large. */
  static of(expression: Expression): Matcher | undefined {
    if (sizeOf(expression) > MOST_STATES) return undefined
    return new Matcher(expression)
  }

  /** Whether it has worked too long: from then on nothing is found. */
  get isExhausted(): boolean {
    return this.#steps > MOST_STEPS
  }

  /** Whether the pattern is found anywhere in the line. */
  test(line: string): boolean {
    return this.#run(line, 0, 'anywhere') >= 0
  }

  /** The longest place at or behind `from`, the first of all. @returns Its start and end. */
  find(line: string, from: number): readonly [from: number, to: number] | undefined {
    if (this.#run(line, from, 'anywhere') < 0) return undefined
    for (let start = from; start <= line.length; start++) {
      const end = this.#run(line, start, 'here')
      if (end >= 0) return [start, end]
    }
    return undefined
  }

  /** @returns The end of the longest match that begins here, or of any at all; -1 without one. */
  #run(line: string, from: number, where: 'here' | 'anywhere'): number {
    let states = new Set<number>()
    let end = -1
    for (let at = from; at <= line.length; at++) {
      if (where === 'anywhere' || at === from) this.#follow(this.#start, line, at, states)
      if (states.has(0)) {
        end = at
        if (where === 'anywhere') return end
      }
      if (!states.size && where === 'here') break
      if ((this.#steps += states.size + 1) > MOST_STEPS) return -1
      const next = new Set<number>()
      if (at < line.length)
        for (const number of states) {
          const state = this.#states[number]!
          if (state.kind === 'unit' && state.has(line[at]!))
            this.#follow(state.next, line, at + 1, next)
        }
      states = next
    }
    return end
  }

  /** Adds a state with all that are reached from it without a unit. */
  #follow(first: number, line: string, at: number, states: Set<number>): void {
    const queue = [first]
    for (let number = queue.pop(); number !== undefined; number = queue.pop()) {
      if (states.has(number)) continue
      states.add(number)
      const state = this.#states[number]!
      if (state.kind === 'split') queue.push(state.next, state.other)
      else if (state.kind === 'edge' && isAt(state.edge, line, at)) queue.push(state.next)
    }
  }

  #add(state: State): number {
    return this.#states.push(state) - 1
  }

  /** @returns The state in which an expression begins that goes on to `next`. */
  #build(expression: Expression, next: number): number {
    switch (expression.kind) {
      case 'empty':
        return next
      case 'set':
        return this.#add({ kind: 'unit', has: (unit) => expression.has(unit), next })
      case 'sequence':
        return expression.of.reduceRight((behind, one) => this.#build(one, behind), next)
      case 'choice':
        return expression.of
          .map((one) => this.#build(one, next))
          .reduceRight((other, one) => this.#add({ kind: 'split', next: one, other }))
      case 'repeat':
        return this.#repeat(expression, next)
      default:
        return this.#add({ kind: 'edge', edge: expression.kind, next })
    }
  }

  #repeat({ of, least, most }: Expression & { kind: 'repeat' }, next: number): number {
    let start = next
    if (most === Infinity) {
      const loop: State & { kind: 'split' } = { kind: 'split', next: 0, other: next }
      start = this.#add(loop)
      loop.next = this.#build(of, start)
    } else
      for (let count = least; count < most; count++)
        start = this.#add({ kind: 'split', next: this.#build(of, start), other: next })
    for (let count = 0; count < least; count++) start = this.#build(of, start)
    return start
  }
}

/** How many states an expression comes to. */
function sizeOf(expression: Expression): number {
  if (expression.kind === 'sequence' || expression.kind === 'choice')
    return expression.of.reduce((sum, one) => sum + sizeOf(one), expression.of.length)
  if (expression.kind !== 'repeat') return 1
  const { least, most, of } = expression
  return (sizeOf(of) + 1) * (most === Infinity ? least + 1 : most)
}

const isWord = (unit: string | undefined): boolean => unit !== undefined && /\w/.test(unit)

function isAt(edge: Edge, line: string, at: number): boolean {
  if (edge === 'start') return at === 0
  if (edge === 'end') return at === line.length
  const [before, behind] = [isWord(line[at - 1]), isWord(line[at])]
  if (edge === 'word-edge') return before !== behind
  return edge === 'word-start' ? !before && behind : before && !behind
}

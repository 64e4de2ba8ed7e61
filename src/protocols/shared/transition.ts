import type { Section } from '../../core/section.ts'

/** Where a command leads from one state. A reply that the table does not name leaves the state as it is. */
export interface Next<State extends string, Between extends string> {
  /** The state after a positive reply. */
  readonly yes: State | 'closed'
  /** The state after a refusal; absent where a refusal changes nothing. */
  readonly no?: State
  /** The phases in which the session waits before it gets there: for a response, or for TLS. */
  readonly via?: readonly Between[]
  /** The same for a refusal; absent where it is `via` as well. */
  readonly noVia?: readonly Between[]
  readonly source: Section
}

/**
 * The states of a protocol: what each command makes of each, by its verb. The verb `` is for a state
 * that the server leaves by itself. A command that is absent leads nowhere.
 */
export type TransitionTable<State extends string, Between extends string = never> = Readonly<
  Record<State, Readonly<Record<string, Next<State, Between>>>>
>

/** What ends a session, whatever its state. */
export interface Ending {
  /** In words, as the subject of "ends the session". */
  readonly by: string
  /** Absent where the RFCs leave it to the server. */
  readonly source?: Section
}

/** A row of the table: an arrow of the diagram. */
export interface Transition<State extends string> {
  readonly from: State
  readonly by: string
  /** `no`: the refusal leads there. */
  readonly on: 'yes' | 'no'
  readonly via: readonly string[]
  readonly to: State | 'closed'
  readonly source: Section
}

/** The rows of a table, in its order. */
export const transitionsOf = <State extends string>(
  table: TransitionTable<State, string>,
): readonly Transition<State>[] =>
  Object.entries<TransitionTable<State, string>[State]>(table).flatMap(([from, commands]) =>
    Object.entries(commands).flatMap(([by, { yes, no, via = [], noVia = via, source }]) => {
      const row = { from: from as State, by, source }
      return [
        { ...row, on: 'yes' as const, via, to: yes },
        ...(no === undefined ? [] : [{ ...row, on: 'no' as const, via: noVia, to: no }]),
      ]
    }),
  )

/**
 * The changes of phase that commands bring about in one step, as `from to`. A state that the server
 * leaves by itself is passed through in the step that reaches it.
 */
export function phaseChangesOf(table: TransitionTable<string, string>): ReadonlySet<string> {
  const restOf = (state: string): string => table[state]?.['']?.yes ?? state
  const changes = transitionsOf(table)
    .filter(({ by }) => by !== '')
    .flatMap(({ from, via, to }) => {
      const route = [from, ...via, restOf(to)]
      return route.slice(1).map((next, at) => [route[at]!, next] as const)
    })
  return new Set(changes.filter(([from, to]) => from !== to).map((change) => change.join(' ')))
}

import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import {
  commandEntries,
  matches,
  nameOf,
  replyTo,
  wantedCode,
  type CommandPattern,
} from '../command-pattern.ts'
import { commandsIn, type PlacedCommand } from '../placed-commands.ts'
import { sessionPlace, whereEntries } from '../place.ts'

/**
 * @example
 * kind: session
 * host: mx.example.org
 * steps:
 *   - { verb: DATA, code: 354 }
 *   - { verb: ., code: 250 }
 */
export const session = defineCondition({
  kind: 'session',
  about: 'Several commands in this order within one connection; others may stand between them.',
  entries: () => ({
    ...whereEntries,
    /** Commands with the keys of `command`, without `host`, `port` and `at`. */
    steps: v.pipe(
      v.array(v.strictObject(commandEntries)),
      v.minLength(1, 'Name at least one step.'),
    ),
  }),
  check(params, { world }) {
    const connections = byConnection(commandsIn(world.events, params))
    const best = furthest(params.steps, connections)
    if (!best) return notYet(`No connection to ${sessionPlace(params)} yet: it greets you first.`)
    const next = params.steps[best.reached]
    if (!next) return met
    const last = best.commands.at(-1)!
    return notYet(
      `In this session ${replyTo(last)}. Next comes ${nameOf(next)}, answered with ${wantedCode(next)}.`,
    )
  },
})

interface Progress {
  readonly commands: readonly PlacedCommand[]
  /** How many of the steps were made. */
  readonly reached: number
}

const byConnection = (commands: readonly PlacedCommand[]): PlacedCommand[][] => {
  const sessions = new Map<number, PlacedCommand[]>()
  for (const one of commands) {
    const session = sessions.get(one.connection)
    if (session) session.push(one)
    else sessions.set(one.connection, [one])
  }
  return [...sessions.values()]
}

/** The session that came furthest; of equals the newest. */
function furthest(steps: readonly CommandPattern[], sessions: readonly PlacedCommand[][]) {
  const all = sessions.map((commands): Progress => ({
    commands,
    reached: stepsMade(steps, commands),
  }))
  return all.reduce<Progress | undefined>(
    (best, one) => (best && best.reached > one.reached ? best : one),
    undefined,
  )
}

function stepsMade(steps: readonly CommandPattern[], commands: readonly PlacedCommand[]): number {
  let made = 0
  for (const one of commands) {
    const next = steps[made]
    if (next && matches(next, one)) made++
  }
  return made
}

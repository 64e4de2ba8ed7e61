import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import type { WorldEvent } from '../../world/events/index.ts'
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
    /** A command with its reply that was not given in that connection. */
    lacks: v.exactOptional(v.strictObject(commandEntries)),
    /** Whether that connection is over. */
    closed: v.exactOptional(v.picklist(['yes', 'no'])),
  }),
  check(params, { world }) {
    const connections = byConnection(commandsIn(world.events, params))
    const best = furthest(
      params.steps,
      connections.filter((commands) => isFitting(params, commands, world.events)),
    )
    if (best && best.reached === params.steps.length) return met
    const shown = best ?? furthest(params.steps, connections.slice(-1))
    if (!shown) return notYet(`No connection to ${sessionPlace(params)} yet: it greets you first.`)
    return notYet(reasonFor(params, shown))
  },
})

interface Wanted {
  readonly steps: readonly CommandPattern[]
  readonly lacks?: CommandPattern
  readonly closed?: 'yes' | 'no'
}

/** What the session is short of: a command there was and should not be, a step, or its end. */
function reasonFor({ steps, lacks, closed }: Wanted, { commands, reached }: Progress): string {
  const extra = lacks && commands.find((one) => matches(lacks, one))
  if (extra) return `In this session ${replyTo(extra)}, which was not to come.`
  const next = steps[reached]
  const last = commands.at(-1)!
  if (next)
    return `In this session ${replyTo(last)}. Next comes ${nameOf(next)}, answered with ${wantedCode(next)}.`
  return closed === 'yes' ? 'This connection is still open.' : 'This connection is over.'
}

interface Progress {
  readonly commands: readonly PlacedCommand[]
  /** How many of the steps were made. */
  readonly reached: number
}

function isFitting(
  { lacks, closed }: Wanted,
  commands: readonly PlacedCommand[],
  events: readonly WorldEvent[],
): boolean {
  if (lacks && commands.some((one) => matches(lacks, one))) return false
  const connection = commands[0]?.connection
  return closed === undefined || isClosed(events, connection) === (closed === 'yes')
}

const isClosed = (events: readonly WorldEvent[], connection: number | undefined): boolean =>
  events.some((event) => event.type === 'closed' && event.connection === connection)

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

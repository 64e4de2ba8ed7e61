import * as v from 'valibot'
import { commandEntries, matches, nameOf, type CommandPattern } from '../command-pattern.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { sessionPlace, whereEntries } from '../place.ts'
import { commandsIn } from '../placed-commands.ts'

const entries = {
  ...whereEntries,
  /** A command with its reply that was given in it. */
  has: v.exactOptional(v.strictObject(commandEntries)),
  /** A command with its reply that was not given in it. */
  lacks: v.exactOptional(v.strictObject(commandEntries)),
  /** The last command with its reply that was given in it. */
  last: v.exactOptional(v.strictObject(commandEntries)),
  /** Whether it is over. */
  closed: v.exactOptional(v.picklist(['yes', 'no'])),
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * kind: newest-session
 * lacks: { verb: [EHLO, HELO], code: 250 }
 */
export const newestSession = defineCondition({
  kind: 'newest-session',
  about: 'The session that began last has one command, lacks another, ends in one, or is over.',
  entries: () => entries,
  check(wanted, { world }) {
    const place = sessionPlace(wanted)
    const all = commandsIn(world.events, wanted)
    const connection = all.at(-1)?.connection
    if (connection === undefined) return notYet(`No connection to ${place} yet.`)
    const commands = all.filter((one) => one.connection === connection)
    const isGiven = (pattern: CommandPattern) => commands.some((one) => matches(pattern, one))
    if (wanted.has && !isGiven(wanted.has))
      return notYet(`In this session ${nameOf(wanted.has)} is still to come.`)
    if (wanted.lacks && isGiven(wanted.lacks))
      return notYet(`In this session there was ${nameOf(wanted.lacks)} already.`)
    if (wanted.last && !matches(wanted.last, commands.at(-1)!))
      return notYet(`In this session ${nameOf(wanted.last)} is not the last.`)
    return isOver(wanted, connection, world.events)
      ? met
      : notYet(`The session with ${place} is ${wanted.closed === 'yes' ? 'not over yet' : 'over'}.`)
  },
})

function isOver(
  { closed }: Wanted,
  connection: number,
  events: readonly { readonly type: string; readonly connection?: number }[],
): boolean {
  if (closed === undefined) return true
  const isClosed = events.some(
    (event) => event.type === 'closed' && event.connection === connection,
  )
  return isClosed === (closed === 'yes')
}

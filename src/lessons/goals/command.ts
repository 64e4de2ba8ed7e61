import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import {
  commandEntries,
  isAbout,
  isVerb,
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
 * { kind: command, host: mx.example.org, verb: [EHLO, HELO], code: 250 }
 */
export const command = defineCondition({
  kind: 'command',
  about:
    'A command got a reply code, or a status of IMAP or POP3. With `at: last`, the newest command of all must be that one.',
  entries: () => ({
    ...commandEntries,
    ...whereEntries,
    /** `last`: only the newest command counts; `any` by default. */
    at: v.exactOptional(v.picklist(['any', 'last'])),
  }),
  check(params, { world }) {
    const commands = commandsIn(world.events, params)
    const candidates = params.at === 'last' ? commands.slice(-1) : commands
    if (candidates.some((one) => matches(params, one))) return met
    return notYet(reasonFor(params, commands, sessionPlace(params)))
  },
})

function reasonFor(
  params: CommandPattern,
  commands: readonly PlacedCommand[],
  place: string,
): string {
  const last = commands.at(-1)
  if (!last) return `No connection to ${place} yet: it greets you first.`
  const refused = commands.findLast((one) => isAbout(params, one) && !matches(params, one))
  if (refused) return `So far ${replyTo(refused)}; this waits for ${wantedCode(params)}.`
  const other = commands.findLast((one) => isVerb(params, one))
  if (other) return `So far ${replyTo(other)}; what counts is ${nameOf(params)}.`
  return `Last, ${replyTo(last)}. Still to come: ${nameOf(params)}.`
}

import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import { sessionNow } from '../../world/allowed-now.ts'
import type { World } from '../../world/world.ts'
import type { CommandContext } from '../command.ts'
import { completeAmong } from '../complete.ts'
import type { Completion } from '../completion.ts'
import { namesOf } from '../names.ts'
import { argumentsOf, type Argument } from './argument-words.ts'

/** What is known of the session in which somebody types. */
export interface Talk {
  readonly protocol: SpokenProtocol | undefined
  readonly connection: number
}

/**
 * What Tab does in a session: completes a verb that is allowed now, then what stands behind it:
 * `MAIL FROM:<`, an address or a host of the world.
 * @returns Undefined where no protocol is known, so that nothing can be offered.
 */
export function completeCommand(
  line: string,
  cursor: number,
  { protocol, connection }: Talk,
  context: Pick<CommandContext, 'world' | 'host'>,
): Completion | undefined {
  const now = sessionNow(context.world.events, connection)
  if (!protocol || !now) return undefined
  // Every command of IMAP begins with a tag that the client chooses (RFC 9051 §2.2.1).
  const from = protocol === 'imap' ? tagEnd(line) : 0
  if (cursor < from) return undefined
  const lines = now.verbs.flatMap((verb) =>
    linesFor(verb, argumentsOf(protocol, verb), context.world, context.host.name),
  )
  return completeAmong(line, { from, to: cursor }, lines)
}

const tagEnd = (line: string): number => /^\S+ +/.exec(line)?.[0].length ?? line.length + 1

/** The verb with each of what may stand behind it; alone where nothing does. */
function linesFor(verb: string, args: readonly Argument[], world: World, here: string): string[] {
  if (!args.length) return [verb]
  return args.flatMap(({ before, word, after = '' }) => {
    const begin = `${verb} ${before}`
    return [begin, ...wordsOf(word, world, here).map((found) => begin + found + after)]
  })
}

function wordsOf(word: Argument['word'], world: World, here: string): readonly string[] {
  if (word === 'address') return world.mailboxes.map(({ address }) => address)
  if (word === 'host') return [here, ...namesOf(world).filter((name) => name !== here)]
  return []
}

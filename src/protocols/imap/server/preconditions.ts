import { personalityOf } from '../personalities/index.ts'
import type { CommandLine } from '../wire/command-line.ts'
import { bad, type Answer } from './command.ts'
import type { CommandSession } from './session.ts'
import type { SplitCommand } from './split-command.ts'
import { suggest } from './suggest.ts'

/**
 * What must hold before the server looks at the arguments: a tag, a known verb, and the right state
 * (RFC 9051 §6).
 * @returns The refusal, or `undefined` if the command may run.
 */
export function checkPreconditions(
  session: CommandSession,
  { text }: CommandLine,
  { unusable, command, tagVerb, verb }: SplitCommand,
): Answer | undefined {
  const responses = personalityOf(session.host).words
  const isLoggedIn = session.phase !== 'notAuthenticated'
  if (unusable === 'noTag') return bad(session, responses.noTag({ typed: text, isLoggedIn }))
  if (unusable === 'noCommand') return bad(session, responses.noCommand({ isLoggedIn }))
  if (!command) {
    const occasion = session.phase === 'notAuthenticated' ? 'unknownBeforeLogin' : 'unknownCommand'
    const hint = suggest(verb, tagVerb)
    return bad(session, responses[occasion]({ typed: verb, ...(hint !== undefined && { hint }) }))
  }
  if (!command.allowedIn.some((phase) => phase === session.phase))
    return bad(session, responses.outOfOrder({ command, phase: session.phase }))
  return undefined
}

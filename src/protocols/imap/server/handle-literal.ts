import { bad, no, type Answer } from './command.ts'
import { refusal, toolsFor, type SplitCommand } from './handle-command.ts'
import { LITERALS, SKIPPED_LITERAL, SMALL_LITERAL, STRING_LITERAL } from '../limits.ts'
import { lettersOf } from './modes.ts'
import { personalityOf } from '../personalities/index.ts'
import type { CommandSession } from './session.ts'
import type { Announced, CommandLine } from '../wire/command-line.ts'
import { readerOf } from '../wire/reader.ts'

export type Admission =
  | { readonly type: 'take' }
  /** The tagged reply comes now, before the literal. */
  | { readonly type: 'refuse'; readonly answer: Answer }
  /** So much is coming that the line is given up (RFC 7888 §4). */
  | { readonly type: 'hangUp'; readonly answer: Answer }

/**
 * Whether a literal that was announced is wanted. Whatever can be seen to be wrong is said now,
 * before the client sends it (RFC 9051 §4.3, §7.6).
 */
export function admitLiteral(
  session: CommandSession,
  soFar: CommandLine,
  split: SplitCommand,
  announced: Announced,
): Admission {
  const answer =
    refusal(session, soFar, split) ??
    tooLarge(session, soFar, split, announced) ??
    earlyRefusal(session, soFar, split)
  if (!answer) return { type: 'take' }
  const isFlood = announced.client === 'follows' && announced.size > SKIPPED_LITERAL
  return { type: isFlood ? 'hangUp' : 'refuse', answer }
}

function tooLarge(
  session: CommandSession,
  { literals }: CommandLine,
  { command }: SplitCommand,
  { size, client }: Announced,
): Answer | undefined {
  const { host } = session
  const say = personalityOf(host).words
  if (literals.length >= LITERALS)
    return bad(session, say.tooManyLiterals({ limit: LITERALS }), undefined, { code: 'LIMIT' })
  if (host.literals === 'LITERAL-' && client === 'follows' && size > SMALL_LITERAL)
    return bad(session, say.smallLiterals({ limit: SMALL_LITERAL }), undefined, { code: 'TOOBIG' })
  const total = literals.reduce((sum, { octets }) => sum + octets.length, size)
  if (command?.literals === 'messages')
    return total > host.maxMessage
      ? no(session, say.messageTooLarge({ limit: host.maxMessage }), { code: 'TOOBIG' })
      : undefined
  return total > STRING_LITERAL
    ? bad(session, say.literalTooLong({ limit: STRING_LITERAL }), undefined, { code: 'TOOBIG' })
    : undefined
}

function earlyRefusal(
  session: CommandSession,
  soFar: CommandLine,
  { command, argumentAt, tag }: SplitCommand,
): Answer | undefined {
  if (!command) return undefined
  const reader = readerOf(soFar, argumentAt, lettersOf(session))
  return command.early(session, reader, toolsFor(session, tag, command))
}

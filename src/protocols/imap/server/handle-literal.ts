import { inTurn } from '../../shared/turn.ts'
import {
  APPENDED_TOGETHER,
  LITERALS,
  SKIPPED_LITERAL,
  SMALL_LITERAL,
  STRING_LITERAL,
} from '../limits.ts'
import { personalityOf } from '../personalities/index.ts'
import {
  acceptLiteral,
  type Announced,
  type CommandLine,
  type CommandRead,
} from '../wire/command-line.ts'
import { readerOf } from '../wire/reader.ts'
import { bad, no, type Answer } from './command.ts'
import { skipping, toolsFor } from './handle-command.ts'
import { charactersOf } from './modes.ts'
import { checkPreconditions } from './preconditions.ts'
import { continued, respond, hangUp } from './respond.ts'
import type { CommandSession, Turn } from './session.ts'
import { splitCommand, type SplitCommand } from './split-command.ts'

/**
 * Accepts a literal that the client announced, or refuses the command now, before the client sends
 * the literal (RFC 9051 §4.3, §7.6).
 */
export function handleLiteral(
  session: CommandSession,
  { buffer, announced }: Extract<CommandRead, { type: 'announced' }>,
): Turn {
  const split = splitCommand({ ...buffer.command, text: buffer.command.text.slice(0, -2) })
  const refusal = refuseLiteral(session, buffer.command, split, announced)
  if (!refusal) {
    const accepting = { ...session, buffer: acceptLiteral(buffer, announced) }
    if (announced.client === 'follows') return { session: accepting, effects: [] }
    const text = personalityOf(session.host).words.sendLiteral({ size: announced.size })
    return { session: accepting, effects: continued(split, [], text) }
  }
  const turn = respond(session, split, refusal, split.command)
  if (announced.client === 'waits') return turn
  return announced.size > SKIPPED_LITERAL ? endFlood(turn) : skipping(turn, announced)
}

/** More octets follow than the server skips: it ends the connection (RFC 7888 §4). */
function endFlood(turn: Turn): Turn {
  if (turn.session.phase === 'closed') return turn
  return inTurn(turn, hangUp(turn.session, 'flood', 'TOOBIG'))
}

/** @returns The refusal, or `undefined` if the literal is welcome. */
const refuseLiteral = (
  session: CommandSession,
  soFar: CommandLine,
  split: SplitCommand,
  announced: Announced,
): Answer | undefined =>
  checkPreconditions(session, soFar, split) ??
  refuseSize(session, soFar, split, announced) ??
  refuseEarly(session, soFar, split)

function refuseSize(
  session: CommandSession,
  { literals }: CommandLine,
  { command }: SplitCommand,
  { size, client }: Announced,
): Answer | undefined {
  const { host } = session
  const responses = personalityOf(host).words
  if (literals.length >= LITERALS)
    return bad(session, responses.tooManyLiterals({ limit: LITERALS }), undefined, {
      code: 'LIMIT',
    })
  if (host.literals === 'LITERAL-' && client === 'follows' && size > SMALL_LITERAL)
    return bad(session, responses.smallLiterals({ limit: SMALL_LITERAL }), undefined, {
      code: 'TOOBIG',
    })
  const total = literals.reduce((sum, { octets }) => sum + octets.length, size)
  if (command?.literals === 'messages') return refuseMessage(session, size, total)
  return total > STRING_LITERAL
    ? bad(session, responses.literalTooLong({ limit: STRING_LITERAL }), undefined, {
        code: 'TOOBIG',
      })
    : undefined
}

/** Several messages of one APPEND may be as large as with an APPEND for each (RFC 3502 §6.3.11). */
function refuseMessage(session: CommandSession, size: number, total: number): Answer | undefined {
  const { host } = session
  const limit =
    size > host.maxMessage ? host.maxMessage : Math.max(APPENDED_TOGETHER, host.maxMessage)
  if (size <= host.maxMessage && total <= limit) return undefined
  const text = personalityOf(host).words.messageTooLarge({ limit })
  return no(session, text, { code: 'TOOBIG' })
}

function refuseEarly(
  session: CommandSession,
  soFar: CommandLine,
  split: SplitCommand,
): Answer | undefined {
  const { command, argumentAt } = split
  if (!command) return undefined
  const reader = readerOf(soFar, argumentAt, charactersOf(session))
  return command.early(session, reader, toolsFor(session, split, command))
}

import type { Command } from './command.ts'
import type { CommandSession, Counters, Open } from './session.ts'

/**
 * Where a server announces its limits, the commands that it refuses count too (RFC 9422 §4.1,
 * §4.2). Where it announces none, only what it accepted counts.
 */
const countsRefused = ({ personality }: Pick<Open, 'personality'>): boolean =>
  personality.extensions.includes('LIMITS')

/** Counts a command before it is answered, whatever the answer. */
export function countCommand(
  session: CommandSession,
  command: Command | undefined,
): CommandSession {
  if (!command?.counter || !countsRefused(session)) return session
  return { ...session, counters: oneMore(session.counters, command.counter) }
}

/** The counters with what was accepted, where it does not count as a command already. */
export const countAccepted = (
  session: Pick<Open, 'personality' | 'counters'>,
  what: NonNullable<Command['counter']>,
): Counters => (countsRefused(session) ? session.counters : oneMore(session.counters, what))

const oneMore = (counters: Counters, what: NonNullable<Command['counter']>): Counters => ({
  ...counters,
  [what]: counters[what] + 1,
})

/** Whether one more of it is over the limit of the host; they may include the command itself. */
export function isOver(
  session: Pick<Open, 'personality' | 'counters'>,
  what: NonNullable<Command['counter']>,
  limit: number,
): boolean {
  const before = session.counters[what] - (countsRefused(session) ? 1 : 0)
  return before >= limit
}

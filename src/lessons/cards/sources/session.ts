import type { WorldEvent } from '../../../world/events/index.ts'
import { isSmtp } from '../../../world/answered-command.ts'
import { commandsIn, type PlacedCommand } from '../../placed-commands.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'session' }>, 'kind'>

/**
 * The newest session with a host, or the newest transaction there: each command and its reply, a row
 * each. A command is called `C MAIL`, its reply `S MAIL 250`; the greeting is `S greeting 220`, the end of
 * the data `C .`. Of IMAP and POP3: `C SELECT`, `S SELECT OK`, `S RETR -ERR`.
 */
export function sessionRows(
  events: readonly WorldEvent[],
  { host, protocol, part, who }: Wanted,
): readonly Row[] {
  const commands = commandsIn(events, { host, ...(protocol && { protocol }) })
  const chosen = part === 'transaction' ? newestTransaction(commands) : newestSession(commands)
  const rows = chosen.flatMap((command) => rowsFor(command, commands.indexOf(command)))
  return who ? rows.filter((row) => row.who === who) : rows
}

function newestSession(commands: readonly PlacedCommand[]): readonly PlacedCommand[] {
  const connection = commands.at(-1)?.connection
  return commands.filter((command) => command.connection === connection)
}

/** RFC 5321 §3.3: it begins with MAIL, and the reply to the end of the data ends it. */
function newestTransaction(commands: readonly PlacedCommand[]): readonly PlacedCommand[] {
  const taken = commands.findLast((command) => command.verb === '.' && isAccepted(command))
  if (!taken) return []
  const session = commands.filter(({ connection }) => connection === taken.connection)
  const end = session.indexOf(taken)
  const isMail = (command: PlacedCommand) => command.verb === 'MAIL' && isAccepted(command)
  const next = session.findIndex((command, at) => at > end && isMail(command))
  const begin = session.findLastIndex((command, at) => at < end && isMail(command))
  return session.slice(begin, next < 0 ? undefined : next).filter(isAccepted)
}

const isAccepted = (command: PlacedCommand): boolean => isSmtp(command) && command.code < 400

function rowsFor(command: PlacedCommand, at: number): Row[] {
  const { verb, argument, text } = command
  const given = isSmtp(command) ? command.code : command.status
  const name = verb || 'greeting'
  const reply: Row = {
    ...{ key: `s${at}`, name: `S ${name} ${given}`, who: 'server' },
    text: `${given} ${text.split('\n', 1)[0]!}`,
  }
  const typed: Row = {
    ...{ key: `c${at}`, name: `C ${name}`, who: 'client' },
    text: `${verb} ${argument}`.trim(),
  }
  return verb === '' ? [reply] : [typed, reply]
}

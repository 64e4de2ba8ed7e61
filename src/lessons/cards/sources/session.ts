import type { WorldEvent } from '../../../world/events/index.ts'
import { commandsOf, type PlacedCommand } from '../../placed-commands.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'session' }>, 'kind'>

/**
 * The newest SMTP session with a host, or the newest transaction there: each command and its reply, a
 * row each. A command is called `C MAIL`, its reply `S MAIL 250`; the greeting is `S greeting 220`, the
 * end of the data `C .`.
 */
export function sessionRows(
  events: readonly WorldEvent[],
  { host, part, who }: Wanted,
): readonly Row[] {
  const commands = commandsOf(events, { host })
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
  const taken = commands.findLast(({ verb, code }) => verb === '.' && isAccepted(code))
  if (!taken) return []
  const session = commands.filter(({ connection }) => connection === taken.connection)
  const end = session.indexOf(taken)
  const isMail = ({ verb, code }: PlacedCommand) => verb === 'MAIL' && isAccepted(code)
  const next = session.findIndex((command, at) => at > end && isMail(command))
  const begin = session.findLastIndex((command, at) => at < end && isMail(command))
  return session.slice(begin, next < 0 ? undefined : next).filter(({ code }) => isAccepted(code))
}

const isAccepted = (code: number): boolean => code < 400

function rowsFor({ verb, argument, code, text }: PlacedCommand, at: number): Row[] {
  const name = verb || 'greeting'
  const reply: Row = {
    ...{ key: `s${at}`, name: `S ${name} ${code}`, who: 'server' },
    text: `${code} ${text.split('\n', 1)[0]!}`,
  }
  const typed: Row = {
    ...{ key: `c${at}`, name: `C ${name}`, who: 'client' },
    text: `${verb} ${argument}`.trim(),
  }
  return verb === '' ? [reply] : [typed, reply]
}

import { fromLatin1 } from '../../../core/bytes.ts'
import type { WorldEvent } from '../../../world/events/index.ts'
import { isSmtp } from '../../../world/answered-command.ts'
import { commandsIn, type PlacedCommand } from '../../placed-commands.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'session' }>, 'kind'>

/**
 * The newest session with a host, or the newest transaction there: each command and its reply, a row
 * each. A command is called `C MAIL`, its reply `S MAIL 250`; the greeting is `S greeting 220`, the end of
 * the data `C .`. Of IMAP and POP3: `C SELECT`, `S SELECT OK`, `S RETR -ERR`.
 * Where the message is shown, a line of it that begins as a field does is called `message To`, any other
 * `message`.
 */
export function sessionRows(
  events: readonly WorldEvent[],
  { part, who, message, having, begin, ...where }: Wanted,
): readonly Row[] {
  const commands = commandsIn(events, where)
  const chosen =
    part === 'transaction' ? newestTransaction(commands) : newestSession(commands, having)
  const first = chosen.findIndex(({ verb }) => verb === begin)
  const rows = chosen.slice(Math.max(first, 0)).flatMap((command) => {
    const at = commands.indexOf(command)
    const isDot = message === 'shown' && command.verb === '.'
    return [...(isDot ? linesBefore(at, commands, events) : []), ...rowsFor(command, at)]
  })
  return who ? rows.filter((row) => row.who === who) : rows
}

function newestSession(
  commands: readonly PlacedCommand[],
  having: string | undefined,
): readonly PlacedCommand[] {
  const connection = commands.findLast(
    ({ verb }) => having === undefined || verb === having,
  )?.connection
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

/** The lines between DATA and the dot that is the command at a place, as they were sent. */
function linesBefore(
  at: number,
  commands: readonly PlacedCommand[],
  events: readonly WorldEvent[],
): Row[] {
  const { connection } = commands[at]!
  const isDot = ({ verb }: { readonly verb: string }) => verb === '.'
  const nth = commands.slice(0, at).filter((one) => isDot(one) && one.connection === connection)
  const own = events.filter((event) => 'connection' in event && event.connection === connection)
  const dots = [...own.entries()].filter(([, event]) => event.type === 'command' && isDot(event))
  const end = dots[nth.length]?.[0] ?? 0
  const begin = own.findLastIndex((event, index) => index < end && event.type === 'command')
  const sent = own
    .slice(begin + 1, end)
    .flatMap((event) =>
      event.type === 'wire' && event.from === 'client' ? [fromLatin1(event.bytes)] : [],
    )
  const lines = sent.join('').split('\r\n').slice(0, -2)
  return lines.map((text, index) => ({
    ...{ key: `m${at}-${index}`, text, who: 'client' },
    name: ['message', /^([\w-]+):/.exec(text)?.[1] ?? []].flat().join(' '),
  }))
}

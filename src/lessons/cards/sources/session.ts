import { fromLatin1 } from '../../../core/bytes.ts'
import type { WorldEvent } from '../../../world/events/index.ts'
import { commandsOf, type PlacedCommand } from '../../placed-commands.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'session' }>, 'kind'>

/**
 * The newest SMTP session with a host, or the newest transaction there: each command and its reply, a
 * row each. A command is called `C MAIL`, its reply `S MAIL 250`; the greeting is `S greeting 220`, the
 * end of the data `C .`. Where the message is shown, a line of it that begins as a field does is called
 * `message To`, any other `message`.
 */
export function sessionRows(
  events: readonly WorldEvent[],
  { host, from, part, who, message }: Wanted,
): readonly Row[] {
  const commands = commandsOf(events, { host, ...(from !== undefined && { from }) })
  const chosen = part === 'transaction' ? newestTransaction(commands) : newestSession(commands)
  const rows = chosen.flatMap((command) => {
    const at = commands.indexOf(command)
    const isDot = message === 'shown' && command.verb === '.'
    return [...(isDot ? linesBefore(command, at, events) : []), ...rowsFor(command, at)]
  })
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

/** The lines between DATA and the dot, as they were sent. */
function linesBefore(dot: PlacedCommand, at: number, events: readonly WorldEvent[]): Row[] {
  const { connection } = dot
  const own = events.filter((event) => 'connection' in event && event.connection === connection)
  const end = own.findLastIndex((event) => event.type === 'command' && isSame(event, dot))
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

const isSame = (event: object, { verb, at }: PlacedCommand): boolean =>
  'verb' in event && event.verb === verb && 'at' in event && event.at === at

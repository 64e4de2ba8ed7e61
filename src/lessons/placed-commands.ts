import { isSmtp, type Command, type SmtpCommand } from '../world/answered-command.ts'
import type { EventOf, WorldEvent } from '../world/events/index.ts'

/** A command and where it was given. */
export type PlacedCommand<Of extends Command = Command> = Of & {
  readonly host: string
  readonly port: number
  /** The host that connected. */
  readonly client: string
}

/** Of which protocol; SMTP stands for LMTP too where none is named. */
export type Spoken = Command['protocol']

/** How far a log was read, and what was found in it. */
interface Reading {
  readonly opened: Map<number, EventOf<'opened'>>
  readonly commands: PlacedCommand[]
  next: number
}

const readings = new WeakMap<readonly WorldEvent[], Reading>()

interface Where {
  readonly host?: string
  readonly port?: number
  readonly client?: string
}

/** Every command of SMTP or LMTP on a host and port, or anywhere, in order. */
export const commandsOf = (
  events: readonly WorldEvent[],
  where: Where = {},
): readonly PlacedCommand<SmtpCommand>[] =>
  readOn(events).commands.filter(
    (command): command is PlacedCommand<SmtpCommand> => isSmtp(command) && isAt(command, where),
  )

/** Every command of a protocol, in order; of SMTP and LMTP where none is named. */
export const commandsIn = (
  events: readonly WorldEvent[],
  { protocol, ...where }: Where & { readonly protocol?: Spoken },
): readonly PlacedCommand[] =>
  protocol === undefined
    ? commandsOf(events, where)
    : readOn(events).commands.filter(
        (command) => command.protocol === protocol && isAt(command, where),
      )

const isAt = ({ host, port, client }: PlacedCommand, where: Where): boolean =>
  (where.host ?? host) === host &&
  (where.port ?? port) === port &&
  (where.client ?? client) === client

/** How a connection began, once it did. */
export const connectionOf = (
  events: readonly WorldEvent[],
  connection: number,
): EventOf<'opened'> | undefined => readOn(events).opened.get(connection)

/** A log only grows, and a long session has many events: each is read once, not with every frame. */
function readOn(events: readonly WorldEvent[]): Reading {
  const reading = readings.get(events) ?? { opened: new Map(), commands: [], next: 0 }
  readings.set(events, reading)
  for (; reading.next < events.length; reading.next++) handle(reading, events[reading.next]!)
  return reading
}

function handle({ opened, commands }: Reading, event: WorldEvent): void {
  if (event.type === 'opened') opened.set(event.connection, event)
  if (event.type !== 'command') return
  const { to = '', port = 0, from = '' } = opened.get(event.connection) ?? {}
  commands.push({ ...event, host: to, port, client: from })
}

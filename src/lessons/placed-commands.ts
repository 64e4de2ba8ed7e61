import { isSmtp, type SmtpCommand } from '../world/answered-command.ts'
import type { EventOf, WorldEvent } from '../world/events/index.ts'

/** A command of SMTP or LMTP, and where it was given. */
export interface PlacedCommand extends SmtpCommand {
  readonly host: string
  readonly port: number
  /** The host that connected. */
  readonly from: string
}

/** How far a log was read, and what was found in it. */
interface Reading {
  readonly opened: Map<number, EventOf<'opened'>>
  readonly commands: PlacedCommand[]
  next: number
}

const readings = new WeakMap<readonly WorldEvent[], Reading>()

/** Every command of SMTP on a host and port, or anywhere, in order. */
export function commandsOf(
  events: readonly WorldEvent[],
  where: { readonly host?: string; readonly port?: number; readonly from?: string } = {},
): readonly PlacedCommand[] {
  const { commands } = readOn(events)
  return commands.filter(
    ({ host, port, from }) =>
      (where.host ?? host) === host &&
      (where.port ?? port) === port &&
      (where.from ?? from) === from,
  )
}

/** A log only grows, and a long session has many events: each is read once, not with every frame. */
function readOn(events: readonly WorldEvent[]): Reading {
  const reading = readings.get(events) ?? { opened: new Map(), commands: [], next: 0 }
  readings.set(events, reading)
  for (; reading.next < events.length; reading.next++) handle(reading, events[reading.next]!)
  return reading
}

function handle({ opened, commands }: Reading, event: WorldEvent): void {
  if (event.type === 'opened') opened.set(event.connection, event)
  if (event.type !== 'command' || !isSmtp(event)) return
  const { to = '', port = 0, from = '' } = opened.get(event.connection) ?? {}
  commands.push({ ...event, host: to, port, from })
}

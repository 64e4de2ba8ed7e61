import { isSmtp, type Command } from '../events.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import { outcomeOf } from '../../world/command-outcome.ts'
import type { OpenTerminal } from '../open-terminals.ts'
import { CLOSED, phaseAfter, type SessionStates } from './session-states.ts'

/** How far the open session of a host has come, as a row of stations. */
export interface Strip {
  readonly connection: number
  /** Who is connected: `mx.example.org`. */
  readonly to: string
  readonly port: number
  readonly stations: readonly StripStation[]
}

export interface StripStation {
  readonly name: string
  /** `was`: passed. `now`: here the session stands, or what it waits for in SMTP. */
  readonly status: 'was' | 'now' | 'next'
  /** The reply that led here: `250`, `OK`. */
  readonly code?: string
}

/** Which connection of a terminal is open. */
export interface OpenConnection {
  readonly connection: number
  readonly to: string
  readonly port: number
  /** Its place among the events. */
  readonly at: number
}

/** The newest connection that the host opened, if it is still open. */
export function openConnection(
  events: readonly WorldEvent[],
  host: string,
): OpenConnection | undefined {
  const closed = new Set<number>()
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at]!
    if (event.type === 'closed') closed.add(event.connection)
    if (event.type !== 'opened' || event.from !== host || event.relays !== undefined) continue
    const { connection, to, port } = event
    return closed.has(connection) ? undefined : { connection, to, port, at }
  }
  return undefined
}

/**
 * The connection that a terminal talks over.
 * @param host The host of the lesson's own terminal.
 * @param terminal What is known of it; absent while the lesson's own is alone, on its host.
 */
export function terminalConnection(
  events: readonly WorldEvent[],
  host: string,
  terminal: OpenTerminal | undefined,
): OpenConnection | undefined {
  if (!terminal) return openConnection(events, host)
  const { connection, running, place } = terminal
  if (connection !== undefined) return connectionNumbered(events, connection)
  return running === undefined ? undefined : openConnection(events, place)
}

/** The connection of that number, if it is still open. */
function connectionNumbered(
  events: readonly WorldEvent[],
  connection: number,
): OpenConnection | undefined {
  for (let at = events.length - 1; at >= 0; at--) {
    const event = events[at]!
    if (event.type === 'closed' && event.connection === connection) return undefined
    if (event.type !== 'opened' || event.connection !== connection) continue
    return { connection, to: event.to, port: event.port, at }
  }
  return undefined
}

/** @param states The tables of the protocols. @returns Undefined where none of them is spoken. */
export function stripOf(
  events: readonly WorldEvent[],
  open: OpenConnection,
  states: readonly SessionStates[],
): Strip | undefined {
  const table = states.find(({ ports }) => ports.includes(open.port))
  if (!table) return undefined
  const { connection, to, port } = open
  const commands = events
    .slice(open.at)
    .filter(
      (event): event is WorldEvent & Command =>
        event.type === 'command' && event.connection === connection,
    )
  const passed = passedStations(commands, table)
  const names = NAMES[table.map.protocol] ?? table.map.stations.map(({ name }) => name)
  const now = WAITS_FOR_NEXT.has(table.map.protocol) ? passed.length : passed.length - 1
  return {
    ...{ connection, to, port },
    stations: names.map((name, at) => ({
      name,
      status: at < now ? 'was' : at === now ? 'now' : 'next',
      ...(passed[at] && { code: passed[at] }),
    })),
  }
}

/** Stations as they are named in the strip, where the map's names are too long for it. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  SMTP: ['Connected', 'Greeted', 'Sender', 'Recipient', 'Data', 'Accepted'],
  IMAP: ['Not authenticated', 'Authenticated', 'Selected', 'Logout'],
  POP3: ['Authorization', 'User named', 'Transaction', 'Update'],
}

/** In SMTP one thing is due after the other; in the others one stands in a state. */
const WAITS_FOR_NEXT: ReadonlySet<string> = new Set(['SMTP'])

/** The code of each station that was passed, up to where the session stands. */
function passedStations(commands: readonly Command[], table: SessionStates): string[] {
  let phase = table.first
  let passed: string[] = []
  for (const command of commands) {
    const outcome = outcomeOf(command)
    const before = phase
    phase = phaseAfter(table, phase, outcome)
    if (phase === CLOSED) break
    const code = codeOf(command)
    if (command.verb === '' && !passed.length) passed = outcome.on === 'no' ? [] : [code]
    else if (isAccepted(command)) passed = [...passed.slice(0, 4), passed[4] ?? code, code]
    else if (phase !== before || isGreeting(command)) {
      const station = table.phases[phase]?.station ?? -1
      if (station >= 0) passed = atStation(passed, station, code)
    }
  }
  return passed
}

/** Stations up to this one; those that were passed in one step with it have its code too. */
const atStation = (passed: readonly string[], station: number, code: string): string[] =>
  Array.from({ length: station + 1 }, (_, at) =>
    at === station && passed.length <= station ? code : (passed[at] ?? code),
  )

const isGreeting = (command: Command): boolean =>
  isSmtp(command) && /^(?:EHLO|HELO|LHLO)$/.test(command.verb) && command.code < 400

/** The message was taken over: with the lone dot, or with the last chunk. */
const isAccepted = (command: Command): boolean =>
  isSmtp(command) &&
  command.code < 400 &&
  (command.verb === '.' || (command.verb === 'BDAT' && / LAST$/i.test(command.argument)))

const codeOf = (command: Command): string =>
  isSmtp(command) ? String(command.code) : command.status

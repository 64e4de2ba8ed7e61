import type { WorldEvent } from '../world/events/index.ts'
import { connectionOf } from './placed-commands.ts'

/** What a condition may ask of an event, whatever its type; what an event has not is absent. */
export interface EventFacts {
  /** Where it happened: of a connection, its server; of `refused`, the host that tried. */
  readonly host?: string | undefined
  /** The host at the other end of a connection: its client. */
  readonly client?: string | undefined
  readonly port?: number | undefined
  /** The reverse-path. */
  readonly from?: string | undefined
  /** Addresses that it is about: recipients, a mailbox, who got a report. */
  readonly to?: readonly string[]
  /** What was done or decided: `junk`, `failed`, `down`, `strip-starttls`, `GET`. */
  readonly actions?: readonly string[]
  readonly policy?: string | undefined
  /** A reply code, a status of HTTP, an enhanced status code. */
  readonly statuses?: readonly string[]
}

/** The facts of an event, and of the connection that it belongs to. */
export function factsOf(event: WorldEvent, events: readonly WorldEvent[]): EventFacts {
  const opened =
    'connection' in event && event.connection !== undefined
      ? connectionOf(events, event.connection)
      : undefined
  const over = { host: opened?.to, client: opened?.from, port: opened?.port }
  return { ...over, ...ownFacts(event) }
}

function ownFacts(event: WorldEvent): EventFacts {
  switch (event.type) {
    case 'opened':
      return { host: event.to, client: event.from, port: event.port }
    case 'refused':
      return { host: event.from, port: event.port, actions: [event.reason] }
    case 'deferred':
    case 'undeliverable':
      return { host: event.host, to: [event.recipient] }
    case 'queued':
      return { host: event.host, from: event.from, to: event.to }
    case 'delivered':
      return {
        from: event.message.envelope.from,
        to: [event.mailbox],
        actions: [event.message.folder],
      }
    case 'rejected':
      return { statuses: [String(event.code)] }
    case 'reported':
      return {
        host: event.host,
        to: [event.to],
        actions: event.about.map(({ action }) => action),
        statuses: event.about.map(({ status }) => status),
      }
    case 'expanded':
      return { host: event.host, from: event.from.after, to: [event.address], actions: [event.as] }
    case 'decided':
      return {
        host: event.host,
        to: [event.subject],
        actions: [event.action],
        policy: event.policy,
      }
    case 'fetched':
      return {
        host: event.by,
        actions: [event.method, ...(event.failure ? [event.failure] : [])],
        ...(event.status !== undefined && { statuses: [String(event.status)] }),
      }
    case 'intercepted':
      return { host: event.to, client: event.from, actions: [event.does] }
    case 'planned':
      return { actions: [event.what], ...('host' in event && { host: event.host }) }
    case 'dns':
      return { host: event.by, statuses: [event.answer.status] }
    default:
      return {}
  }
}

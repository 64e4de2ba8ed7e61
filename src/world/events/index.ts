import type { EventKind, Timed } from '../log/event-kind.ts'
import { closed } from './closed.ts'
import { command } from './command.ts'
import { decided } from './decided.ts'
import { deferred } from './deferred.ts'
import { delivered } from './delivered.ts'
import { device } from './device.ts'
import { dns } from './dns.ts'
import { expanded } from './expanded.ts'
import { fetched } from './fetched.ts'
import { intercepted } from './intercepted.ts'
import { opened } from './opened.ts'
import { planned } from './planned.ts'
import { queued } from './queued.ts'
import { refused } from './refused.ts'
import { rejected } from './rejected.ts'
import { reported } from './reported.ts'
import { secured } from './secured.ts'
import { undeliverable } from './undeliverable.ts'
import { wire } from './wire.ts'

/** Every kind of event, in the order in which they come about. */
export const eventKinds = [
  dns,
  fetched,
  refused,
  intercepted,
  opened,
  secured,
  wire,
  command,
  decided,
  rejected,
  delivered,
  expanded,
  queued,
  closed,
  deferred,
  undeliverable,
  reported,
  planned,
  device,
] as const

/** An event before the world stamps its time on it; it may have room for that. */
export type EventBody = BodyOf<(typeof eventKinds)[number]> & Partial<Timed>
type BodyOf<Kind> = Kind extends EventKind<infer Event> ? Event : never

/** What happened in the world. Views, goals and journeys are drawn from these. */
export type WorldEvent = Timed & EventBody

/** The events of one kind: `EventOf<'dns'>`. */
export type EventOf<Type extends WorldEvent['type']> = Extract<WorldEvent, { readonly type: Type }>

/** All that is known of a kind, its events' own type forgotten. */
export type AnyEventKind = EventKind<never>

const kinds = new Map<string, AnyEventKind>(
  eventKinds.map((kind) => [kind.type, kind as unknown as AnyEventKind]),
)

export const kindNamed = (type: string): AnyEventKind | undefined => kinds.get(type)

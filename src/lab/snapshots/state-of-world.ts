import { fromLatin1 } from '../../core/bytes.ts'
import type { World } from '../../world/world.ts'
import { activityOf } from '../views/activity.ts'
import { worldTime } from '../world-time.ts'

/** What two states of a lab are compared by. */
export interface StateOfWorld {
  /** Milliseconds since 1970. */
  readonly now: number
  /** Lines by origin. */
  readonly zones: ReadonlyMap<string, readonly string[]>
  /** A line a message: `bob@example.net INBOX: Subject`. */
  readonly mail: readonly string[]
  /** A line for each recipient that waits: `mail.example.org: bob@example.net, tried twice`. */
  readonly waiting: readonly string[]
  /** What happened, in sentences. */
  readonly events: readonly string[]
}

export function stateOfWorld(world: World): StateOfWorld {
  const { now, waiting } = worldTime(world)
  return {
    now,
    zones: new Map(world.zones.map(({ origin, text }) => [origin, text.split('\n')])),
    mail: world.mailboxes.flatMap(({ address, folders }) =>
      folders.flatMap(({ name, messages }) =>
        messages.map(({ bytes }) => `${address} ${name}: ${subjectOf(bytes)}`),
      ),
    ),
    waiting: waiting.flatMap(({ host, recipients, tries }) =>
      recipients.map((one) => `${host}: ${one.address}, tried ${tries} ×`),
    ),
    events: activityOf(world.events).map(({ text }) => text),
  }
}

/** Of a header that is long enough to have one. */
const subjectOf = (bytes: Uint8Array): string =>
  /^Subject:[ \t]*(.*?)\r?$/im.exec(fromLatin1(bytes.subarray(0, MAX_HEADER)))?.[1] ?? ''

const MAX_HEADER = 16_384

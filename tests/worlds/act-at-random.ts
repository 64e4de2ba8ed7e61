import { fromLatin1 } from '../../src/core/bytes.ts'
import { writeJson } from '../../src/lab/octet-json.ts'
import { seededRandom } from '../../src/core/random.ts'
import type { WorldEvent } from '../../src/world/events/index.ts'
import type { DeviceAct, WorldSpec } from '../../src/world/spec.ts'
import type { World } from '../../src/world/world.ts'
import { openWorld, sentenceOf } from './play-story.ts'

/** How often something is done. */
const ACTS = 24

const MINUTE = 60_000
const STRETCHES = [1, 5, 30, 120, 720, 1440].map((minutes) => minutes * MINUTE)

/**
 * Sends mails, lets time go by, and spoils and mends zones, as the seed has it.
 * @param next The world to go on with after each act; the same by default.
 * @returns The world, quiet.
 */
export async function actAtRandom(
  spec: WorldSpec,
  seed: number,
  next: (world: World) => World = (same) => same,
): Promise<World> {
  const random = seededRandom(seed)
  let world = openWorld(spec)
  const below = (limit: number): number => Math.floor(random.next() * limit)
  const among = <Item>(items: readonly Item[]): Item => items[below(items.length)]!
  for (let count = 0; count < ACTS; count++) {
    const kind = below(10)
    if (kind < 6) {
      const mail = among(spec.mails)
      await world.send({ ...mail, id: `${mail.id}-${count}` })
    } else if (kind < 8 && spec.devices?.length) {
      await world.useDevice(among(spec.devices).id, among(deviceActs))
    } else if (kind < 9) world.advanceClock(among(STRETCHES))
    else spoil(world, spec, below)
    await world.settled()
    world = next(world)
  }
  return world
}

/** What its owner does with a device. */
const deviceActs: readonly DeviceAct[] = [
  { does: 'fetch' },
  { does: 'read', message: 1 },
  { does: 'file', message: 1, to: 'Archive' },
  { does: 'delete', message: 2 },
  { does: 'offline' },
  { does: 'online' },
  { does: 'write', to: ['bob@example.net'], subject: 'By hand', text: 'Good morning.' },
]

/** Takes a line out of a zone, or puts the zone back as it was. */
function spoil(world: World, spec: WorldSpec, below: (count: number) => number): void {
  const { origin, text } = spec.zones[below(spec.zones.length)]!
  const lines = text.split('\n')
  lines.splice(below(lines.length), below(2))
  world.setZone(origin, lines.join('\n'))
}

/** How a world stands, in a line: what lies and waits where, what devices show, and what is due when. */
export const standOf = ({
  events,
  mailboxes,
  outbox,
  devices,
  zones,
  hosts,
  nextDue,
  clock,
}: World): string =>
  writeJson({
    ...{ events: events.length, outbox, devices, hosts, nextDue, now: clock.now() },
    zones: zones.map(({ origin, text }) => [origin, text]),
    mailboxes: mailboxes.map(({ folders }) =>
      folders.map(({ name, messages }) => [
        name,
        messages.map(({ bytes, delivery: _, ...kept }) => ({ ...kept, octets: bytes.length })),
      ]),
    ),
  })

/** Everything that can be told of an event: its time, its sentence, its octets. */
export const recordOf = (event: WorldEvent): string =>
  [
    event.at,
    sentenceOf(event),
    event.type === 'wire' ? fromLatin1(event.bytes) : '',
    event.type === 'delivered' ? event.message.reason : '',
  ].join(' ')

import { basename } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadWorld } from '../../src/build/worlds/read-world.ts'
import { worldFolders } from '../../src/build/worlds/load-worlds.ts'
import { coversAddress, parseIp } from '../../src/core/ip.ts'
import { parseZone } from '../../src/dns/zone/parse.ts'
import { lintZones } from '../../src/lint/lint-zones.ts'
import { zoneProfiles } from '../../src/lint/zone-profiles.ts'
import type { World } from '../../src/world/world.ts'
import { actAtRandom, recordOf, standOf } from './act-at-random.ts'
import { baselessIn, causelessIn } from './causes.ts'
import { imbalances } from './ledger.ts'
import { openWorld, playStory } from './play-story.ts'
import { readStories } from './story.ts'

const folders = await worldFolders(process.cwd())
const worlds = await Promise.all(
  folders.map(async (folder) => ({
    name: basename(folder),
    scenario: await loadWorld(folder),
    stories: await readStories(folder),
  })),
)

/** For documentation: RFC 5737 §3 and RFC 3849 §2. */
const DOCUMENTATION = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32']

const SEEDS = [1, 2, 3]

test('there are worlds', () => expect(worlds.length).toBeGreaterThan(0))

describe.each(worlds)('$name', ({ scenario, stories }) => {
  const { world, onPurpose, about } = scenario

  test('is told in a paragraph', () => {
    expect(about.length).toBeGreaterThan(120)
    expect(about.length).toBeLessThan(480)
  })

  test('has addresses for documentation alone', () => {
    const addresses = [
      ...world.hosts.flatMap((host) => host.addresses),
      ...world.senders.map(({ ip }) => ip),
      ...world.zones.flatMap(({ text }) => text.match(/\b\d{1,3}(?:\.\d{1,3}){3}\b/g) ?? []),
    ]
    const isKnown = (address: string) =>
      DOCUMENTATION.some((network) => coversAddress(network, parseIp(address)!))
    expect(addresses.filter((address) => !isKnown(address))).toEqual([])
  })

  test('has no findings but those that its story needs', () => {
    const zones = world.zones.map(({ origin, text }) => parseZone(text, { origin }))
    const found = lintZones(zones, zoneProfiles.simulated).map(({ code, file }) => ({
      zone: file.replace(/\.zone$/, ''),
      code,
    }))
    expect(found).toEqual(onPurpose.map(({ zone, code }) => ({ zone, code })))
  })

  test.each(stories)('$title', async (story) => {
    const outcomes = await playStory(world, story)
    const found = outcomes.map(({ sentences, fields, ...outcome }, at) => ({
      ...outcome,
      why: story.steps[at]!.why.filter((piece) => sentences.some((one) => one.includes(piece))),
      header: story.steps[at]!.header.filter((piece) =>
        fields.some((one) => one.startsWith(piece)),
      ),
    }))
    expect(found).toEqual(
      story.steps.map(({ arrives, bounces, waits, why, header }) => ({
        ...{ arrives, bounces, waits, why, header },
      })),
    )
  })

  test('every mail is in a story, or planned', () => {
    const sent = stories.flatMap(({ steps }) => steps.flatMap(({ send }) => send ?? []))
    const planned = (world.plan ?? []).flatMap(({ send }) => send ?? [])
    const unused = world.mails.filter(({ id }) => !sent.includes(id) && !planned.includes(id))
    expect(unused.map(({ id }) => id)).toEqual([])
  })

  test.each(SEEDS)(
    'nothing is lost or doubled, and the same acts give the same (seed %i)',
    async (seed) => {
      const first = await actAtRandom(world, seed)
      expect(imbalances(first)).toEqual([])
      expect(first.events.length).toBeGreaterThan(0)
      expect(causelessIn(first.events)).toEqual([])
      expect(baselessIn(first.events)).toEqual([])
      const second = await actAtRandom(world, seed)
      expect(second.events.map(recordOf)).toEqual(first.events.map(recordOf))
      // A copy goes on as its world would, and leaves it as it was.
      const [kept, stood]: [World[], string[]] = [[], []]
      const third = await actAtRandom(world, seed, (one) => {
        kept.push(one)
        stood.push(standOf(one))
        return one.copy()!
      })
      expect(third.events.map(recordOf)).toEqual(first.events.map(recordOf))
      expect(standOf(third)).toBe(standOf(first))
      expect(kept.map(standOf)).toEqual(stood)
    },
    30_000,
  )
})

describe('the books see', () => {
  const { world } = worlds.find(({ name }) => name === 'small-firm')!.scenario

  async function booksWithout(type: string, copies: 0 | 2) {
    const played = openWorld(world)
    await played.send(world.mails[0]!)
    const events = played.events.flatMap((event) =>
      event.type === type ? Array.from({ length: copies }, () => event) : [event],
    )
    return imbalances({ events, outbox: played.outbox })
  }

  test('a message that is lost', async () =>
    expect(await booksWithout('delivered', 0)).toEqual([
      'connection 1, bob@example.net: 1 taken over, 0 ended',
    ]))

  test('a message that is doubled', async () =>
    expect(await booksWithout('delivered', 2)).toEqual([
      'connection 1, bob@example.net: 1 taken over, 2 ended',
    ]))
})

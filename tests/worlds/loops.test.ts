import { describe, expect, test } from 'vitest'
import { opener, sendMail } from '../../src/world/testing/services-world.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'
import type { World } from '../../src/world/world.ts'
import { causelessIn } from './causes.ts'
import { imbalances } from './ledger.ts'

const open = opener(webCrypto)
const DAY = 86_400_000

/** Ways in which mail could go round for ever. */
const loops: Readonly<Record<string, () => World>> = {
  'two hosts whose aliases lead to each other': () =>
    open({
      'mx.alumni.test': { aliases: [{ address: 'bob@alumni.test', to: ['round@club.test'] }] },
      'lists.club.test': { aliases: [{ address: 'round@club.test', to: ['bob@alumni.test'] }] },
    }),
  'a host that hands all on to one that hands all back': () =>
    open({
      'mx.alumni.test': {
        aliases: [],
        smtp: { domains: [], relayFrom: ['::/0', '0.0.0.0/0'] },
        relayThrough: { host: 'lists.club.test', port: 25 },
      },
      'lists.club.test': {
        smtp: { domains: [], relayFrom: ['::/0', '0.0.0.0/0'] },
        relayThrough: { host: 'mx.alumni.test', port: 25 },
      },
    }),
  'lists that have each other as members': () =>
    open({
      'mx.alumni.test': { aliases: [{ address: 'bob@alumni.test', to: ['club@club.test'] }] },
      'lists.club.test': {
        lists: [{ address: 'club@club.test', members: ['bob@alumni.test'], strangers: 'accepted' }],
      },
    }),
}

describe.each(Object.entries(loops))('%s', (_, openLoop) => {
  test('end, and the sender learns why', async () => {
    const world = openLoop()
    await sendMail(world)
    world.advanceClock(12 * DAY)
    await world.settled()
    expect(world.outbox).toEqual([])
    expect(world.events.length).toBeLessThan(20_000)
    const why = world.events.filter(
      (event) =>
        (event.type === 'undeliverable' || event.type === 'decided' || event.type === 'rejected') &&
        /round|hops|leads back|was at|on .* before/.test(
          event.type === 'rejected' ? event.text : event.reason,
        ),
    )
    expect(why).not.toEqual([])
    expect(causelessIn(world.events)).toEqual([])
    expect(imbalances(world)).toEqual([])
  })
})

import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import type { WorldSpec } from '../../world/spec.ts'
import { worldTime } from '../world-time.ts'
import { hostMap } from './host-map.ts'

const YOURS = 'desk.example.org'

async function mapAfter(ids: readonly string[], more: Partial<WorldSpec> = {}, time = 0) {
  const world = createWorld({ ...sandboxWorld, ...more }, { crypto: webCrypto })
  for (const id of ids) await world.send(world.spec.mails.find((mail) => mail.id === id)!)
  world.advanceClock(time)
  await world.settled()
  return hostMap(world.spec, world.events, worldTime(world).waiting, YOURS)
}

describe('the places', () => {
  test('your machines stand at the left, the servers of others at the right', async () => {
    const { hosts } = await mapAfter([])
    expect(hosts.map(({ name }) => name)).toEqual([
      ...['desk.example.org', 'mail.example.org'],
      ...['out.news.example', 'forger.example', 'mx.example.net'],
    ])
    expect(hosts[0]).toMatchObject({ isYours: true, x: 12.5, y: 50 })
    expect(hosts[1]?.roles).toContain('mailboxes of example.org')
  })

  test('no two hosts share one, whatever the world', async () => {
    const host = sandboxWorld.hosts[4]!
    const crowd = Array.from({ length: 14 }, (_, at) => ({ ...host, name: `h${at}.test` }))
    const { hosts } = await mapAfter([], { hosts: [...sandboxWorld.hosts, ...crowd] })
    expect(new Set(hosts.map(({ x, y }) => `${x} ${y}`)).size).toBe(hosts.length)
  })
})

describe('the links', () => {
  test('are those of the log, and the way of the last message lights up', async () => {
    const { hosts, links } = await mapAfter(['newsletter', 'letter'])
    const lit = links.filter(({ isLit }) => isLit)
    expect(lit).toMatchObject([
      { from: 'mail.example.org', to: 'mx.example.net', speaks: ['SMTP'], connections: 1 },
    ])
    expect(hosts.filter(({ step }) => step).map(({ name }) => name)).toEqual([
      ...['mail.example.org', 'mx.example.net'],
    ])
  })

  test('name who sits on them, and who relays', async () => {
    const [, mail, ...rest] = sandboxWorld.hosts
    const { links, taps } = await mapAfter([], {
      hosts: [
        sandboxWorld.hosts[0]!,
        { ...mail!, relayThrough: { host: 'out.news.example' } },
        ...rest,
      ],
      onPath: [
        { does: 'strip-starttls', from: 'mail.example.org', to: 'mx.example.net' },
        { does: 'listen' },
      ],
    })
    expect(links.find(({ to }) => to === 'mx.example.net')?.taps).toHaveLength(1)
    expect(links.find(({ isRelay }) => isRelay)).toMatchObject({ to: 'out.news.example' })
    expect(taps).toEqual(['Somebody reads what is not under TLS.'])
  })
})

test('what waits and who is down is seen', async () => {
  const { hosts } = await mapAfter(['letter'], { plan: [{ after: 0, down: 'mx.example.net' }] }, 1)
  expect(hosts.find(({ name }) => name === 'mx.example.net')).toMatchObject({ isDown: true })
  const kept = createWorld(
    { ...sandboxWorld, plan: [{ after: 0, down: 'mx.example.net' }] },
    { crypto: webCrypto },
  )
  kept.advanceClock(1000)
  await kept.settled()
  await kept.send(kept.spec.mails[0]!)
  const map = hostMap(kept.spec, kept.events, worldTime(kept).waiting, YOURS)
  expect(map.hosts.find(({ name }) => name === 'mail.example.org')?.waiting).toBe(1)
})

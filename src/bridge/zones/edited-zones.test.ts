import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sampleWorld } from '../../world/sample.ts'
import { EditedZones, zoneLimits } from './edited-zones.ts'

function open(more: Partial<typeof sampleWorld> = {}) {
  const world = createWorld({ ...sampleWorld, ...more }, { crypto: webCrypto })
  const zones = new EditedZones(world)
  let changes = 0
  const leave = zones.subscribe(() => changes++)
  const answers = (name: string) => world.resolver.query(name, 'TXT').records.length
  return { world, zones, leave, changes: () => changes, answers }
}

const [{ origin, text: first }] = sampleWorld.zones as [(typeof sampleWorld.zones)[0]]
const fresh = `${first}\nfresh TXT "one"\n`
const broken = `${first}\nfresh TXT "one"\nother TXT "two\n`

describe('a zone that is edited', () => {
  test('is served at once, with a version that rises and what it began with', () => {
    const { zones, answers, changes } = open()
    expect(zones.named(origin)).toEqual({ origin, file: `${origin}.zone`, text: first, version: 1 })
    const zone = { origin, file: `${origin}.zone`, text: fresh, version: 2, first }
    expect(zones.put(origin, fresh, 1)).toEqual({ kind: 'taken', zone })
    expect(answers(`fresh.${origin}`)).toBe(1)
    expect(changes()).toBe(1)
    expect(zones.put(origin, first)).toMatchObject({ kind: 'taken', zone: { version: 3 } })
    expect(zones.named(origin)).not.toHaveProperty('first')
    expect(answers(`fresh.${origin}`)).toBe(0)
  })

  test('is kept with its errors and their places, while what was served before goes on', () => {
    const { zones, answers } = open()
    zones.put(origin, broken)
    const { errors, served, text, version } = zones.named(origin)!
    expect({ served, text, version }).toEqual({ served: first, text: broken, version: 2 })
    const line = broken.split('\n').findIndex((one) => one.startsWith('other')) + 1
    expect(errors).toMatchObject([{ code: 'zone/unbalanced-quote', line, column: 11 }])
    expect(answers(`fresh.${origin}`)).toBe(0)
    // Another text with errors leaves what is served as it is; a good one takes its place.
    zones.put(origin, `${broken}x`)
    expect(zones.named(origin)!.served).toBe(first)
    zones.put(origin, fresh)
    expect(zones.named(origin)).not.toHaveProperty('served')
    expect(answers(`fresh.${origin}`)).toBe(1)
  })

  test('goes back to what is served, though that has errors', () => {
    const { zones } = open({ zones: [{ origin, text: broken, editable: true }] })
    expect(zones.named(origin)).not.toHaveProperty('errors')
    zones.put(origin, `${broken}x`)
    expect(zones.named(origin)).toMatchObject({ served: broken })
    zones.put(origin, broken)
    expect(zones.named(origin)).not.toHaveProperty('errors')
  })

  test('of an older version is not taken, and what stands is the answer', () => {
    const { zones } = open()
    zones.put(origin, fresh, 1)
    const { version, text } = zones.named(origin)!
    expect(zones.put(origin, `${first}; mine\n`, 1)).toMatchObject({
      kind: 'stale',
      zone: { version, text },
    })
    expect(zones.named(origin)!.text).toBe(fresh)
  })

  test('as it stands already is no edit', () => {
    const { zones, changes } = open()
    expect(zones.put(origin, first, 1)).toMatchObject({ kind: 'taken', zone: { version: 1 } })
    expect(changes()).toBe(0)
  })

  test('has a limit in octets', () => {
    const { zones } = open()
    const most = `;${'é'.repeat(zoneLimits.octets / 2 - 1)}\n`
    expect(zones.put(origin, `;${most}`)).toMatchObject({ octets: zoneLimits.octets + 1 })
    expect(zones.put(origin, most)).toMatchObject({ kind: 'taken' })
  })

  test('with very many errors reports the first ones', () => {
    const { zones } = open()
    zones.put(origin, 'x A no\n'.repeat(500))
    expect(zones.named(origin)!.errors).toHaveLength(zoneLimits.errors)
  })
})

test('a zone is named by its origin in any case, or by its file', () => {
  const { zones } = open()
  const { version } = zones.named(origin)!
  for (const name of [`${origin}.`, origin.toUpperCase(), `${origin}.zone`])
    expect(zones.named(name)).toMatchObject({ origin, version })
  expect(zones.named('elsewhere.example')).toBeUndefined()
  expect(zones.put('elsewhere.example', first)).toEqual({ kind: 'unknown' })
})

test('what the world has planned for a zone is an edit too', async () => {
  const plan = [{ after: 5, publish: { origin, text: fresh } }]
  const { world, zones, changes } = open({ plan })
  world.advanceClock(6000)
  await world.settled()
  expect(zones.named(origin)).toMatchObject({ text: fresh, version: 2, first })
  expect(changes()).toBe(1)
})

test('who follows no longer is not called', () => {
  const { zones, leave, changes } = open()
  leave()
  zones.put(origin, fresh)
  expect(changes()).toBe(0)
})

import { expect, test } from 'vitest'
import { readLink } from '../../../lab/link/read-link.ts'
import { labLesson } from '../../../lab/testing/lab-lesson.ts'
import { sandboxLink } from './sandbox-link.ts'

const { world } = labLesson
const [{ origin }] = world.zones as [(typeof world.zones)[0]]
const sandbox = new URL('http://127.0.0.1:4173/sandbox/')

test('a link carries the world with the zones as they are now, to be edited', () => {
  const link = sandboxLink(world, [{ origin: `${origin}`, text: '; now\n' }], 'nobody', sandbox)!
  expect(link.href).toMatch(/^http:\/\/127\.0\.0\.1:4173\/sandbox\/#s=/)
  const read = readLink(link.hash)
  if (!read.ok || !('slug' in read.state)) throw new Error('no work')
  expect(read.state).toMatchObject({ slug: 'sandbox', journal: [] })
  const own = read.state.world!
  expect(own.desk).toBe(world.hosts[0]!.name)
  expect(own.world.zones[0]).toEqual({ ...world.zones[0]!, text: '; now\n', editable: true })
  expect(own.world.zones.every(({ editable }) => editable)).toBe(true)
})

test.each([[undefined], [{}], [{ ...world, zones: 'none' }]])('%j is no world', (given) =>
  expect(sandboxLink(given, [], '', sandbox)).toBeUndefined(),
)

test('what is too much for a link is none', () => {
  let seed = 1
  const noise = Array.from({ length: 600_000 }, () => {
    seed = (seed * 48271) % 2147483647
    return String.fromCharCode(33 + (seed % 90))
  }).join('')
  for (const text of [`;${noise}`, ' '.repeat(1 << 20)])
    expect(sandboxLink(world, [{ origin, text }], '', sandbox) === undefined).toBe(true)
})

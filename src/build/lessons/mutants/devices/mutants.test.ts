import { expect, test } from 'vitest'
import { sampleLesson } from '../../../../lessons/testing/lesson.ts'
import type { WorldSpec } from '../../../../world/spec.ts'
import type { Play } from '../../files/play.ts'
import { Dice } from '../dice.ts'
import { deviceMutants } from './mutants.ts'

const device = (id: string) => ({
  ...{ id, name: id, owner: 'bob@example.org', host: 'desk.example.org' },
  server: 'mx.example.org',
})
const world: WorldSpec = { ...sampleLesson.world, devices: [device('phone'), device('laptop')] }

const write = { does: 'write' as const, to: ['bob@example.net'], subject: 'Pears', text: 'Twelve.' }
const play: Play = [
  { kind: 'device', device: 'laptop', act: write },
  { kind: 'device', device: 'phone', act: { does: 'fetch' } },
]

test('addresses are mistyped, devices confused, and messages sent twice', () => {
  const made = [...deviceMutants(play, world, new Dice(1))]
  const causes = new Set(made.map(({ cause }) => cause))
  expect(causes).toContain('wrong-local-part')
  expect(causes).toContain('wrong-domain')
  expect(causes).toContain('sent-twice')
  expect(made.map(({ what }) => what)).toContain(
    '`laptop write bob@example.net` → `phone write bob@example.net`',
  )
  expect(made.find(({ cause }) => cause === 'sent-twice')).toMatchObject({
    ...{ at: 1, moves: [{ deed: play[0] }, { deed: play[0] }, { deed: play[1] }] },
  })
})

test('no mistake is what the play does', () => {
  for (const { moves, at } of deviceMutants(play, world, new Dice(2)))
    if (moves.length === play.length) expect(moves[at]!.deed).not.toEqual(play[at])
})

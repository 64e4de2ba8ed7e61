import { expect, test } from 'vitest'
import { devicesWorld } from '../../../../world/devices/testing/devices-world.ts'
import type { Deed, Play } from '../../files/play.ts'
import { Dice } from '../dice.ts'
import { deviceMutants } from './mutants.ts'

const use = (device: string, act: Extract<Deed, { kind: 'device' }>['act']): Deed => ({
  ...{ kind: 'device', device, act },
})
const play: Play = [
  use('laptop', { does: 'set', settings: { after: 'leave' } }),
  use('phone', { does: 'fetch' }),
]
const made = [...deviceMutants(play, devicesWorld(), new Dice(1))]

test('what is set is left out, done elsewhere, or set otherwise; a fetch can be done again', () =>
  expect(made.map(({ cause, what }) => `${cause}: ${what}`)).toEqual([
    'other-device: `laptop set` → `phone set`',
    'act-left-out: without set on the device `laptop`',
    'other-setting: set on the device `laptop`: `after` delete in place of leave',
    'other-setting: set on the device `laptop`: `after` delete-later in place of leave',
  ]))

test('the deeds before and behind stay', () => {
  const [elsewhere, left] = made
  expect(left!.moves.map(({ like }) => like)).toEqual([1])
  expect(elsewhere!.moves.map(({ deed }) => deed)).toEqual([
    { ...play[0], device: 'phone' },
    play[1],
  ])
})

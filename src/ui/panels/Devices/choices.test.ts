import { expect, test } from 'vitest'
import type { DeviceSettings } from '../../../lab/types.ts'
import { rowsOf } from './choices.ts'

const settings: DeviceSettings = {
  ...{ reads: 'imap', after: 'delete', days: 7, folders: 'all', every: 0 },
  ...{ marks: 'reading', sent: 'server' },
}

const names = (given: Partial<DeviceSettings>) =>
  rowsOf({ ...settings, ...given }).map(({ name }) => name)

test('only what means something is asked', () => {
  expect(names({})).toEqual(['reads', 'folders', 'every', 'marks', 'sent'])
  expect(names({ reads: 'pop3' })).toEqual(['reads', 'after', 'every', 'marks'])
  expect(names({ reads: 'pop3', after: 'delete-later' })).toContain('days')
})

test('what is set can be chosen, whatever it is', () => {
  const every = rowsOf({ ...settings, every: 120 }).find(({ name }) => name === 'every')
  expect(every?.options.at(-1)).toEqual({ value: 120, text: 'every 2 minutes' })
})

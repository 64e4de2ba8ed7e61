import { expect, test } from 'vitest'
import { SavePacing } from './save-pacing.ts'

test('a change is saved with the next frame, once', () => {
  const pacing = new SavePacing()
  pacing.changed(5)
  expect([pacing.unsaved, pacing.nextFrame()]).toEqual([true, 'save'])
  pacing.saved()
  expect([pacing.unsaved, pacing.nextFrame()]).toEqual([false, 'nothing'])
})

test('a long paste waits until it has grown by half, or until no more comes', () => {
  const pacing = new SavePacing()
  const paste = (characters: number) => {
    pacing.changed(characters)
    return pacing.nextFrame()
  }
  expect(paste(100_000)).toBe('save')
  pacing.saved()
  expect(paste(20_000)).toBe('wait')
  expect(paste(20_000)).toBe('wait')
  expect(paste(20_000)).toBe('save')
  pacing.saved()
  expect(paste(20_000)).toBe('wait')
  expect([pacing.unsaved, pacing.nextFrame()]).toEqual([true, 'save'])
})

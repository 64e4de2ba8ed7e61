import { expect, test } from 'vitest'
import { fakeHost, lesson } from '../../state/testing/fake-host.ts'
import { Replays } from './replays.ts'

const done = { kind: 'edit', zone: 'example.org', text: 'fixed' } as const

test('a journal is done again in a lab of its own', async () => {
  const host = fakeHost()
  const replays = new Replays(host.openLine)
  expect(await replays.replay(lesson, [done])).toBe('open')
  expect(host.labs.map(({ request }) => request.journal)).toEqual([[done]])
  expect(host.labs[0]!.request.zones).toEqual({})
})

test('one that cannot be done is broken, and the next one is done all the same', async () => {
  const host = fakeHost()
  const replays = new Replays(host.openLine)
  host.refuse = () => 'work'
  expect(await replays.replay(lesson, [done])).toBe('broken')
  host.refuse = undefined
  expect(await replays.replay(lesson, [])).toBe('open')
})

test('code that cannot be fetched is no verdict', async () => {
  const host = fakeHost()
  host.refuse = () => 'code'
  await expect(new Replays(host.openLine).replay(lesson, [])).rejects.toThrow('It failed.')
})

test('one that takes for ever is given up', async () => {
  const host = fakeHost()
  host.isHeld = true
  expect(await new Replays(host.openLine, 20).replay(lesson, [])).toBe('broken')
})

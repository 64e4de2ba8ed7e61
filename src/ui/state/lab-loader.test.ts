import { expect, test, vi } from 'vitest'
import { LabLoader, type LabPorts } from './lab-loader.ts'
import { nothingDone } from './saved.ts'
import { TerminalFeed } from './terminal-feed.svelte.ts'
import { fakeLabPorts, lesson, type FakeLab } from './testing/fake-lab.ts'

function loaderWith(changes: Partial<LabPorts> = {}) {
  const labs: FakeLab[] = []
  const ports = { ...fakeLabPorts((lab) => labs.push(lab)), ...changes }
  return { labs, loader: new LabLoader(lesson, ports) }
}

test('a lab is opened with the saved journal and the saved zones', async () => {
  const { labs, loader } = loaderWith()
  const feed = new TerminalFeed()
  const opening = await loader.open(
    { ...nothingDone, journal: [{ kind: 'type', data: 'dig' }], zones: { 'example.org': 'mine' } },
    feed,
    () => {},
  )
  expect(opening.kind).toBe('opened')
  expect(labs[0]!.zoneTexts['example.org']).toBe('mine')
  expect(loader.rules).toBeDefined()
})

test('a zone that is not the learner’s stays as the lesson has it', async () => {
  const { labs, loader } = loaderWith()
  await loader.open(
    { ...nothingDone, zones: { 'example.net': 'mine' } },
    new TerminalFeed(),
    () => {},
  )
  expect(labs[0]!.zoneTexts['example.net']).toBe('not yours')
})

test('of two labs only the newer one is opened and used', async () => {
  const { labs, loader } = loaderWith()
  const changed = vi.fn()
  const openings = [1, 2].map(() => loader.open(nothingDone, new TerminalFeed(), changed))
  expect((await Promise.all(openings)).map(({ kind }) => kind)).toEqual(['superseded', 'opened'])
  await labs[0]!.apply({ kind: 'type', data: 'a' })
  expect(changed).not.toHaveBeenCalled()
  await labs[1]!.apply({ kind: 'type', data: 'a' })
  expect(changed).toHaveBeenCalledOnce()
})

test('engines that cannot be fetched are reported, not thrown', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { loader } = loaderWith({ loadEngines: () => Promise.reject(new Error('no')) })
  expect(await loader.open(nothingDone, new TerminalFeed(), () => {})).toEqual({ kind: 'failed' })
  silence.mockRestore()
})

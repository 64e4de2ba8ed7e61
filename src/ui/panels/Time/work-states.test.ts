import { expect, test } from 'vitest'
import { readStates } from '../../../lab/snapshots/saved-state.ts'
import { LessonState } from '../../state/lesson-state.svelte.ts'
import { readSaved } from '../../state/saved.ts'
import { openStorage } from '../../state/storage.ts'
import { fakeHost, lesson } from '../../state/testing/fake-host.ts'
import { memoryStorage } from '../../state/testing/memory-storage.ts'
import { goBack, goOneBack, remove, save } from './work-states.ts'

async function open(browser = memoryStorage()) {
  const work = new LessonState(lesson, {
    openLine: fakeHost().openLine,
    storage: openStorage(() => browser),
    soon: (act) => act(),
    now: () => 0,
  })
  await work.start()
  return { work, browser }
}

const stored = (browser: ReturnType<typeof memoryStorage>) => {
  const read = readSaved(browser.getItem('helo-world/lesson/try'))
  return read.kind === 'saved' ? readStates(read.saved.states) : []
}

test('a state is stored with the work, and found again', async () => {
  const { work, browser } = await open()
  await work.edit('example.org', 'one')
  save(work, 'first')
  expect(stored(browser)).toEqual([{ name: 'first', journal: work.journal }])
  const { work: again } = await open(browser)
  expect(readStates(again.record.states)).toEqual(stored(browser))
})

test('going back puts the zones back, keeps the rest as a branch, and can go there again', async () => {
  const { work, browser } = await open()
  await work.edit('example.org', 'one')
  save(work, 'first')
  await work.apply({ kind: 'advance', by: 1 })
  await work.edit('example.org', 'two')
  await goBack(work, stored(browser)[0]!)
  expect(work.zoneTexts['example.org']).toBe('one')
  expect(work.announcement).toBe('You are back at first. What you did since is kept as Branch 1.')
  const branch = stored(browser)[1]!
  expect(branch.isBranch).toBe(true)
  await goBack(work, branch)
  expect(work.zoneTexts['example.org']).toBe('two')
  expect(stored(browser)).toHaveLength(2)
})

test('a step back takes one input, and starting over keeps the states', async () => {
  const { work, browser } = await open()
  await work.edit('example.org', 'one')
  await work.apply({ kind: 'advance', by: 1 })
  await goOneBack(work)
  expect(work.journal.map(({ kind }) => kind)).toEqual(['edit'])
  expect(stored(browser).map(({ name }) => name)).toEqual(['Branch 1'])
  await work.reset()
  expect(stored(browser).map(({ name }) => name)).toEqual(['Branch 1'])
  remove(work, 0)
  expect(stored(browser)).toEqual([])
})

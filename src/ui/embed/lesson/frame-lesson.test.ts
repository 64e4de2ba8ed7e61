import { expect, test } from 'vitest'
import { readCode } from '../../../lab/record/read-record.ts'
import type { LessonState } from '../../state/lesson-state.svelte.ts'
import { nothingDone } from '../../state/saved.ts'
import { keyOf, openStorage } from '../../state/storage.ts'
import { frameStorage } from './frame-storage.ts'
import { recordCode } from './record-code.ts'

const journal = [{ kind: 'type', data: 'EHLO a\r' }] as const

test('a frame begins with the work that it is given, and says when there is more', () => {
  let count = 0
  const storage = frameStorage({ v: 1, slug: 'speak-smtp', edition: 2, journal }, () => count++)
  const work = openStorage(() => storage)
  expect(work.read('speak-smtp')).toMatchObject({ kind: 'saved', saved: { journal, edition: 2 } })
  work.write('speak-smtp', { ...nothingDone, edition: 2 })
  expect(count).toBe(1)
  expect(work.read('speak-smtp')).toMatchObject({ saved: { journal: [] } })
  expect(storage.getItem(keyOf('another'))).toBeNull()
})

test('the record of a lesson is one that can be verified', async () => {
  const done = { lesson: { slug: 'speak-smtp' }, saved: { ...nothingDone, edition: 2, journal } }
  const code = await recordCode(done as unknown as LessonState, Date.UTC(2026, 5, 1))
  const read = readCode(code ?? '')
  expect(read).toMatchObject({
    record: { name: '', plays: [{ slug: 'speak-smtp', edition: 2, journal }] },
  })
})

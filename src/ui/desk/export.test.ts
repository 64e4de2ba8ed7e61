import { expect, test } from 'vitest'
import { nothingDone } from '../state/saved.ts'
import { readExport } from './export.ts'

const work = { lesson: 'speak-smtp', ...nothingDone, transcript: '' }

test('what was exported is read again', () => {
  expect(readExport(JSON.stringify(work), 'speak-smtp')).toEqual({ ok: true, saved: nothingDone })
})

test.each([
  ['another lesson', JSON.stringify(work), 'another lesson: speak-smtp'],
  ['a later version', JSON.stringify({ ...work, v: 3 }), 'later version'],
  ['something else', '{"a":1}', 'no work'],
  ['no JSON', 'Dear Bob,', 'no work'],
  ['nothing', '', 'no work'],
])('%s is refused with a reason', (_, text, reason) => {
  const read = readExport(text, 'your-first-spf')
  expect(read.ok ? '' : read.reason).toContain(reason)
})

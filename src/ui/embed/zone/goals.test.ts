import { expect, test } from 'vitest'
import type { SnippetFindings } from '../../../lab/snippet/snippet.ts'
import { readGoals } from './goals.ts'

const sender = { ip: '192.0.2.1', mailFrom: 'a@example.org', reason: '', lookups: 0, missing: [] }
const found = (result: string): SnippetFindings => ({
  ...{ parts: [{ kind: 'record', name: 'example.org' }], diagnostics: [] },
  senders: [{ ...sender, result }],
})

test('goals are read, and met by what was found', () => {
  const goals = readGoals('clean, pass 192.0.2.1')!
  expect(goals.map(({ id }) => id)).toEqual(['clean', 'pass 192.0.2.1'])
  expect(goals.map((goal) => goal.isMet(found('pass')))).toEqual([true, true])
  expect(goals.map((goal) => goal.isMet(found('fail')))).toEqual([true, false])
})

test.each(['x', 'pass', 'wins 192.0.2.1', 'pass 192.0.2.1 now', Array(11).fill('clean').join()])(
  '“%s” is no goal',
  (value) => expect(readGoals(value)).toBeUndefined(),
)

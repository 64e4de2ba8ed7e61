import { expect, test } from 'vitest'
import type { Diagnostic } from '../core/diagnostic.ts'
import type { Step } from './lesson.ts'
import { spokenFindings } from './quiet.ts'

const found = ['spf/no-all', 'spf/mx'].map((code) => ({ code }) as Diagnostic)
const steps = [{ id: 'one' }, { id: 'rest', quiet: ['spf/no-all'] }] as unknown as Step[]

test.each([
  ['rests while its step is open', [], ['spf/mx']],
  ['rests while other steps are done', ['one'], ['spf/mx']],
  ['is there once its step is done', ['rest'], ['spf/no-all', 'spf/mx']],
])('a finding that is to be quiet %s', (_, done, codes) => {
  const progress = steps.map(({ id }) => ({ id, done: done.includes(id) }))
  expect(spokenFindings({ steps }, progress, found).map(({ code }) => code)).toEqual(codes)
})

import { expect, test } from 'vitest'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { evidence, finding } from '../testing/evidence.ts'
import type { Condition } from '../lesson.ts'
import { judge } from './index.ts'

const two = finding('spf/several-records', 'error', 'Two SPF records stand here.')
const ptr = finding('spf/ptr', 'warning', '`ptr` is slow.')

const stand = (condition: Condition, ...diagnostics: readonly Diagnostic[]) =>
  judge(condition, evidence({ diagnostics }))

test.each([
  [{ kind: 'diagnostic', code: 'spf/ptr' }, [two, ptr]],
  [{ kind: 'diagnostic', code: 'spf/ptr', present: 'no' }, [two]],
  [{ kind: 'diagnostic', code: ['spf/no-all', 'spf/ptr'] }, [ptr]],
  [{ kind: 'diagnostic', code: ['spf/no-all', 'spf/ptr'], present: 'no' }, [two]],
  [{ kind: 'no-errors' }, [ptr]],
])('%o is met', (condition, found) => expect(stand(condition, ...found)).toEqual({ met: true }))

test.each([
  [{ kind: 'diagnostic', code: 'spf/ptr' }, [two], 'There is no `spf/ptr` finding.'],
  [{ kind: 'diagnostic', code: 'spf/ptr', present: 'no' }, [ptr], '`ptr` is slow.'],
  [
    { kind: 'diagnostic', code: ['spf/ptr', 'spf/no-all'] },
    [two],
    'There is no `spf/ptr` or `spf/no-all` finding.',
  ],
  [{ kind: 'no-errors' }, [ptr, two], 'Two SPF records stand here.'],
  [{ kind: 'no-errors' }, [two, two, two], 'Two SPF records stand here. And 2 more.'],
])('%o: the reason', (condition, found, reason) =>
  expect(stand(condition, ...found)).toEqual({ met: false, reason }),
)

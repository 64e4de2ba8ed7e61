import { expect, test } from 'vitest'
import { renderTable, runGroup } from './measure.ts'

test('a group whose data is absent says so, and shows no times and no ratio', async () => {
  const shown = await runGroup({
    group: 'auth-spf',
    about: 'a suite of 0 cases',
    missing: 'the suite is not at ../shared/vectors',
    cases: {
      'every case': () => expect.unreachable(),
      'every case, a rival': () => expect.unreachable(),
    },
    targets: [{ of: 'every case', against: 'every case, a rival', most: 0.4 }],
  })
  expect(shown).toBe('\nauth-spf: not measured, for the suite is not at ../shared/vectors')
})

test('a target without its rival shows no ratio', () => {
  const target = { of: 'own', against: 'a rival', most: 0.4 }
  const heading = { group: 'auth', about: 'something', targets: [target] }
  const shown = renderTable(heading, [{ name: 'own', median: 1, samples: 9 }])
  expect(shown).toContain('target: not measured, for `a rival` is not here')
})

test('servers are compared by the clock, and by what each of them worked', () => {
  const target = { of: 'own', against: 'a rival', most: 2 }
  const heading = { group: 'protocols', about: 'something', targets: [target] }
  const shown = renderTable(heading, [
    { name: 'own', median: 12, samples: 9, worked: 40 },
    { name: 'a rival', median: 4, samples: 9, worked: 20 },
  ])
  expect(shown).toContain('20 ms of a processor × 0.50')
  expect(shown).toContain(
    'at most 2 × a rival. Not met: 3.00 × by the clock, 2.00 × by the processor',
  )
})

import { describe, expect, test } from 'vitest'
import { isHere, type Part, type Suite } from './suite.ts'

/** Each case as a test; one skip, with the reason, where the vectors are missing. */
export function describeSuite(suite: Suite): void {
  const { name, vectors = 'written here', parts } = suite
  if (!isHere(suite)) return test.skip(`${name}: ${vectors} is not there`)
  describe(name, () => parts.forEach(describePart))
}

function describePart({ what, count, cases }: Part): void {
  describe(what, () => {
    test(`there are ${count}`, () => expect(cases).toHaveLength(count))

    test.each(cases)('$name', async ({ run }) => {
      const { actual, wanted, reason } = await run()
      expect(actual, reason).toEqual(wanted)
    })
  })
}

import { expect, test } from 'vitest'
import { withoutExamples } from './without-examples.ts'

test('rules lose their examples, and nothing else', () => {
  const code = `export const a = defineRule<X>({
  code: 'a',
  why: 'Because: bad: good.',
  bad: ['«x»', made({ bad: 1 })],
  // A comment on these.
  good: ['y'],
  *check({ bad }) { yield { bad, good: 2 } },
})
const facts = (f: F) => ({ why: f.why, bad: f.bad, good: [] })
export const other = { bad: 1, good: 2 }`
  expect(withoutExamples(code)).toBe(`export const a = defineRule<X>({
  code: 'a',
  why: 'Because: bad: good.',
  *check({ bad }) { yield { bad, good: 2 } },
})
const facts = (f: F) => ({ why: f.why, })
export const other = { bad: 1, good: 2 }`)
})

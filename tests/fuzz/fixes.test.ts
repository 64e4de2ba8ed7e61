import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../../src/core/diagnostic.ts'
import { zoneProblems } from '../../src/dns/zone/problems/list.ts'
import { EXAMPLE_FILE, readExample } from '../../src/world/rule-examples.ts'
import { allRules } from '../../src/world/all-rules.ts'
import { runsOf } from './runs.ts'
import { slip, slips } from './texts.ts'

const rules = allRules.filter(({ bad }) => bad.length > 0)

const count = (found: readonly Diagnostic[], code: string): number =>
  found.filter((one) => one.code === code).length

const errorsOf = (found: readonly Diagnostic[]): Set<string> =>
  new Set(found.filter(({ severity }) => severity === 'error').map(({ code }) => code))

const isOurs = ({ edits }: Diagnostic['fixes'][number]): boolean =>
  edits.every(({ file }) => file === undefined || file === EXAMPLE_FILE)

/** What cannot be read hides what is amiss with it: mending it may show that. */
const unread = new Set(zoneProblems.map(({ code }) => code))
const hides = (code: string): boolean => unread.has(code) || /\/version/.test(code)

interface Outcome {
  readonly code: string
  readonly title: string
  readonly text: string
  readonly mended: string
  /** How many findings of the kind there are more than before. */
  readonly more: number
  /** Kinds of errors that were not there before. */
  readonly errors: readonly string[]
}

/** What comes of each fix that the text is offered. */
function* outcomes(text: string, lint: (text: string) => Diagnostic[]): Iterable<Outcome> {
  const before = lint(text)
  const known = errorsOf(before)
  for (const { code, fixes } of before)
    for (const { title, edits } of fixes.filter(isOurs)) {
      const mended = applyEdits(text, edits)
      const after = lint(mended)
      const fresh = after.filter((one) => one.severity === 'error' && !known.has(one.code))
      yield {
        ...{ code, title, text, mended, more: count(after, code) - count(before, code) },
        errors: hides(code) ? [] : fresh.map((one) => one.code),
      }
    }
}

const examples = rules.flatMap(({ code, bad, lintExample }) =>
  bad.map((example) => ({ code, text: readExample(example).text, lintExample })),
)

test.each(examples)('$code: a fix mends and breaks nothing: $text', ({ text, lintExample }) => {
  for (const one of outcomes(text, lintExample)) {
    expect(one.more, JSON.stringify(one)).toBeLessThan(0)
    expect(one.errors, JSON.stringify(one)).toEqual([])
  }
})

/** What is mended may show what it hid, so that only the finding itself is looked for. */
test('after a slip of the hand, a fix takes its finding away', () =>
  fc.assert(
    fc.property(fc.constantFrom(...examples), slips, ({ text, lintExample }, how) => {
      for (const one of outcomes(slip(text, how), lintExample)) {
        const most = hides(one.code) ? 0 : -1
        expect(one.more, JSON.stringify(one)).toBeLessThanOrEqual(most)
      }
    }),
    runsOf(6376, 1000),
  ))

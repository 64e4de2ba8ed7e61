import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lintRecords } from '../../src/lint/lint-records.ts'
import { applyEdits, type Diagnostic } from '../../src/core/diagnostic.ts'
import { zoneFamily } from '../../src/lint/dns/family.ts'
import { parseZone } from '../../src/dns/zone/parse.ts'
import { EXAMPLE_FILE, readExample } from '../../src/lint/rule-examples.ts'
import { allRules } from '../../src/lint/all-rules.ts'
import { hides } from './hides.ts'
import { runsOf } from './runs.ts'
import { slip, slips } from './texts.ts'
import { zoneTexts } from './zone-texts.ts'

const rules = allRules.filter(({ bad }) => bad.length > 0)

const count = (found: readonly Diagnostic[], code: string): number =>
  found.filter((one) => one.code === code).length

const errorsOf = (found: readonly Diagnostic[]): Set<string> =>
  new Set(found.filter(({ severity }) => severity === 'error').map(({ code }) => code))

const isOurs = ({ edits }: Diagnostic['fixes'][number]): boolean =>
  edits.every(({ file }) => file === undefined || file === EXAMPLE_FILE)

/** What was hidden may show as well where a fix takes away, beside its own finding, what hid it. */
const uncovers = (
  code: string,
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
): boolean =>
  hides(code) ||
  before.some((one) => hides(one.code) && count(after, one.code) < count(before, one.code))

interface Outcome {
  readonly code: string
  readonly title: string
  readonly text: string
  readonly fixed: string
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
      const fixed = applyEdits(text, edits)
      const after = lint(fixed)
      const fresh = after.filter((one) => one.severity === 'error' && !known.has(one.code))
      yield {
        ...{ code, title, text, fixed, more: count(after, code) - count(before, code) },
        errors: uncovers(code, before, after) ? [] : fresh.map((one) => one.code),
      }
    }
}

const examples = rules.flatMap(({ code, bad, lintExample }) =>
  bad.map((example) => ({ code, text: readExample(example).text, lintExample })),
)

test.each(examples)(
  '$code: a fix removes its finding and adds no error: $text',
  ({ text, lintExample }) => {
    for (const one of outcomes(text, lintExample)) {
      expect(one.more, JSON.stringify(one)).toBeLessThan(0)
      expect(one.errors, JSON.stringify(one)).toEqual([])
    }
  },
)

/**
 * Errors that came with a fix, those left out that stood there before the slips. Which error hides
 * another cannot all be foretold, so only `npm run fuzz` looks for them.
 */
const addedBy = ({ errors }: Outcome, known: ReadonlySet<string>): string[] =>
  Number(process.env['FUZZ_FACTOR']) > 1 ? errors.filter((code) => !known.has(code)) : []

/** What a slip hid by chance, the example may have had before it. */
test('after slips of the hand, a fix takes its finding away and adds no error', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...examples),
      fc.array(slips, { minLength: 1, maxLength: 2 }),
      ({ text, lintExample }, all) => {
        const known = errorsOf(lintExample(text))
        for (const one of outcomes(all.reduce(slip, text), lintExample)) {
          const most = hides(one.code) ? 0 : -1
          expect(one.more, JSON.stringify(one)).toBeLessThanOrEqual(most)
          expect(addedBy(one, known), JSON.stringify(one)).toEqual([])
        }
      },
    ),
    runsOf(6376, 1000),
  ))

/** All findings of a zone without queries: an answer may show what a broken term hid. */
function lintWhole(text: string): Diagnostic[] {
  const { zone, problems } = parseZone(text, { origin: 'example.com', file: EXAMPLE_FILE })
  return [
    ...problems,
    ...zoneFamily.lint(zone),
    ...lintRecords(zone.records.map(({ record }) => record)),
  ]
}

test('in a zone of many records, a fix takes its finding away and adds no error', () =>
  fc.assert(
    fc.property(zoneTexts, fc.array(slips, { maxLength: 1 }), (text, all) => {
      const known = errorsOf(lintWhole(text))
      for (const one of outcomes(all.reduce(slip, text), lintWhole)) {
        const most = hides(one.code) ? 0 : -1
        expect(one.more, JSON.stringify(one)).toBeLessThanOrEqual(most)
        expect(addedBy(one, known), JSON.stringify(one)).toEqual([])
      }
    }),
    runsOf(1035, 200),
  ))

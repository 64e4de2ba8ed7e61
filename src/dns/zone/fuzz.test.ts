import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../../core/diagnostic.ts'
import type { Span } from '../../core/span.ts'
import { printRecord } from '../print-record.ts'
import { groupEntries } from './entries.ts'
import { formatZone } from './format.ts'
import { lexZone } from './lexer.ts'
import { parseZone } from './parse.ts'
import { zoneTextParts } from '../../../tests/fuzz/zone-parts.ts'
import { runsOf } from '../../../tests/fuzz/runs.ts'

const parse = (text: string) => parseZone(text, { origin: 'example.com' })
const printed = (text: string): string[] =>
  parse(text).zone.records.map(({ record }) => printRecord(record))

const runs = runsOf(1035, 1000)
/** Milliseconds; a busy machine is no fault of the parser. */
const PATIENCE = 60_000

const inside = (text: string, { from, to }: Span): boolean =>
  0 <= from && from <= to && to <= text.length

const spansOf = ({ span, related, fixes }: Diagnostic): Span[] => [
  span,
  ...related.map((one) => one.span),
  ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
]

describe('any text', { timeout: PATIENCE }, () => {
  test('is read without a throw, with every span inside it', () =>
    fc.assert(
      fc.property(zoneTextParts, (text) => {
        const { zone, problems } = parse(text)
        const spans = [
          ...problems.flatMap(spansOf),
          ...zone.records.flatMap((one) => [
            one.span,
            one.owner,
            one.type,
            ...one.fields.map((f) => f.span),
          ]),
          ...zone.entries.map((entry) => entry.span),
        ]
        expect(spans.filter((at) => !inside(text, at))).toEqual([])
      }),
      runs,
    ))

  test('is kept whole by its entries: each line once, in order', () =>
    fc.assert(
      fc.property(zoneTextParts, (text) => {
        const lines = parse(text).zone.entries.flatMap((entry) => entry.lines)
        expect(lines).toEqual(lexZone(text))
      }),
      runs,
    ))

  test('is formatted to the same records, and then stays as it is', () =>
    fc.assert(
      fc.property(zoneTextParts, (text) => {
        const once = formatZone(parse(text).zone)
        expect(printed(once)).toEqual(printed(text))
        expect(formatZone(parse(once).zone)).toBe(once)
      }),
      runs,
    ))

  test('gives records that are read back as they are printed', () =>
    fc.assert(
      fc.property(zoneTextParts, (text) => {
        const first = printed(text)
        expect(printed(first.join('\n'))).toEqual(first)
      }),
      { ...runs, examples: [['\\# 2 abcd $TTL 1h\n CNAME 65536'], ['\\--- A 192.0.2.1']] },
    ))

  test('takes every fix that is offered, and is a zone again', () =>
    fc.assert(
      fc.property(zoneTextParts, (text) => {
        const { problems } = parse(text)
        for (const { fixes } of problems)
          for (const { edits } of fixes) expect(() => parse(applyEdits(text, edits))).not.toThrow()
      }),
      runsOf(1035, 300),
    ))
})

describe('twice the text takes twice the steps', () => {
  const stepsFor = (text: string): number => {
    const meter = { steps: 0 }
    groupEntries(lexZone(text, meter), text, meter)
    return meter.steps
  }

  test.each([
    ['records', 'www A 192.0.2.1\n'],
    ['open parentheses', 'a TXT (\n'],
    ['bare open parentheses', '(\n'],
    ['groups', '( a\n b )\n'],
    ['closing parentheses', ')\n'],
    ['quotes', '"\n'],
    ['one line of quotes', '"a\\"'],
    ['one line of parentheses', '('],
    ['escapes', '\\'],
    ['blank lines', '\n'],
    ['semicolons', ';'],
  ])('%s', (_, unit) => {
    const [one, two] = [stepsFor(unit.repeat(2000)), stepsFor(unit.repeat(4000))]
    expect(two).toBeGreaterThan(one)
    expect(two).toBeLessThanOrEqual(2 * one + 2)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../../core/diagnostic.ts'
import type { Span } from '../../core/span.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import { zoneTextParts } from '../../../tests/fuzz/zone-parts.ts'
import { zoneFamily } from './family.ts'
import { runsOf } from '../../../tests/fuzz/runs.ts'

const parse = (text: string) => parseZone(text, { origin: 'example.com' })

/** Milliseconds; a busy machine is no fault of the rules. */
const PATIENCE = 60_000

const isInside = (text: string, { from, to }: Span): boolean =>
  0 <= from && from <= to && to <= text.length

const spansOf = ({ span, related, fixes }: Diagnostic): Span[] => [
  span,
  ...related.map((one) => one.span),
  ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
]

describe('any zone', { timeout: PATIENCE }, () => {
  test('is judged without a throw, with every span inside it', () =>
    fc.assert(
      fc.property(zoneTextParts, (text) => {
        const spans = zoneFamily.lint(parse(text).zone).flatMap(spansOf)
        expect(spans.filter((at) => !isInside(text, at))).toEqual([])
      }),
      runsOf(1035, 1000),
    ))

  test('takes every fix that is offered, and is a zone again', () =>
    fc.assert(
      fc.property(zoneTextParts, (text) => {
        for (const { fixes } of zoneFamily.lint(parse(text).zone))
          for (const { edits } of fixes) expect(() => parse(applyEdits(text, edits))).not.toThrow()
      }),
      runsOf(1035, 300),
    ))
})

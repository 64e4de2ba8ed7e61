import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Diagnostic } from '../core/diagnostic.ts'
import { applyAllFixes, fixUntilDone } from '../../tests/fuzz/all-fixes.ts'
import { hides } from '../../tests/fuzz/hides.ts'
import { runsOf } from '../../tests/fuzz/runs.ts'
import { slip, slips } from '../../tests/fuzz/texts.ts'
import { zoneTexts } from '../../tests/fuzz/zone-texts.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { lintZones } from './lint-zones.ts'

const lint = (text: string): Diagnostic[] =>
  lintZones([parseZone(text, { origin: 'example.com', file: 'example' })])

const errorsOf = (found: readonly Diagnostic[]): Diagnostic[] =>
  found.filter(({ severity }) => severity === 'error')

/** Warnings of a text that is not what was meant: its rules wait for that. */
const MISREAD = /^zone\/(?:smart-quote|comment-in-text|unquoted-(?:words|semicolon))$/

/** What cannot be read, or is misread, hides other errors, which then are no step back. */
const hidesErrors = (found: readonly Diagnostic[]): boolean =>
  found.some(({ code, severity }) => MISREAD.test(code) || (severity === 'error' && hides(code)))

const zones = fc
  .tuple(zoneTexts, fc.array(slips, { maxLength: 2 }))
  .map(([text, all]) => all.reduce(slip, text))

test('all fixes together leave fewer errors, and no two undo each other', () =>
  fc.assert(
    fc.property(zones, (text) => {
      const before = lint(text)
      const last = fixUntilDone(text, lint)
      expect(last, text).toMatchObject({ isDone: true })
      if (hidesErrors(before)) return
      const fixed = applyAllFixes(text, before)
      const shown = JSON.stringify([text, fixed])
      const left = errorsOf(lint(fixed)).length
      const most = errorsOf(before).length
      const isOffered = errorsOf(before).some(({ fixes }) => fixes.length > 0)
      expect(left, shown).toBeLessThanOrEqual(isOffered ? most - 1 : most)
      expect(errorsOf(lint(last.text)).length, shown).toBeLessThanOrEqual(left)
    }),
    runsOf(9989, 80),
  ))

/** Fixes that stood against each other. */
test.each([
  ['@ TXT "v=spf1 mx - all"', '@ TXT "v=spf1 mx -all"'],
  ['@ TXT v=spf1 -all"', '@ TXT "v=spf1 -all"'],
  [`@ TXT 'v=spf1 -all'\n# x`, '@ TXT "v=spf1 -all"\n; x'],
  [
    'example.com. SOA ns1 h 1 1d 2h 4w 1h\nexample.com SOA ns1 h 1 1d 2h 4w 1h',
    'example.com. SOA ns1 h 1 1d 2h 4w 1h\n',
  ],
])('%j becomes %j', (text, fixed) => {
  const head = '$TTL 1h\n'
  const rest = '\n@ NS ns1.example.net.\nns1 A 192.0.2.53\n@ MX 10 ns1'
  const start = text.includes('SOA') ? '' : '@ SOA ns1 h 1 1d 2h 4w 1h\n'
  expect(fixUntilDone(`${head}${start}${text}${rest}`, lint).text).toBe(
    `${head}${start}${fixed}${rest}`.replace('\n\n', '\n'),
  )
})

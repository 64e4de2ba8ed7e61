import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../../../core/diagnostic.ts'
import { readMarks } from '../../../dns/testing/marks.ts'
import { parseZone } from '../../../dns/zone/parse.ts'
import { zoneProblems } from '../../../dns/zone/problems/list.ts'
import { lintZone, zoneRules } from './index.ts'

/** Everything that is found in a zone of `example.com`. */
function findAll(text: string): Diagnostic[] {
  const { zone, problems } = parseZone(text, { origin: 'example.com' })
  return [...problems, ...lintZone(zone)]
}

const found = (text: string, code: string): Diagnostic[] =>
  findAll(text).filter((diagnostic) => diagnostic.code === code)

const errorsIn = (text: string): string[] =>
  findAll(text)
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)

const all = [...zoneRules, ...zoneProblems]
const bad = all.flatMap(({ code, bad }) => bad.map((example) => [code, example] as const))
const good = all.flatMap(({ code, good }) => good.map((example) => [code, example] as const))

test('codes are unique', () => expect(new Set(all.map(({ code }) => code)).size).toBe(all.length))

test.each(bad)('%s is found where marked: %j', (code, example) => {
  const { text, marks } = readMarks(example)
  expect(marks.length).toBeGreaterThan(0)
  expect(found(text, code).map(({ span }) => span)).toEqual(marks)
})

test.each(good)('%s is silent: %j', (code, example) => expect(found(example, code)).toEqual([]))

const fixes = bad.flatMap(([code, example]) => {
  const { text } = readMarks(example)
  return found(text, code).flatMap((diagnostic) =>
    diagnostic.fixes.map((fix) => [code, fix, text] as const),
  )
})

describe('a fix removes its finding and adds no error', () => {
  test.each(fixes)('%s: $title', (code, fix, text) => {
    const mended = applyEdits(text, fix.edits)
    expect(found(mended, code)).toHaveLength(found(text, code).length - 1)
    expect(errorsIn(mended).length, mended).toBeLessThanOrEqual(errorsIn(text).length)
  })
})

test('every rule but those without a single answer has an example with a fix', () => {
  const mendable = new Set(fixes.map(([code]) => code))
  expect(all.map(({ code }) => code).filter((code) => !mendable.has(code))).toMatchInlineSnapshot(`
    [
      "zone/alias-loop",
      "zone/cname-at-apex",
      "zone/dangling-alias",
      "zone/data-below-cut",
      "zone/data-below-dname",
      "zone/digest-length",
      "mx/equal-preferences",
      "zone/host-name",
      "zone/missing-glue",
      "mx/private-address",
      "mx/target-without-address",
      "zone/ns-target-without-address",
      "zone/relative-owner",
      "zone/wildcard-shadowed",
      "zone/too-long",
      "zone/label-too-long",
      "zone/name-too-long",
      "zone/missing-type",
      "zone/bad-ttl",
      "zone/missing-data",
      "zone/bad-number",
      "zone/bad-duration",
      "zone/non-ascii-text",
      "zone/generic-expected",
      "zone/bad-encoding",
      "zone/bad-parameter",
      "zone/bad-tag",
      "zone/include-refused",
      "zone/unknown-directive",
      "zone/bad-generate",
      "zone/generate-limit",
    ]
  `)
})

test('each rule says why, with its section', () => {
  for (const { why, source } of all) {
    expect(why).toMatch(/[.`]$/)
    expect('rfc' in source && source.rfc).toBeGreaterThan(0)
  }
})

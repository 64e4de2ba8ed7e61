import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../core/diagnostic.ts'
import { runSync } from '../core/effects.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { allRules } from './all-rules.ts'
import { families, prefixTitles } from './families.ts'
import { inRunOrder, type RuleFamily } from './family.ts'
import { EXAMPLE_FILE, exampleReadingOf, readExample } from './rule-examples.ts'
import { ruleTags } from './rule-tags.ts'

const cases = families.flatMap((family) =>
  family.rules.map((rule) => ({ ...rule, family, ...exampleReadingOf(family) })),
)

const of = (code: string, found: readonly Diagnostic[]): Diagnostic[] =>
  found.filter((one) => one.code === code)

const errorsOf = (found: readonly Diagnostic[]): string[] =>
  found.flatMap(({ code, severity }) => (severity === 'error' ? [code] : []))

/** Families whose good examples have no error of any rule. */
const hasSoundExamples = ({ kind, prefixes }: RuleFamily): boolean =>
  kind === 'dns' || kind === 'policy' || prefixes.includes('spf')

test('every code is unique', () =>
  expect(new Set(allRules.map(({ code }) => code)).size).toBe(allRules.length))

test('every prefix has a title, and every title a rule', () =>
  expect(new Set(families.flatMap(({ prefixes }) => prefixes))).toEqual(
    new Set(Object.keys(prefixTitles)),
  ))

test('advice is only a hint', () => {
  const advice = allRules.filter(({ recommended }) => !recommended)
  expect(advice.length).toBeGreaterThan(0)
  expect(new Set(advice.map(({ severity }) => severity))).toEqual(new Set(['hint']))
})

test('rules run by severity, then by code', () => {
  const rule = (code: string, severity: Diagnostic['severity']) => ({
    ...allRules[0]!,
    code,
    severity,
  })
  const list = { z: rule('a/b', 'hint'), b: rule('a/c', 'error'), a: rule('a/a', 'error') }
  expect(inRunOrder(list).map(({ code }) => code)).toEqual(['a/a', 'a/c', 'a/b'])
})

test.each(allRules)('$code is of its family, and states why, since when and what about', (rule) => {
  const family = families.find(({ rules }) => rules.some(({ code }) => code === rule.code))
  expect(family?.prefixes).toContain(rule.code.split('/')[0])
  expect(rule.code).toMatch(/^[a-z-]+\/[a-z\d-]+$/)
  expect(rule.why).toMatch(/[.!`]$/)
  expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/)
  expect(rule.tags.length).toBeGreaterThan(0)
  for (const tag of rule.tags) expect(Object.keys(ruleTags)).toContain(tag)
  // A text that is too long for a zone is too long for an example.
  if (rule.code !== 'zone/too-long')
    expect(Math.min(rule.bad.length, rule.good.length)).toBeGreaterThan(0)
})

describe.each(cases)('$code', ({ code, bad, good, family, lintExample }) => {
  test.each(bad)('finds what is marked: %j', (example) => {
    const { text, marks } = readExample(example)
    const found = of(code, lintExample(text))
    const spans = found.map(({ span }) => span).toSorted((a, b) => a.from - b.from)
    expect(marks.length).toBeGreaterThan(0)
    expect(spans).toEqual(marks)
    expect(new Set(found.map(({ file }) => file))).toEqual(new Set([EXAMPLE_FILE]))
  })

  test.each(good)('finds nothing: %j', (example) => {
    const found = lintExample(example)
    expect(of(code, found)).toEqual([])
    if (hasSoundExamples(family)) expect(errorsOf(found)).toEqual([])
  })

  test.each(bad)('each fix removes its finding and adds no error: %j', (example) => {
    const { text } = readExample(example)
    const before = lintExample(text)
    for (const { fixes } of of(code, before))
      for (const { edits } of fixes) {
        const after = lintExample(applyEdits(text, edits))
        expect(of(code, after).length).toBeLessThan(of(code, before).length)
        // A line that can be read at last may show what else is wrong with it.
        if (family.kind !== 'parser')
          expect(errorsOf(after).filter((one) => !errorsOf(before).includes(one))).toEqual([])
        expect(errorsOf(after).length).toBeLessThanOrEqual(errorsOf(before).length)
      }
  })
})

/** What these report is in the records alone. */
const WITHOUT_ANSWERS = [
  ...['spf/too-many-lookups', 'spf/lookups-nearly-spent', 'mx/not-in-policy'],
  ...['dmarc/strict-subdomain', 'dmarc/split-organization'],
]

const asking = cases.filter(
  ({ code, family }) => family.kind === 'dns' && !WITHOUT_ANSWERS.includes(code),
)

test.each(asking)('$code finds nothing where DNS does not answer', ({ code, bad, family }) => {
  if (family.kind !== 'dns') return
  for (const example of bad) {
    const { zone } = parseZone(readExample(example).text, { origin: '' })
    expect(zone.records).not.toEqual([])
    const lint = family.lint(zone.records.map(({ record }) => record))
    const found = runSync(lint, () => ({ status: 'timeout', records: [] }))
    expect(of(code, found)).toEqual([])
  }
})

const spf = cases.filter(
  ({ family: { kind, prefixes } }) => kind === 'record' && prefixes.includes('spf'),
)

test.each(spf)(
  '$code: its examples have no error of another rule',
  ({ code, bad, lintExample }) => {
    for (const example of bad) {
      const found = lintExample(readExample(example).text)
      expect(errorsOf(found).filter((one) => one !== code)).toEqual([])
    }
  },
)

test('every rule about zones but those without a single answer has an example with a fix', () => {
  const zones = cases.filter(({ family }) => family.kind === 'zone' || family.kind === 'parser')
  const without = zones.filter(({ code, bad, lintExample }) =>
    bad.every((example) =>
      of(code, lintExample(readExample(example).text)).every(({ fixes }) => fixes.length === 0),
    ),
  )
  expect(without.map(({ code }) => code).toSorted()).toMatchInlineSnapshot(`
    [
      "mx/equal-preferences",
      "mx/private-address",
      "mx/target-without-address",
      "zone/alias-loop",
      "zone/bad-duration",
      "zone/bad-encoding",
      "zone/bad-generate",
      "zone/bad-location",
      "zone/bad-network",
      "zone/bad-number",
      "zone/bad-parameter",
      "zone/bad-substitution",
      "zone/bad-tag",
      "zone/bad-ttl",
      "zone/cname-at-apex",
      "zone/dangling-alias",
      "zone/data-below-cut",
      "zone/data-below-dname",
      "zone/digest-length",
      "zone/ds-without-ns",
      "zone/generate-limit",
      "zone/generic-expected",
      "zone/host-name",
      "zone/include-refused",
      "zone/label-too-long",
      "zone/missing-data",
      "zone/missing-glue",
      "zone/name-too-long",
      "zone/non-ascii-text",
      "zone/ns-target-without-address",
      "zone/relative-owner",
      "zone/too-long",
      "zone/unknown-directive",
      "zone/wildcard-shadowed",
    ]
  `)
})

test('examples are readable: no line is over 200 characters long', () => {
  const long = readdirSync('src/lint', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      readFileSync(join('src/lint', path), 'utf8')
        .split('\n')
        .flatMap((line, at) => (line.length > 200 ? [`${path}:${at + 1}`] : [])),
    )
  expect(long).toEqual([])
})

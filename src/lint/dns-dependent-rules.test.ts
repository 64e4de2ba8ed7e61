import { describe, expect, test } from 'vitest'
import { runSync, type Effect } from '../core/effects.ts'
import { applyEdits, type Diagnostic } from '../core/diagnostic.ts'
import type { DnsRecord } from '../core/dns.ts'
import { createResolver } from '../dns/resolver.ts'
import { readMarks } from '../dns/testing/marks.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { crossRecordRules, adviceRules } from './cross-record/rules/index.ts'
import { adviseCrossRecords, lintCrossRecords } from './cross-record/lint.ts'
import { lintMx } from './mx/lint.ts'
import { mxRules } from './mx/rules/index.ts'
import { spfDnsRules } from './spf/dns-dependent-rules/index.ts'
import { lintSpfThroughDns } from './spf/lint-dns-dependent.ts'

interface Family {
  readonly rules: readonly {
    readonly code: string
    readonly bad: readonly string[]
    readonly good: readonly string[]
  }[]
  /** @param text The example, for what it says in comments. */
  lint(all: readonly DnsRecord[], text: string): Effect<Diagnostic[]>
}

const families: readonly Family[] = [
  {
    rules: spfDnsRules,
    *lint(all) {
      const found: Diagnostic[] = []
      for (const record of all)
        if ('strings' in record) found.push(...(yield* lintSpfThroughDns(record, all)))
      return found
    },
  },
  { rules: mxRules, lint: (all, text) => lintMx(all, policiesIn(text)) },
  { rules: crossRecordRules, lint: lintCrossRecords },
  { rules: adviceRules, lint: adviseCrossRecords },
]

/** `; policy of a.example: version: STSv1|mode: …` */
const policiesIn = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/^; policy of (\S+): (.*)$/gm)].map(([, domain = '', lines = '']) => [
      domain,
      lines.replaceAll('|', '\n'),
    ]),
  )

/** Everything that a family finds in a zone that holds all names. */
function findAll({ lint }: Family, text: string): Diagnostic[] {
  const { zone, problems } = parseZone(text, { origin: '' })
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
  const dns = createResolver([zone])
  const all = zone.records.map(({ record }) => record)
  return runSync(lint(all, text), (question) =>
    question.ask === 'dns' ? dns.query(question.name, question.type) : undefined,
  )
}

/** What these tell stands in the records alone. */
const SILENT = [
  ...['spf/too-many-lookups', 'spf/lookups-nearly-spent', 'mx/not-in-policy'],
  ...['dmarc/strict-subdomain', 'dmarc/split-organization'],
]

const of = (code: string, found: readonly Diagnostic[]): Diagnostic[] =>
  found.filter((one) => one.code === code)

const errors = (found: readonly Diagnostic[]): number =>
  found.filter(({ severity }) => severity === 'error').length

const bySpan = (a: Diagnostic, b: Diagnostic): number => a.span.from - b.span.from

const cases = families.flatMap((family) => family.rules.map((rule) => ({ ...rule, family })))

test('every code stands once', () =>
  expect(new Set(cases.map(({ code }) => code)).size).toBe(cases.length))

test('advice is only a hint', () =>
  expect(adviceRules.map(({ severity }) => severity)).toEqual(adviceRules.map(() => 'hint')))

describe.each(cases)('$code', ({ code, bad, good, family }) => {
  test.each(bad)('finds what is marked, and each fix mends it: %s', (example) => {
    const { text, marks } = readMarks(example)
    const found = findAll(family, text)
    expect(marks.length).toBeGreaterThan(0)
    expect(
      of(code, found)
        .sort(bySpan)
        .map(({ span }) => span),
    ).toEqual(marks)
    for (const { fixes } of of(code, found))
      for (const { edits } of fixes) {
        const mended = findAll(family, applyEdits(text, edits))
        expect(of(code, mended).length).toBeLessThan(of(code, found).length)
        expect(errors(mended)).toBeLessThanOrEqual(errors(found))
      }
  })

  test.each(good)('is silent: %s', (example) => {
    const found = findAll(family, example)
    expect(of(code, found)).toEqual([])
    expect(errors(found)).toBe(0)
  })

  test.each(bad)('says nothing where DNS does not answer: %s', (example) => {
    const { text } = readMarks(example)
    const all = parseZone(text, { origin: '' }).zone.records.map(({ record }) => record)
    const found = runSync(family.lint(all, text), () => ({ status: 'timeout', records: [] }))
    const asks = !SILENT.includes(code)
    if (asks) expect(of(code, found)).toEqual([])
  })
})

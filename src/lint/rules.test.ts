import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../core/diagnostic.ts'
import { joinedText, type DnsRecord, type TextData } from '../core/dns.ts'
import { mapPlain } from '../core/mapped-text.ts'
import { toDiagnostic, type Rule } from '../core/rule.ts'
import { span, type Span } from '../core/span.ts'
import { bimiSubjectOf, lintBimi } from './bimi/lint.ts'
import { bimiRules } from './bimi/rules/index.ts'
import { parseKeyRecord } from '../auth/dkim/key.ts'
import { lintDkim } from './dkim/lint.ts'
import { keyRules } from './dkim/rules/index.ts'
import { lintDmarc, subjectOf } from './dmarc/lint.ts'
import { dmarcRules } from './dmarc/rules/index.ts'
import { lintStsRecord, stsSubjectOf } from './mta-sts/lint.ts'
import { stsRules } from './mta-sts/rules/index.ts'
import { readRuleExample, type RuleExample } from './rule-example.ts'
import { lintTlsRpt, tlsRptSubjectOf } from './tls-rpt/lint.ts'
import { tlsRptRules } from './tls-rpt/rules/index.ts'

interface Family<Subject> {
  readonly owner: string
  readonly rules: readonly Rule<Subject>[]
  readonly subject: (example: RuleExample) => Subject
  readonly lint: (record: DnsRecord & TextData, all: readonly DnsRecord[]) => Diagnostic[]
}

const dkim: Family<Parameters<(typeof keyRules)[number]['check']>[0]> = {
  owner: 's1._domainkey.example.com',
  rules: keyRules,
  subject: ({ record, all }) => ({
    record: parseKeyRecord(joinedText(record)),
    owner: record.name,
    all,
  }),
  lint: lintDkim,
}

const dmarc: Family<Parameters<(typeof dmarcRules)[number]['check']>[0]> = {
  owner: '_dmarc.example.com',
  rules: dmarcRules,
  subject: ({ record, all }) => subjectOf(record, all),
  lint: lintDmarc,
}

const mtaSts: Family<Parameters<(typeof stsRules)[number]['check']>[0]> = {
  owner: '_mta-sts.example.com',
  rules: stsRules,
  subject: ({ record, all }) => stsSubjectOf(record, all),
  lint: lintStsRecord,
}

const tlsRpt: Family<Parameters<(typeof tlsRptRules)[number]['check']>[0]> = {
  owner: '_smtp._tls.example.com',
  rules: tlsRptRules,
  subject: ({ record, all }) => tlsRptSubjectOf(record, all),
  lint: lintTlsRpt,
}

const bimi: Family<Parameters<(typeof bimiRules)[number]['check']>[0]> = {
  owner: 'default._bimi.example.com',
  rules: bimiRules,
  subject: ({ record, all }) => bimiSubjectOf(record, all),
  lint: lintBimi,
}

/** The example without its marks, and the spans that they stand around in the record's text. */
function unmark(example: string, owner: string): RuleExample & { marked: Span[] } {
  const clean = readRuleExample(example.replace(/[«»]/g, ''), owner)
  const text = joinedText(readRuleExample(example, owner).record)
  const marked = [...text.matchAll(/«([^»]*)»/g)].map((found, index) =>
    span(found.index - index * 2, found.index - index * 2 + found[1]!.length),
  )
  return { ...clean, marked }
}

function withText({ record, all }: RuleExample, text: string): RuleExample {
  const changed = { ...record, strings: [text] }
  return { record: changed, all: all.map((one) => (one === record ? changed : one)) }
}

function suite<Subject>(name: string, family: Family<Subject>): void {
  const { rules, subject, owner, lint } = family
  const findings = (rule: Rule<Subject>, example: RuleExample): Diagnostic[] =>
    [...rule.check(subject(example))].map((finding) =>
      toDiagnostic(rule, finding, { file: 'x', text: mapPlain(joinedText(example.record)) }),
    )
  const errors = ({ record, all }: RuleExample): string[] =>
    lint(record, all).flatMap(({ code, severity }) => (severity === 'error' ? [code] : []))

  const bad = rules.flatMap((rule) =>
    rule.bad.map((example) => [rule.code, example, rule] as const),
  )
  const good = rules.flatMap((rule) =>
    rule.good.map((example) => [rule.code, example, rule] as const),
  )

  describe(name, () => {
    test('every code stands once, in its family', () => {
      expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
      for (const { code } of rules) expect(code).toMatch(new RegExp(`^${name}/[a-z0-9-]+$`))
    })

    test.each(bad)('%s finds what is marked: %s', (_, example, rule) => {
      const { marked, ...given } = unmark(example, owner)
      const found = findings(rule, given)
      expect(marked.length).toBeGreaterThan(0)
      expect(found.map((one) => one.span).sort((a, b) => a.from - b.from)).toEqual(marked)
      // The whole lint finds it too: no other rule's business hides it.
      expect(lint(given.record, given.all).map(({ code }) => code)).toContain(rule.code)
    })

    test.each(good)('%s is silent: %s', (_, example, rule) =>
      expect(findings(rule, readRuleExample(example, owner))).toEqual([]),
    )

    test.each(bad)('%s: each fix mends it and breaks nothing: %s', (_, example, rule) => {
      const { marked: _marks, ...given } = unmark(example, owner)
      const before = findings(rule, given)
      for (const { fixes } of before)
        for (const { edits } of fixes) {
          const mended = withText(given, applyEdits(joinedText(given.record), edits))
          expect(findings(rule, mended).length).toBeLessThan(before.length)
          const known = errors(given)
          expect(errors(mended).filter((code) => !known.includes(code))).toEqual([])
        }
    })
  })
}

suite('dkim', dkim)
suite('dmarc', dmarc)
suite('mta-sts', mtaSts)
suite('tls-rpt', tlsRpt)
suite('bimi', bimi)

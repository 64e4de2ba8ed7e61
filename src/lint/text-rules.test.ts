import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../core/diagnostic.ts'
import { mapPlain } from '../core/mapped-text.ts'
import { toDiagnostic, type Rule } from '../core/rule.ts'
import { readMarks } from '../dns/testing/marks.ts'
import { latin1 } from '../core/bytes.ts'
import { fieldNamed } from '../message/field.ts'
import { parseMessage } from '../message/parse.ts'
import { lintArc } from './arc/lint.ts'
import { arcSubject } from './arc/subject.ts'
import { arcRules } from './arc/rules/index.ts'
import { lintSignature } from './dkim/lint-signature.ts'
import { signatureRules } from './dkim/signature-rules/index.ts'
import { signatureSubject } from './dkim/signature-subject.ts'
import { lintUnsubscribe } from './list-unsubscribe/lint.ts'
import { unsubscribeRules } from './list-unsubscribe/rules/index.ts'
import { unsubscribeSubject } from './list-unsubscribe/subject.ts'
import { lintResults } from './results/lint.ts'
import { parseResults } from '../auth/results/parse.ts'
import { resultsRules } from './results/rules/index.ts'

/** Rules whose examples are the text itself that they are about: a field's value, a message. */
interface Family<Subject> {
  readonly rules: readonly Rule<Subject>[]
  readonly subject: (text: string) => Subject
  readonly lint: (text: string) => Diagnostic[]
}

function suite<Subject>(name: string, { rules, subject, lint }: Family<Subject>): void {
  const findings = (rule: Rule<Subject>, text: string): Diagnostic[] =>
    [...rule.check(subject(text))].map((finding) =>
      toDiagnostic(rule, finding, { file: 'x', text: mapPlain(text) }),
    )
  const errors = (text: string): string[] =>
    lint(text).flatMap(({ code, severity }) => (severity === 'error' ? [code] : []))
  const bad = rules.flatMap((rule) => rule.bad.map((one) => [rule.code, one, rule] as const))
  const good = rules.flatMap((rule) => rule.good.map((one) => [rule.code, one, rule] as const))

  describe(name, () => {
    test('each rule has a code of its own, a reason and examples', () => {
      expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length)
      for (const rule of rules) {
        expect(rule.code).toMatch(new RegExp(`^${name}/[a-z0-9-]+$`))
        expect(rule.why).toMatch(/[.!]$/)
        expect(Math.min(rule.bad.length, rule.good.length)).toBeGreaterThan(0)
      }
    })

    test.each(bad)('%s finds what is marked: %s', (_, example, rule) => {
      const { text, marks } = readMarks(example)
      expect(marks.length).toBeGreaterThan(0)
      const spans = findings(rule, text).map(({ span }) => span)
      expect(spans.sort((a, b) => a.from - b.from)).toEqual(marks)
      // The whole lint finds it too: no other rule's business hides it.
      expect(lint(text).map(({ code }) => code)).toContain(rule.code)
    })

    test.each(good)('%s is silent: %s', (_, example, rule) =>
      expect(findings(rule, example)).toEqual([]),
    )

    test.each(bad)('%s: each fix mends it and breaks nothing: %s', (_, example, rule) => {
      const { text } = readMarks(example)
      const before = findings(rule, text)
      for (const { fixes } of before)
        for (const { edits } of fixes) {
          const mended = applyEdits(text, edits)
          expect(findings(rule, mended).length).toBeLessThan(before.length)
          const known = errors(text)
          expect(errors(mended).filter((code) => !known.includes(code))).toEqual([])
        }
    })
  })
}

suite('results', {
  rules: resultsRules,
  subject: (text) => parseResults(text),
  lint: (text) => lintResults(text),
})

const messageOf = (text: string) => parseMessage(latin1(text))

function signatureOf(text: string) {
  const message = messageOf(text)
  const field = fieldNamed(message, 'DKIM-Signature')
  if (!field) throw new Error('The example has no DKIM-Signature field.')
  return { message, field }
}

suite('signature', {
  rules: signatureRules,
  subject(text) {
    const { message, field } = signatureOf(text)
    return signatureSubject(message, field)
  },
  lint(text) {
    const { message, field } = signatureOf(text)
    return lintSignature(field, message)
  },
})

suite('unsubscribe', {
  rules: unsubscribeRules,
  subject: (text) => unsubscribeSubject(messageOf(text)),
  lint: (text) => lintUnsubscribe(messageOf(text)),
})

suite('arc', {
  rules: arcRules,
  subject: (text) => arcSubject(messageOf(text)),
  lint: (text) => lintArc(messageOf(text)),
})

import { describe, expect, test } from 'vitest'
import { span } from '../../../core/span.ts'
import type { TargetedHint } from '../../../lessons/lesson.ts'
import { finding } from '../../../lessons/testing/evidence.ts'
import type { Cause } from './causes.ts'
import { judgeOutcome } from './judge.ts'
import type { Mutant } from './mutant.ts'
import type { Outcome } from './outcome.ts'

const outcome = (parts: Partial<Outcome> = {}): Outcome => ({
  ...{ replies: [], codes: [], running: 'nc', reached: new Set<string>(), isDone: false },
  ...{ hints: [], findings: [], verdicts: '' },
  ...parts,
})

const hint = (id: string, ...answers: readonly Cause[]): TargetedHint => ({
  ...{ id, text: 'No.', when: { kind: 'no-errors' }, answers },
})

const mutant = (cause: Cause, more: Partial<Mutant> = {}): Mutant => ({
  ...{ cause, what: 'a mistake', moves: [], at: 0 },
  ...more,
})

const touched = { file: 'example.org.zone', span: span(20, 25), record: span(10, 40) }
const marked = (from: number, to: number, severity: 'error' | 'warning' = 'error') => ({
  ...finding('spf/x', severity, 'No.'),
  span: span(from, to),
})

describe('a mistake is answered', () => {
  test('by a hint that lists it', () =>
    expect(
      judgeOutcome(mutant('no-dot'), {
        outcome: outcome({ hints: [hint('dots', 'end-for-dot', 'no-dot')] }),
        right: undefined,
      }),
    ).toEqual({ result: 'answered', by: 'the hint `dots`' }))

  test.each<[string, number, number, string]>([
    ['on what was changed', 22, 23, 'answered'],
    ['elsewhere in the record', 12, 14, 'answered'],
    ['of another record', 60, 70, 'unanswered'],
  ])('by a finding: %s', (_, from, to, result) =>
    expect(
      judgeOutcome(mutant('ip-typo', { touched }), {
        outcome: outcome({ findings: [marked(from, to)] }),
        right: outcome(),
      }).result,
    ).toBe(result),
  )

  test('not by a finding that the solution has too', () =>
    expect(
      judgeOutcome(mutant('ip-typo', { touched }), {
        outcome: outcome({ findings: [marked(22, 23)] }),
        right: outcome({ findings: [marked(24, 25)] }),
      }).result,
    ).toBe('unanswered'))

  test.each<[Cause, string, string]>([
    ['no-close-bracket', '501 5.1.7 The angle bracket `<` is not closed with `>`', 'answered'],
    ['no-close-bracket', '501 5.5.4 Write MAIL FROM:<you@example.net>', 'unanswered'],
    ['wrong-domain', '554 5.7.1 <x> is not one of my domains', 'answered'],
    ['wrong-domain', '550 5.1.1 No mailbox <x> here', 'unanswered'],
    ['no-ehlo', '503 5.5.1 Say EHLO and your name before MAIL', 'answered'],
    ['no-blank-line', '250 2.0.0 Message accepted', 'unanswered'],
  ])('by a reply that names it: %s, %s', (cause, reply, result) =>
    expect(
      judgeOutcome(mutant(cause), { outcome: outcome({ replies: [reply] }), right: undefined })
        .result,
    ).toBe(result),
  )
})

describe('a mistake is answered wrongly', () => {
  test('by any hint that may show and does not list it, whatever stands before it', () =>
    expect(
      judgeOutcome(mutant('no-dot'), {
        outcome: outcome({ hints: [hint('dots', 'no-dot'), hint('other', 'no-rcpt')] }),
        right: undefined,
      }),
    ).toEqual({ result: 'wrong', by: 'the hint `other`' }))

  test.each([
    ['RCPT', 'Did you mean MAIL?', 'wrong'],
    ['MAIL', 'Did you mean MAIL?', 'answered'],
    ['EHLO', 'Did you mean HELO?', 'answered'],
  ])('by a reply that takes %s for another verb: %s', (meant, advice, result) =>
    expect(
      judgeOutcome(mutant('verb-typo', { meant }), {
        outcome: outcome({ replies: [`500 5.5.2 I do not know \`X\`. ${advice}`] }),
        right: undefined,
      }).result,
    ).toBe(result),
  )

  test.each([
    ['error', 'wrong'],
    ['warning', 'answered'],
  ] as const)('by a lesson that is done in spite of a new %s: %s', (severity, result) =>
    expect(
      judgeOutcome(mutant('ip-typo', { touched }), {
        outcome: outcome({ isDone: true, findings: [marked(22, 23, severity)] }),
        right: outcome({ isDone: true }),
      }).result,
    ).toBe(result),
  )
})

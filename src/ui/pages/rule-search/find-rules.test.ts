import { expect, test } from 'vitest'
import { findRules, isEmpty, type RuleEntry } from './find-rules.ts'

const entry = (code: string, severity: RuleEntry['severity'], why: string): RuleEntry => ({
  ...{ code, severity, why },
  family: code.split('/')[0]!,
  title: code.split('/')[1]!.replaceAll('-', ' '),
  section: code.startsWith('spf') ? 'RFC 7208 §5.1' : 'RFC 9989 §4.7',
})

const rules = [
  entry('spf/terms-after-all', 'warning', 'SPF stops at the first match.'),
  entry('spf/redirect-loop', 'error', 'Its `redirect` leads back to it.'),
  entry('dmarc/absent', 'error', 'No record: a redirect does not help.'),
]

test.each([
  ['terms', '', ['spf/terms-after-all']],
  ['FIRST stops', '', ['spf/terms-after-all']],
  ['spf/', '', ['spf/terms-after-all', 'spf/redirect-loop']],
  ['9989 §4', '', ['dmarc/absent']],
  ['redirect leads', '', ['spf/redirect-loop']],
  ['error', '', ['spf/redirect-loop', 'dmarc/absent']],
  ['spf', 'error', ['spf/redirect-loop']],
  ['', 'warning', ['spf/terms-after-all']],
  ['nothing such', '', []],
])('"%s" of severity "%s" finds %j', (words, severity, codes) =>
  expect(findRules(rules, { words, severity }).map(({ code }) => code)).toEqual(codes),
)

test('a word in a name comes before the same word in a reason', () =>
  expect(
    findRules(rules.toReversed(), { words: 'redirect', severity: '' }).map(({ code }) => code),
  ).toEqual(['spf/redirect-loop', 'dmarc/absent']))

test('a query of spaces asks for nothing', () => {
  expect(isEmpty({ words: '  ', severity: '' })).toBe(true)
  expect(isEmpty({ words: '', severity: 'error' })).toBe(false)
})

import { expect, test } from 'vitest'
import { findRules, isEmpty, type RuleEntry, type RuleQuery } from './find-rules.ts'

const entry = (code: string, severity: RuleEntry['severity'], why: string): RuleEntry => ({
  ...{ code, severity, why },
  family: code.split('/')[0]!,
  title: code.split('/')[1]!.replaceAll('-', ' '),
  records: code.startsWith('spf') ? ['TXT'] : ['TXT', 'MX'],
  section: code.startsWith('spf') ? 'RFC 7208 §5.1' : 'RFC 9989 §4.7',
})

const ask = (query: Partial<RuleQuery>): RuleQuery => ({
  ...{ words: '', severity: '', family: '', record: '', ...query },
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
  expect(findRules(rules, ask({ words, severity })).map(({ code }) => code)).toEqual(codes),
)

test('a word in a name comes before the same word in a reason', () =>
  expect(findRules(rules.toReversed(), ask({ words: 'redirect' })).map(({ code }) => code)).toEqual(
    ['spf/redirect-loop', 'dmarc/absent'],
  ))

test('a family and a record narrow it down', () => {
  const codes = (query: Partial<RuleQuery>) => findRules(rules, ask(query)).map(({ code }) => code)
  expect(codes({ family: 'dmarc' })).toEqual(['dmarc/absent'])
  expect(codes({ record: 'MX' })).toEqual(['dmarc/absent'])
  expect(codes({ family: 'spf', record: 'MX' })).toEqual([])
})

test('a query of spaces asks for nothing', () => {
  expect(isEmpty(ask({ words: '  ' }))).toBe(true)
  expect(isEmpty(ask({ severity: 'error' }))).toBe(false)
})

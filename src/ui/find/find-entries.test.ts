import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findEntries, findKinds, MOST_FOUND, type FindEntry } from './find-entries.ts'

const entries: FindEntry[] = [
  ['rule', 'Terms after all', 'rules/spf/terms-after-all/', 'spf/terms-after-all', 'warning'],
  ['lesson', 'Ten lookups', 'lessons/ten-lookups/', 'SPF', 'count what a record costs'],
  ['term', 'lookup limit', 'glossary/#lookup-limit', 'SPF', 'ten lookups'],
  ['term', 'DKIM signature', 'glossary/#dkim-signature', '', 'signature'],
  ['term', 'DKIM', 'glossary/#dkim', '', ''],
  ['code', 'x.1.1', 'codes/#status-1-1', '', '2.1.1 4.1.1 5.1.1'],
  ['code', 'x.7.x', 'codes/#status-subject-7', 'Security', ''],
  ['code', '4.x.x', 'codes/#status-class-4', 'For now', ''],
  ['code', '550', 'codes/#smtp-550', 'Refused', ''],
  ['code', '421', 'codes/#smtp-421', 'Closing', ''],
  ['tool', 'Sandbox', 'sandbox/', '', ''],
]

test.each([
  ['550', ['550']],
  ['5.1.1', ['x.1.1']],
  ['dkim', ['DKIM', 'DKIM signature']],
  ['lookups', ['Ten lookups', 'lookup limit']],
  ['TEN  look', ['Ten lookups', 'lookup limit']],
  ['spf/', ['Terms after all']],
  ['dksig', ['DKIM signature']],
  ['after warning', ['Terms after all']],
  ['', ['Ten lookups', 'Sandbox']],
  ['zzz', []],
  ['550 5.1.1', ['x.1.1', '550']],
  ['550-5.1.1 The email account that you tried to reach does not exist.', ['x.1.1', '550']],
  ['said: 550 5.1.1. (in reply to RCPT TO)', ['x.1.1', '550']],
  ['550; 5.1.1', ['x.1.1', '550']],
  ['dsn=5.1.1, status=bounced', ['x.1.1']],
  ['421 4.7.650', ['x.7.x', '4.x.x', '421']],
  ['4.7.650', ['x.7.x', '4.x.x']],
  ['from 5.1.1.9 port 550', ['550']],
  ['2026-05-14 17:49:33 on 198.51.100.421', []],
])('"%s" finds %j', (query, titles) =>
  expect(findEntries(entries, query).map(([, title]) => title)).toEqual(titles),
)

test('what is typed never finds more than is read, and whatever it is', () => {
  const many = Array.from({ length: 500 }, (_, at): FindEntry => [
    'rule',
    `rule ${at}`,
    '',
    '',
    findKinds.join(' '),
  ])
  expect(findEntries(many, 'rule')).toHaveLength(MOST_FOUND)
  fc.assert(fc.property(fc.string(), (query) => void findEntries(entries, query)))
})

import { describe, expect, test } from 'vitest'
import { applyEdits, type Diagnostic } from '../core/diagnostic.ts'
import { joinedText } from '../core/dns.ts'
import { mapPlain } from '../core/mapped-text.ts'
import { runRules } from '../core/rule.ts'
import type { RecordFormat } from '../auth/tag-format.ts'
import { parseTagList, type TagList } from '../auth/tag-list.ts'
import { readMarks } from '../core/marks.ts'
import { readRecordExample } from './example-records.ts'
import { inRunOrder } from './family.ts'
import { exampleOwner } from './tag-examples.ts'
import type { RecordTagFamily } from './tag-family.ts'
import type { TagSubject } from './tag-record.ts'
import { recordTagRules, tagRules } from './tag-rules.ts'

const source = { rfc: 6376, section: '3.2' }

/** A format that no rule of its own exists for. */
const stamps: RecordFormat = {
  name: 'postage',
  noun: 'a postage record',
  meaning: 'States what a stamp costs.',
  readers: 'receivers',
  source,
  version: { value: 'POST1', stem: 'POST', required: true, begins: 'flush' },
  tags: {
    v: { meaning: 'The version.', syntax: 'v=POST1', required: true, source },
    cost: { meaning: 'The price of a stamp.', syntax: 'cost=cents', source },
  },
  duplicates: 'void',
  spaceBesideEquals: true,
  owner: { labels: '_postage', attempt: /cost/ },
  example: 'v=POST1; cost=80',
}

type Subject = TagSubject<TagList>

const familyOf = (
  format: Partial<RecordFormat>,
  more?: Partial<RecordTagFamily<Subject>>,
): RecordTagFamily<Subject> => ({
  code: 'postage',
  format: { ...stamps, ...format },
  listOf: ({ record }) => record,
  ...more,
})

/** What the family's rules find in an example. */
function lint(family: RecordTagFamily<Subject>, example: string): Diagnostic[] {
  const { record, all } = readRecordExample(example, exampleOwner(family.format))
  const text = joinedText(record)
  return runRules(
    recordTagRules(family),
    { record: parseTagList(text), owner: record.name, all },
    { file: 'x', text: mapPlain(text) },
  )
}

const three = ['version-first', 'version-missing', 'version-value'] as const

/** The made-up format as it is, and with what other formats have in its place. */
const families: [how: string, RecordTagFamily<Subject>][] = [
  ['as it is', familyOf({})],
  [
    'with three rules of its version',
    familyOf({}, { rules: { [three[0]]: {}, [three[1]]: {}, [three[2]]: {} } }),
  ],
  ['with an exact version', familyOf({ version: { ...stamps.version, begins: 'literal' } })],
  ['where the first of two counts', familyOf({ duplicates: 'first-counts' })],
  ['where each counts', familyOf({ duplicates: 'each-counts' })],
  ['below a selector', familyOf({ owner: { ...stamps.owner, selector: 'letter' } })],
]

test('a new format has all shared rules', () =>
  expect(inRunOrder(recordTagRules(familyOf({}))).map(({ code }) => code)).toEqual([
    ...['postage/doubled-origin', 'postage/duplicate-tag', 'postage/several-records'],
    ...['postage/tag-case', 'postage/tag-syntax', 'postage/version', 'postage/wrong-owner'],
    'postage/unknown-tag',
  ]))

test('a header field has those of its list', () =>
  expect(tagRules(familyOf({})).map(({ code }) => code)).toEqual([
    ...['postage/duplicate-tag', 'postage/tag-case', 'postage/tag-syntax'],
    ...['postage/unknown-tag', 'postage/version'],
  ]))

describe.each(families)('a format %s', (_, family) => {
  const rules = recordTagRules(family)
  const of = (code: string, example: string) =>
    lint(family, example).filter((found) => found.code === code)

  test.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
    expect(rule.why).toMatch(/[.]$/)
    for (const marked of rule.bad) {
      const start = readRecordExample(marked.replace(/[«»]/g, ''), 'x').record.strings[0]!
      const { text, marks } = readMarks(marked)
      const found = of(code, text)
      const offset = text.indexOf(start)
      expect(found.map(({ span }) => ({ from: span.from + offset, to: span.to + offset }))).toEqual(
        marks,
      )
      for (const { fixes } of found)
        for (const { edits } of fixes)
          expect(of(code, text.slice(0, offset) + applyEdits(text.slice(offset), edits))).toEqual(
            [],
          )
    }
    for (const example of rule.good) expect(lint(family, example)).toEqual([])
  })
})

test.each([
  ['v=POST1; cost=80; price=1', '`price=` is no tag of a postage record, so it is ignored.'],
  ['v=POST1; Cost=80', '`Cost=` is not `cost=`: write it in lower case.'],
  ['cost=80', 'The record must begin with `v=POST1`; without it receivers pass it over.'],
  [
    'post.example.com TXT v=POST1',
    'No host looks for postage at `post.example.com`: the record belongs at `_postage.post.example.com`.',
  ],
  [
    'shop._postage.example.com TXT v=POST1',
    'No host looks for postage at `shop._postage.example.com`: the record belongs at `_postage.shop.example.com`.',
  ],
])('%s: %s', (example, message) =>
  expect(lint(familyOf({}), example).map((found) => found.message)).toEqual([message]),
)

test('its own words take the place of the shared ones', () => {
  const [rule] = recordTagRules(familyOf({}, { rules: { 'tag-case': { severity: 'hint' } } }))
  expect(rule).toMatchObject({ code: 'postage/tag-case', severity: 'hint', source })
})

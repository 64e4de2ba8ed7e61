import { expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { documentsOf, domainsIn, MAX_KEPT, nothingGiven, readGiven, writeGiven } from './given.ts'
import { givenOf, linkedOf } from './linked.ts'

const given = {
  ...{ text: '<feedback/>', own: 'example.org, example.net', zone: '@ A 192.0.2.1' },
  files: [
    { name: 'a.xml.gz', bytes: new Uint8Array([0x1f, 0x8b, 255, 0]) },
    { name: 'b.xml', bytes: utf8('<ü/>') },
  ],
}

test('what was given comes back as it was', () => {
  expect(readGiven(writeGiven(given)!)).toEqual(given)
  expect(givenOf(linkedOf(given))).toEqual(given)
})

test.each([null, '', '{', '[]', '{"files":[1,{"name":"a","base64":"%"}]}'])(
  '%j is nothing',
  (kept) => expect(readGiven(kept)).toEqual(nothingGiven),
)

test('what is too large is not kept', () =>
  expect(writeGiven({ ...given, text: 'x'.repeat(MAX_KEPT) })).toBeUndefined())

test('the field is one document more', () => {
  expect(documentsOf(given, 'pasted').map(({ name }) => name)).toEqual([
    'a.xml.gz',
    'b.xml',
    'pasted',
  ])
  expect(documentsOf({ ...given, text: ' \n' }, 'pasted')).toHaveLength(2)
})

test('domains stand between commas or white space', () =>
  expect(domainsIn(' example.org,example.net\texample.com ')).toEqual([
    ...['example.org', 'example.net', 'example.com'],
  ]))

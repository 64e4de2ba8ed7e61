import { expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import type { HostSpec, SubmissionSpec } from '../spec.ts'
import { foreignAuthor, refusedAuthor } from './own-author.ts'

const host = {
  aliases: [{ address: 'orders@example.org', to: ['alice@example.org'] }],
} as unknown as HostSpec
const own = { authors: 'own' } as unknown as SubmissionSpec
const from = (author: string) => utf8(`From: ${author}\r\nSubject: Hi\r\n\r\nHi\r\n`)

test.each([
  ['their own address', 'Alice <Alice@Example.org>', undefined],
  ['an alias that leads to them', 'orders@example.org', undefined],
  ['a neighbour', 'Dario <dario@example.org>', 'dario@example.org'],
  ['nobody', '', ''],
])('the owner of a mailbox who writes as %s', (_, author, foreign) =>
  expect(foreignAuthor(host, own, 'alice@example.org', from(author))).toBe(foreign),
)

test('without the setting anybody may stand in From', () => {
  const any = {} as unknown as SubmissionSpec
  expect(foreignAuthor(host, any, 'eve@cellar.test', from('alice@example.org'))).toBeUndefined()
})

test('the refusal names both', () =>
  expect(refusedAuthor('eve@cellar.test', 'alice@example.org')).toMatchObject({
    code: 550,
    enhanced: '5.7.1',
    text: 'eve@cellar.test may not write as alice@example.org',
  }))

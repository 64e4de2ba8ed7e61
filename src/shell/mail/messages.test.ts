import { expect, test } from 'vitest'
import { applyData, has, noMessages, unreadIn } from './messages.ts'

const fetched = (number: number, subject: string, flags: readonly string[]) =>
  ({
    ...{ type: 'fetch', number, flags, sections: new Map() },
    envelope: { subject, from: [{ mailbox: 'alice', host: 'example.org' }] },
  }) as unknown as Parameters<typeof applyData>[1]

const two = [
  { type: 'exists', number: 2 } as const,
  fetched(1, 'One', ['\\Seen']),
  fetched(2, 'Two', []),
].reduce(applyData, noMessages)

test('messages come at the end, and are known once fetched', () => {
  expect(two.entries.map(({ subject, from }) => [subject, from])).toEqual([
    ['One', 'alice@example.org'],
    ['Two', 'alice@example.org'],
  ])
  expect([two.unknownFrom, unreadIn(two)]).toEqual([3, 1])
  const three = applyData(two, { type: 'exists', number: 3 })
  expect([three.entries.length, three.unknownFrom]).toEqual([3, 3])
})

test('numbers move up where a message goes', () => {
  const one = applyData(two, { type: 'expunge', number: 1 })
  expect(one.entries.map(({ subject }) => subject)).toEqual(['Two'])
  expect(one.unknownFrom).toBe(2)
})

test('a message that is not there changes nothing; flags are compared without case', () => {
  expect(applyData(two, fetched(9, 'Nine', []))).toEqual(two)
  expect(has(two.entries[0]!, '\\seen')).toBe(true)
})

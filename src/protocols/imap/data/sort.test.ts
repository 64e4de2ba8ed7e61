import { describe, expect, test } from 'vitest'
import { utf8 } from '../../../core/bytes.ts'
import type { MessageRecord } from './search/record.ts'
import type { SortCriterion, SortKey } from './sort-key.ts'
import { sortMessages } from './sort.ts'

const mail = (seq: number, internalDate: number, ...header: readonly string[]): MessageRecord => ({
  seq,
  uid: seq,
  flags: [],
  internalDate,
  modSeq: 1,
  bytes: utf8(`${header.join('\r\n')}\r\n\r\n${'.'.repeat(10 - seq)}`),
})

const messages = [
  mail(
    1,
    500,
    'From: "Zoe" <adam@example.org>',
    'To: x@a.example',
    'Subject: Re: beta',
    'Date: 3 Jan 2020 00:00:00 +0000',
  ),
  mail(
    2,
    400,
    'From: bob@example.org',
    'To: "A friend" <y@a.example>',
    'Subject: Alpha',
    'Date: 2 Jan 2020 23:00:00 -0800',
  ),
  mail(
    3,
    300,
    'From: =?utf-8?q?=C3=84nne?= <Carol@example.org>',
    'Cc: z@a.example',
    'Subject: [x] BETA',
    'Date: 1 Jan 2020 00:00:00 +0000',
  ),
  mail(4, Date.parse('2020-01-01T12:00:00Z'), 'To: Friends: b@a.example;', 'Subject: alpha (fwd)'),
]

const sorted = (text: string): number[] => {
  const criteria = [...text.matchAll(/(REVERSE )?([A-Z]+)/g)].map(
    ([, reverse, key]): SortCriterion => ({
      key: key!.toLowerCase() as SortKey,
      reverse: reverse !== undefined,
    }),
  )
  return sortMessages(messages, criteria).map(({ seq }) => seq)
}

describe('SORT', () => {
  test.each([
    ['ARRIVAL', [3, 2, 1, 4]],
    ['REVERSE ARRIVAL', [4, 1, 2, 3]],
    ['DATE', [3, 4, 1, 2]], // 2 was sent at 07:00 UTC; 4 goes by its internal date
    ['SIZE', [4, 1, 2, 3].sort((a, b) => sizeOf(a) - sizeOf(b))],
    ['SUBJECT', [2, 4, 1, 3]],
    ['REVERSE SUBJECT', [1, 3, 2, 4]], // the order of the mailbox is not reversed
    ['SUBJECT REVERSE DATE', [2, 4, 1, 3]],
    ['SUBJECT DATE', [4, 2, 3, 1]],
    ['FROM', [4, 1, 2, 3]],
    ['TO', [3, 4, 1, 2]], // the mailbox of a group is its name
    ['CC', [1, 2, 4, 3]],
    ['DISPLAYFROM', [4, 3, 2, 1]],
    ['DISPLAYTO', [3, 2, 4, 1]],
    ['CC REVERSE FROM', [2, 1, 4, 3]],
  ])('(%s)', (criteria, order) => expect(sorted(criteria)).toEqual(order))
})

const sizeOf = (seq: number): number => messages[seq - 1]!.bytes.length

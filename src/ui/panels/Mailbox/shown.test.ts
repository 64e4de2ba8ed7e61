import { expect, test } from 'vitest'
import type { Folder, MailboxMessage } from '../../../world/mailboxes.ts'
import type { WorldEvent } from '../../../lab/types.ts'
import { emptyFolders, flagWords, lastNews, shownFolders } from './shown.ts'

const message = (uid: number): MailboxMessage => ({
  ...{ uid, modSeq: 1, flags: [], internalDate: 0, emailId: `E${uid}`, threadId: 'T' },
  bytes: new Uint8Array(),
})

const shown = (folders: readonly Folder[]): string[] =>
  shownFolders({ folders }).map(
    ({ label, messages }) => `${label}: ${messages.map(({ key }) => key).join(' ')}`,
  )

test('the inbox and junk are always shown, other folders once they hold something', () =>
  expect(
    shown([
      { name: 'INBOX', messages: [] },
      { name: 'Archive', messages: [message(7), message(9)] },
      { name: 'Spam', specialUse: '\\Junk', messages: [] },
      { name: 'Trash', specialUse: '\\Trash', messages: [] },
    ]),
  ).toEqual(['Inbox: ', 'Archive: 9 7', 'Spam: ']))

test('before a lab is open both are empty', () =>
  expect(shown(emptyFolders)).toEqual(['Inbox: ', 'Junk: ']))

test('flags are words, keywords stay', () =>
  expect(flagWords(['\\Answered', '\\Seen', '$Forwarded'])).toEqual([
    'answered',
    'seen',
    '$Forwarded',
  ]))

const NOON = Date.parse('2026-06-01T12:00:00Z')
const delivered = (at: number) => ({ type: 'delivered', at, mailbox: `${at}` }) as WorldEvent
const world = { mails: [], mailboxes: [], now: '2026-06-01T12:00:00Z' }

test.each([
  ['what came last', undefined, [1, 2], 2],
  ['where a plan ran before, what came since', 60, [30_000, 61_000], 61_000],
  ['where a plan ran before and nothing came since, nothing', 60, [30_000], undefined],
  ['nothing, where nothing came', undefined, [], undefined],
] as const)('news is %s', (_, opensAfter, times, expected) => {
  const events = times.map((time) => delivered(NOON + time))
  const news = lastNews(events, { world, ...(opensAfter !== undefined && { opensAfter }) })
  expect(news?.at).toBe(expected === undefined ? undefined : NOON + expected)
})

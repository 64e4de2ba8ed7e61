import { expect, test } from 'vitest'
import { latin1 } from '../core/bytes.ts'
import { snapshotOf } from './mailbox-snapshot.ts'
import type { Mailbox, MailboxMessage } from './mailboxes.ts'

const message = (uid: number, octets: number): MailboxMessage => ({
  ...{ uid, modSeq: 1, flags: ['\\Seen'], internalDate: 0, emailId: `E${uid}`, threadId: 'T' },
  bytes: latin1('\xff'.repeat(octets)),
})
const mailbox: Mailbox = {
  address: 'bob@example.org',
  folders: [
    { name: 'INBOX', messages: [message(1, 10), message(2, 10), message(3, 10)] },
    { name: 'Junk', specialUse: '\\Junk', messages: [message(1, 100)] },
  ],
}
const shown = (messages: number, octets: number): string[] =>
  snapshotOf(mailbox, { messages, octets }).folders.map(
    (folder) => `${folder.messages.map(({ uid }) => uid).join(' ')} of ${folder.count}`,
  )

test('what fits is there as it was', () =>
  expect(snapshotOf(mailbox, { messages: 9, octets: 999 })).toEqual({
    ...mailbox,
    folders: mailbox.folders.map((folder) => ({ ...folder, count: folder.messages.length })),
  }))

test.each([
  [9, 999, ['1 2 3 of 3', '1 of 1']],
  [2, 999, ['2 3 of 3', '1 of 1']],
  [9, 20, ['2 3 of 3', '1 of 1']],
  [9, 0, ['3 of 3', '1 of 1']],
])('of at most %i messages and %i octets the newest are kept', (messages, octets, kept) =>
  expect(shown(messages, octets)).toEqual(kept),
)

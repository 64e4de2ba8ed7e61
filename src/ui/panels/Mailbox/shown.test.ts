import { expect, test } from 'vitest'
import type { Folder, MailboxMessage } from '../../../world/mailboxes.ts'
import { emptyFolders, flagWords, shownFolders } from './shown.ts'

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

import { expect, test } from 'vitest'
import { writeJson } from '../../lab/octet-json.ts'
import type { LabOutput, MailboxSnapshot } from '../../lab/types.ts'
import { mailboxesIn } from './mailboxes-in.ts'

const bob: MailboxSnapshot = {
  address: 'bob@example.org',
  folders: [
    {
      ...{ name: 'INBOX', count: 3 },
      messages: [
        {
          ...{ uid: 3, modSeq: 1, flags: ['\\Seen'], internalDate: 0, emailId: 'E', threadId: 'T' },
          bytes: Uint8Array.of(0, 10, 255),
        },
      ],
    },
  ],
}

test('the mail is read as it was written', () => {
  const output: LabOutput = { kind: 'mailboxes', run: 1, mailboxes: [bob] }
  expect(mailboxesIn(writeJson(output))).toEqual([bob])
})

test.each(['', '{', 'null', '[]', '{"kind":"mailboxes","run":1}', '{"kind":"opened","run":1}'])(
  '%j holds no mail',
  (text) => expect(() => mailboxesIn(text)).toThrow(/\.$/),
)

import { utf8 } from '../../../core/bytes.ts'

const lines = (...text: readonly string[]): Uint8Array => utf8(`${text.join('\r\n')}\r\n`)

/** The messages in Bob's INBOX when a transcript begins. */
export const messages: readonly Uint8Array[] = [
  lines(
    'From: Alice <alice@example.net>',
    'To: bob@example.org',
    'Subject: Lunch',
    'Date: Mon, 23 Nov 2026 10:00:00 +0000',
    'Message-ID: <1@example.net>',
    '',
    'Noon at the harbour?',
  ),
  lines(
    'From: Carol <carol@example.com>',
    'To: bob@example.org',
    'Subject: Minutes',
    'Date: Tue, 24 Nov 2026 09:00:00 +0000',
    'Message-ID: <2@example.com>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=cut',
    '',
    '--cut',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'See the file.',
    '--cut',
    'Content-Type: application/octet-stream; name=a.bin',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename=a.bin',
    '',
    'SGVsbG8A',
    '--cut--',
  ),
  lines(
    'From: Alice <alice@example.net>',
    'To: bob@example.org',
    'Subject: Re: Lunch',
    'Date: Tue, 24 Nov 2026 11:00:00 +0000',
    'Message-ID: <3@example.net>',
    'In-Reply-To: <1@example.net>',
    '',
    'Make it one o’clock.',
  ),
]

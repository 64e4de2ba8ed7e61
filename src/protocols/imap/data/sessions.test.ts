import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { utf8 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import {
  clientOctets,
  headerOf,
  parseTranscript,
  printTranscript,
  serverLines,
  type TranscriptLine,
} from '../../testing/transcript.ts'
import { openSession, step } from '../server/engine.ts'
import { hostDefaults, type ImapHost } from '../server/host.ts'
import type { ImapSession, Turn } from '../server/session.ts'

const folder = 'tests/transcripts/imap-data'
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

const NOON = Date.UTC(2026, 10, 25, 12)
const DAY = 86_400_000

const mail = (...lines: readonly string[]): Uint8Array => utf8(`${lines.join('\r\n')}\r\n`)

/** The messages in INBOX: plain ones, or parts in parts. */
const mailboxes: Readonly<Record<string, readonly Uint8Array[]>> = {
  messages: [
    mail(
      'From: Zoe Adams <zoe@example.net>',
      'To: bob@example.org',
      'Cc: Carol <carol@example.com>',
      'Subject: Lunch',
      'Date: Mon, 23 Nov 2026 23:30:00 -0800',
      'Message-ID: <1@example.net>',
      '',
      'Noon at the Café?',
    ),
    mail(
      'From: =?utf-8?q?J=C3=BCrgen?= <juergen@example.com>',
      'To: Friends: bob@example.org, dan@example.net;',
      'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= from Berlin',
      'Date: Sun, 22 Nov 2026 09:00:00 +0100',
      'Message-ID: <2@example.com>',
      '',
      'All the best',
    ),
    mail(
      'From: bob@example.org',
      'To: zoe@example.net',
      'Subject: Re: Lunch',
      'Date: Tue, 24 Nov 2026 08:00:00 +0000',
      'Message-ID: <3@example.org>',
      'In-Reply-To: <1@example.net>',
      '',
      'Make it one.',
    ),
    mail(
      'From: zoe@example.net',
      'Subject: [team] RE: lunch (fwd)',
      '',
      'One is fine, see you there.',
    ),
  ],
  parts: [
    mail(
      'From: alice@example.net',
      'Subject: Everything',
      'Content-Type: multipart/mixed; boundary=a',
      '',
      'preamble',
      '--a',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Gr=C3=BC=C3=9Fe',
      '--a',
      'Content-Type: application/octet-stream; name=a.bin',
      'Content-Disposition: attachment; filename="a file.bin"',
      'Content-Transfer-Encoding: base64',
      '',
      'SGVsbG8A',
      '--a',
      'Content-Type: message/rfc822',
      'Content-Description: what Carol wrote',
      '',
      'From: carol@example.com',
      'Subject: Inside',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      '',
      'plain',
      '--b',
      'Content-Type: text/html',
      'Content-Language: en, de',
      '',
      '<b>html</b>',
      '--b--',
      '--a',
      'Content-Transfer-Encoding: x-uuencode',
      '',
      'begin 644 x',
      '--a--',
    ),
    mail('From: alice@example.net', 'Subject: One part', '', 'First line', 'Second line'),
  ],
}

const host: ImapHost = {
  ...hostDefaults,
  name: 'imap.example.org',
  plaintextLogin: 'allowed',
  accounts: [{ login: 'bob', password: 'secret' }],
}

/** Plays the C lines in a session that has INBOX selected; gives the transcript as it came out. */
function replay(lines: readonly TranscriptLine[]): TranscriptLine[] {
  const header = headerOf({ lines })
  const names = ['Entwürfe', 'Lists/Cooking/Bread', 'Sent', 'Tom & Jerry', '台北/日本語']
  const store = createMemoryStore({ mailboxes: names.map((name) => ({ name })) })
  const inbox = store.open('bob').mailbox('INBOX')!
  for (const [at, bytes] of mailboxes[header.mailbox ?? 'messages']!.entries())
    inbox.append([{ bytes, internalDate: NOON - (4 - at) * DAY }])
  inbox.store([1], { mode: 'add', flags: ['\\Seen', '$Work'] })
  inbox.store([2], { mode: 'add', flags: ['\\Flagged'] })
  let { session }: { session: ImapSession } = openSession(
    host,
    { address: '192.0.2.7', nonce: 'n0nce' },
    store,
    NOON,
  )
  const give = (bytes: Uint8Array): TranscriptLine[] => {
    const turn: Turn = step(session, { type: 'bytes', bytes })
    session = turn.session
    return turn.effects.flatMap((effect) =>
      effect.type === 'send' ? serverLines(effect.bytes) : [],
    )
  }
  const enable = header.enable ? `e ENABLE ${header.enable}\r\n` : ''
  give(utf8(`x LOGIN bob secret\r\n${enable}y SELECT INBOX\r\n`))
  return lines.flatMap((line) => {
    if (line.who === 'server') return []
    return line.who === 'client' ? [line, ...give(clientOctets(line.text))] : [line]
  })
}

test.each(names)('%s', async (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  const { transcript, problems } = parseTranscript(text)
  expect(problems).toEqual([])
  expect(transcript.lines[0]?.text).toMatch(/^RFC \d{4} §[\d.]+: /)
  const played = printTranscript({ lines: replay(transcript.lines) })
  await expect(played).toMatchFileSnapshot(`../../../../${folder}/${name}`)
})

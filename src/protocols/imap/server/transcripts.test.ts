import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { concatBytes, utf8 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import type { MailStore } from '../../store/store.ts'
import {
  clientOctets,
  headerOf,
  parseTranscript,
  printTranscript,
  serverLines,
  type TranscriptLine,
} from '../../shared/transcript.ts'
import { openSession, step } from './engine.ts'
import { hostDefaults, type ImapHost } from './host.ts'
import type { ImapSession, SessionInput, Turn } from './session.ts'

const folder = 'tests/transcripts/imap'
const names = readdirSync(folder).filter((name) => name.endsWith('.txt'))

/** Wed, 25 Nov 2026 12:00:00 UTC */
const NOON = Date.UTC(2026, 10, 25, 12)

const lines = (...text: readonly string[]): Uint8Array => utf8(`${text.join('\r\n')}\r\n`)

/** What stands in Bob's INBOX when a transcript begins. */
const letters = [
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

function storeFor(header: Record<string, string>): MailStore {
  const limits = header.quota ? { storage: Number(header.quota) } : {}
  const store = createMemoryStore({
    limits,
    mailboxes: [{ name: 'Sent', specialUse: '\\Sent' }, { name: 'Work' }, { name: 'Work/Plans' }],
  })
  const inbox = store.open('bob').mailbox('INBOX')!
  if (header.mailbox !== 'empty')
    for (const [at, bytes] of letters.entries())
      inbox.append([{ bytes, internalDate: NOON - (3 - at) * 86_400_000 }])
  inbox.store([1], { mode: 'add', flags: ['\\Seen'] })
  return store
}

const hostOf = (header: Record<string, string>): ImapHost => ({
  ...hostDefaults,
  name: 'imap.example.org',
  personality: header.host === 'dovecot' ? 'dovecot' : 'teaching',
  plaintextLogin: header.login === 'refused' ? 'refused' : 'allowed',
  literals: header.literals === 'LITERAL-' ? 'LITERAL-' : 'LITERAL+',
  startTls: header.startTls === 'absent' ? 'absent' : 'offered',
  quotas: header.quotas === 'settable' ? 'settable' : 'fixed',
  accounts: [{ login: 'bob', password: 'secret', address: 'bob@example.org' }],
})

/** How far each connection has come before the first line. */
const beginnings: Readonly<Record<string, string>> = {
  connected: '',
  loggedIn: 'x LOGIN bob secret\r\n',
  selected: 'x LOGIN bob secret\r\ny SELECT INBOX\r\n',
  examined: 'x LOGIN bob secret\r\ny EXAMINE INBOX\r\n',
  rev2: 'x LOGIN bob secret\r\ny ENABLE IMAP4rev2\r\nz SELECT INBOX\r\n',
}

/**
 * Plays the lines. `$ other` and `$ first` go to the other connection and back; `$ tls` brings TLS up;
 * `$ sleep 60` lets time pass.
 */
function replay(transcript: readonly TranscriptLine[]): TranscriptLine[] {
  const header = headerOf({ lines: transcript })
  const store = storeFor(header)
  const said = new Map<string, TranscriptLine[]>()
  const sessions = new Map<string, ImapSession>()
  let now = NOON
  const take = (name: string, turn: Turn): void => {
    sessions.set(name, turn.session)
    for (const effect of turn.effects)
      if (effect.type === 'send') said.get(name)!.push(...serverLines(effect.bytes))
  }
  const give = (name: string, input: SessionInput): void =>
    take(name, step(sessions.get(name)!, input))
  const open = (name: string): void => {
    said.set(name, [])
    take(name, openSession(hostOf(header), { address: '192.0.2.7', nonce: 'fyko+d2l' }, store, now))
    const before = beginnings[header.starts ?? 'connected']!
    if (before === '') return
    give(name, { type: 'bytes', bytes: utf8(before) })
    said.set(name, [])
  }
  let current = 'first'
  open(current)
  const out: TranscriptLine[] = []
  const flush = (): void => void out.push(...said.get(current)!.splice(0))
  let sending: Uint8Array[] = []
  for (const [at, line] of transcript.entries()) {
    if (line.who === 'server') {
      // The first S line of a group collects all replies so far.
      if (transcript[at - 1]?.who !== 'server') flush()
      continue
    }
    if (line.who === 'client' || line.who === 'shell') flush()
    out.push(line)
    if (line.who === 'client') {
      sending.push(clientOctets(line.text))
      if (transcript[at + 1]?.who === 'client') continue
      give(current, { type: 'bytes', bytes: concatBytes(sending) })
      sending = []
      for (const name of sessions.keys()) if (name !== current) give(name, { type: 'changed' })
    }
    if (line.who !== 'shell') continue
    const sleep = /^sleep (\d+)$/.exec(line.text)
    if (sleep) now += Number(sleep[1]) * 1000
    if (sleep) for (const name of sessions.keys()) give(name, { type: 'tick', now })
    if (line.text === 'tls')
      give(current, { type: 'secured', tls: { version: 'TLSv1.3', cipher: 'AES' } })
    if (line.text === 'other' || line.text === 'first') current = line.text
    if (!sessions.has(current)) open(current)
  }
  flush()
  return out
}

test.each(names)('%s', (name) => {
  const text = readFileSync(`${folder}/${name}`, 'utf8')
  const { transcript, problems } = parseTranscript(text)
  expect(problems).toEqual([])
  expect(transcript.lines[0]?.text).toMatch(/^RFC \d{4} §[\d.]+: /)
  expect(printTranscript({ lines: replay(transcript.lines) })).toBe(text)
})

test('there are many, of both kinds of server', () => {
  const headers = names.map((name) =>
    headerOf(parseTranscript(readFileSync(`${folder}/${name}`, 'utf8')).transcript),
  )
  expect(names.length).toBeGreaterThanOrEqual(250)
  expect(headers.filter(({ host }) => host === 'dovecot').length).toBeGreaterThan(100)
})

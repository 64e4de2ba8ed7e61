import { concatBytes, utf8 } from '../../../core/bytes.ts'
import {
  clientOctets,
  headerOf,
  serverLines,
  type TranscriptLine,
} from '../../testing/transcript.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import type { MailStore } from '../../store/store.ts'
import { openSession, step } from '../server/engine.ts'
import { hostDefaults, type ImapHost } from '../server/host.ts'
import type { ImapSession, SessionInput, Turn } from '../server/session.ts'
import { messages } from './messages.ts'

/** Wed, 25 Nov 2026 12:00:00 UTC */
const NOON = Date.UTC(2026, 10, 25, 12)

function storeFor(header: Record<string, string>): MailStore {
  const limits = header.quota ? { storage: Number(header.quota) } : {}
  const store = createMemoryStore({
    limits,
    mailboxes: [{ name: 'Sent', specialUse: '\\Sent' }, { name: 'Work' }, { name: 'Work/Plans' }],
  })
  const inbox = store.open('bob').mailbox('INBOX')!
  if (header.mailbox !== 'empty')
    for (const [at, bytes] of messages.entries())
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

/** What each connection sends before the first line. */
const beginnings: Readonly<Record<string, string>> = {
  connected: '',
  loggedIn: 'x LOGIN bob secret\r\n',
  selected: 'x LOGIN bob secret\r\ny SELECT INBOX\r\n',
  examined: 'x LOGIN bob secret\r\ny EXAMINE INBOX\r\n',
  rev2: 'x LOGIN bob secret\r\ny ENABLE IMAP4rev2\r\nz SELECT INBOX\r\n',
}

const tls: SessionInput = { type: 'secured', tls: { version: 'TLSv1.3', cipher: 'AES' } }

/** Connections to one store, of which one is the current one. */
class Connections {
  now = NOON
  current = 'first'
  readonly sessions = new Map<string, ImapSession>()
  /** What each connection received and the transcript does not show yet. */
  readonly received = new Map<string, TranscriptLine[]>()
  private readonly header: Readonly<Record<string, string>>
  private readonly store: MailStore

  constructor(header: Readonly<Record<string, string>>) {
    this.header = header
    this.store = storeFor(header)
    this.switchTo('first')
  }

  /** Makes a connection the current one; opens it the first time. */
  switchTo(name: string): void {
    this.current = name
    if (this.sessions.has(name)) return
    this.received.set(name, [])
    const peer = { address: '192.0.2.7', nonce: 'fyko+d2l' }
    this.handle(name, openSession(hostOf(this.header), peer, this.store, this.now))
    const before = beginnings[this.header.starts ?? 'connected']!
    if (before === '') return
    this.give(name, { type: 'bytes', bytes: utf8(before) })
    this.received.set(name, [])
  }

  /** The client of the current connection sends; the others learn that the store has changed. */
  send(bytes: Uint8Array): void {
    this.give(this.current, { type: 'bytes', bytes })
    for (const name of this.sessions.keys())
      if (name !== this.current) this.give(name, { type: 'changed' })
  }

  act(typed: string): void {
    const sleep = /^sleep (\d+)$/.exec(typed)
    if (sleep) this.sleep(Number(sleep[1]) * 1000)
    if (typed === 'tls') this.give(this.current, tls)
    if (typed === 'other' || typed === 'first') this.switchTo(typed)
  }

  /** Lines that the current connection received since the last call. */
  takeReceived(): TranscriptLine[] {
    return this.received.get(this.current)!.splice(0)
  }

  private sleep(milliseconds: number): void {
    this.now += milliseconds
    for (const name of this.sessions.keys()) this.give(name, { type: 'tick', now: this.now })
  }

  private give(name: string, input: SessionInput): void {
    this.handle(name, step(this.sessions.get(name)!, input))
  }

  private handle(name: string, turn: Turn): void {
    this.sessions.set(name, turn.session)
    for (const effect of turn.effects)
      if (effect.type === 'send') this.received.get(name)!.push(...serverLines(effect.bytes))
  }
}

/**
 * Plays the lines of a transcript and returns it as it came out. `$ other` and `$ first` switch between
 * two connections; `$ tls` brings TLS up; `$ sleep 60` lets time pass.
 */
export function replay(lines: readonly TranscriptLine[]): TranscriptLine[] {
  const connections = new Connections(headerOf({ lines }))
  const out: TranscriptLine[] = []
  let sending: Uint8Array[] = []
  for (const [at, line] of lines.entries()) {
    // The first S line of a group stands for all lines received so far.
    const isInGroup = line.who === 'server' && lines[at - 1]?.who === 'server'
    if (['client', 'shell', 'server'].includes(line.who) && !isInGroup)
      out.push(...connections.takeReceived())
    if (line.who === 'server') continue
    out.push(line)
    if (line.who === 'shell') connections.act(line.text)
    if (line.who !== 'client') continue
    sending.push(clientOctets(line.text))
    if (lines[at + 1]?.who === 'client') continue
    connections.send(concatBytes(sending))
    sending = []
  }
  return [...out, ...connections.takeReceived()]
}

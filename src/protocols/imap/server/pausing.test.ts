import { expect, test } from 'vitest'
import { concatBytes, fromUtf8, utf8 } from '../../../core/bytes.ts'
import { STEP } from '../../shared/feed.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { openSession, step, type Effect, type Turn } from './engine.ts'
import { hostDefaults } from './host.ts'

const host = {
  ...hostDefaults,
  name: 'mail.example.org',
  plaintextLogin: 'allowed',
  accounts: [{ login: 'bob', password: 'secret' }],
} as const

function selected(count: number, size: number) {
  const store = createMemoryStore()
  const line = 'A line of the body of a message.\r\n'
  const bytes = utf8(`Subject: x\r\n\r\n${line.repeat(size / line.length)}`)
  const mails = Array.from({ length: count }, () => ({ bytes, internalDate: 0 }))
  store.open('bob').mailbox('INBOX')!.append(mails)
  const { session } = openSession(host, { address: '192.0.2.1', nonce: 'n' }, store, 0)
  const login = utf8('a LOGIN bob secret\r\nb SELECT INBOX\r\n')
  return { store, session: step(session, { type: 'bytes', bytes: login }).session }
}

/** All octets of effects, streams to their end. */
function octetsOf(effects: readonly Effect[]): Uint8Array[] {
  return effects.flatMap((effect) => {
    if (effect.type === 'send') return [effect.bytes]
    if (effect.type !== 'stream') return []
    const pieces: Uint8Array[] = []
    for (let next = effect.pieces.next(); !next.done; next = effect.pieces.next())
      pieces.push(next.value)
    return pieces
  })
}

function paused(turn: Turn): string {
  const pieces: Uint8Array[] = []
  let now = turn
  for (;;) {
    expect(now.effects.filter(({ type }) => type === 'stream').length).toBeLessThanOrEqual(1)
    pieces.push(...octetsOf(now.effects))
    if (!now.unread) return fromUtf8(concatBytes(pieces))
    now = step(now.session, { type: 'bytes', bytes: now.unread, pauses: true })
  }
}

test.each([
  ['many short messages', 3000, 100, 'c FETCH 1:* (UID FLAGS ENVELOPE)'],
  ['a few long ones', 5, 200_000, 'c FETCH 1:* BODY[]'],
  ['one long one', 1, 500_000, 'c UID FETCH 1:* (BODY.PEEK[HEADER] BODY[TEXT])'],
])('%s are sent piece by piece, and come to the same octets', (_, count, size, line) => {
  const bytes = utf8(`${line}\r\nd NOOP\r\ne FETCH 1 FLAGS\r\n`)
  const whole = octetsOf(step(selected(count, size).session, { type: 'bytes', bytes }).effects)
  const first = step(selected(count, size).session, { type: 'bytes', bytes, pauses: true })
  expect(first.effects.map(({ type }) => type)).toContain('stream')
  expect(concatBytes(octetsOf(first.effects.filter(({ type }) => type === 'send'))).length).toBe(0)
  const again = step(selected(count, size).session, { type: 'bytes', bytes, pauses: true })
  expect(paused(again)).toBe(fromUtf8(concatBytes(whole)))
})

test('a long answer shows what was there when it began, whatever others do meanwhile', () => {
  const { store, session } = selected(500, 1000)
  const bytes = utf8('c FETCH 1:* (UID BODY.PEEK[])\r\n')
  const turn = step(session, { type: 'bytes', bytes, pauses: true })
  const inbox = store.open('bob').mailbox('INBOX')!
  inbox.expunge(inbox.messages.map(({ uid }) => uid))
  expect(paused(turn).match(/^\* \d+ FETCH/gm)).toHaveLength(500)
})

test('steps are limited in octets, too', () => {
  const { session } = selected(40, 20_000)
  const bytes = utf8('c FETCH 1 BODY.PEEK[]\r\n'.repeat(40))
  const turn = step(session, { type: 'bytes', bytes, pauses: true })
  const octets = concatBytes(octetsOf(turn.effects)).length
  expect(octets).toBeLessThan(STEP.octets * 2)
  expect(turn.unread).toBeDefined()
})

const long = [
  'c SEARCH TEXT nowhere',
  'c UID SEARCH BODY "body of"',
  'c SEARCH RETURN (MIN MAX COUNT) NOT BODY nowhere',
  'c SEARCH OR TEXT nowhere (FLAGGED TEXT body)',
  'c SORT (SUBJECT REVERSE DATE) UTF-8 ALL',
  'c UID THREAD REFERENCES UTF-8 ALL',
  'c THREAD ORDEREDSUBJECT UTF-8 TEXT body',
  'c SEARCH RETURN (SAVE) TEXT "body of"',
]

test.each(long)('%s is worked on in stretches, and comes to the same', (line) => {
  const bytes = utf8(`${line}\r\nd UID FETCH $ FLAGS\r\ne FETCH $ (UID)\r\n`)
  const whole = octetsOf(step(selected(20, 100_000).session, { type: 'bytes', bytes }).effects)
  const first = step(selected(20, 100_000).session, { type: 'bytes', bytes, pauses: true })
  expect(first.effects.map(({ type }) => type)).toEqual(['stream', 'command'])
  const pieces = octetsOf(first.effects)
  expect(pieces.filter(({ length }) => length === 0).length).toBeGreaterThan(3)
  const again = step(selected(20, 100_000).session, { type: 'bytes', bytes, pauses: true })
  expect(paused(again)).toBe(fromUtf8(concatBytes(whole)))
})

test('a short search is answered at once', () => {
  const bytes = utf8('c SEARCH TEXT nowhere\r\n')
  const { effects } = step(selected(20, 1000).session, { type: 'bytes', bytes, pauses: true })
  expect(effects.map(({ type }) => type)).toEqual(['send', 'command'])
})

test('what others do during a search changes nothing in it, and is reported behind it (RFC 9051 §7.5.1)', () => {
  const { store, session } = selected(20, 100_000)
  const bytes = utf8('c SEARCH RETURN (SAVE COUNT) TEXT body\r\nd NOOP\r\ne FETCH $ (UID)\r\n')
  const turn = step(session, { type: 'bytes', bytes, pauses: true })
  const inbox = store.open('bob').mailbox('INBOX')!
  inbox.expunge(inbox.messages.slice(1).map(({ uid }) => uid))
  const lines = paused(turn).split('\r\n')
  expect(lines[0]).toBe('* ESEARCH (TAG "c") COUNT 20')
  expect(lines[1]).toMatch(/^c OK/)
  expect(lines.slice(2).filter((line) => line.endsWith(' EXPUNGE'))).toHaveLength(19)
  expect(lines.filter((line) => line.includes(' FETCH ('))).toEqual(['* 1 FETCH (UID 1)'])
})

import { expect, test } from 'vitest'
import { concatBytes, fromLatin1, latin1 } from '../../../core/bytes.ts'
import { STEP } from '../../shared/feed.ts'
import type { StreamEffect } from '../../shared/turn.ts'
import { stuffDots } from '../../shared/wire/dots.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { replyPieces, renderReply } from '../wire/reply.ts'
import { openSession, step, type Effect, type Turn } from './engine.ts'
import { hostDefaults } from './host.ts'

const host = {
  ...hostDefaults,
  name: 'mail.example.org',
  plainText: 'allowed',
  accounts: [{ login: 'bob', password: 'secret' }],
} as const

const LINES = '..dots\r\n.\r\nA line of the body.\r\n'

function loggedIn(size: number) {
  const store = createMemoryStore()
  const bytes = latin1(`Subject: x\r\n\r\n${LINES.repeat(size / LINES.length)}no end of line`)
  store
    .open('bob')
    .mailbox('INBOX')!
    .append([{ bytes, internalDate: 0 }])
  const ports = { store, logins: new Map<string, number>() }
  const { session } = openSession(host, { address: '192.0.2.1', nonce: 'n' }, ports)
  const login = latin1('USER bob\r\nPASS secret\r\n')
  return step(session, { type: 'bytes', bytes: login }).session
}

/** Octets of the effects; a stream is taken to its end. */
function taken(effects: readonly Effect[], pieces: Uint8Array[] = []): Uint8Array[] {
  for (const effect of effects) {
    if (effect.type === 'send') pieces.push(effect.bytes)
    if (effect.type === 'stream') pieces.push(...drained(effect))
  }
  return pieces
}

function* drained({ pieces }: StreamEffect): Generator<Uint8Array> {
  for (let next = pieces.next(); !next.done; next = pieces.next()) yield next.value
}

function paused(first: Turn): Uint8Array[] {
  const pieces: Uint8Array[] = []
  let now = first
  for (;;) {
    taken(now.effects, pieces)
    if (!now.unread) return pieces
    now = step(now.session, { type: 'bytes', bytes: now.unread, pauses: true })
  }
}

test.each(['RETR 1', 'TOP 1 90000'])('the long answer to %s is made piece by piece', (line) => {
  const bytes = latin1(`${line}\r\nNOOP\r\nSTAT\r\n`)
  const session = loggedIn(1_000_000)
  const whole = concatBytes(taken(step(session, { type: 'bytes', bytes }).effects))
  const turn = step(session, { type: 'bytes', bytes, pauses: true })
  expect(turn.effects.map(({ type }) => type)).toEqual(['stream', 'command'])
  const pieces = paused(turn)
  expect(pieces.length).toBeGreaterThan(8)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(STEP.octets * 2)
  expect(fromLatin1(concatBytes(pieces))).toBe(fromLatin1(whole))
})

test.each([
  '.\r\n..\r\n.a\r\nb.\r\n\r\n.\r\n',
  'a\r\n.',
  'a\n.b\r.c\r\n\n.\r\n.d',
  '.',
  '\r\n.\r\n',
  '',
])('%j has its dots doubled alike, whatever octet it is cut at', (text) => {
  const octets = latin1(text)
  const reply = { status: '+OK', text: 'here', body: { kind: 'message', octets } } as const
  for (let size = 1; size <= text.length + 1; size++)
    expect(fromLatin1(concatBytes([...replyPieces(reply, size)]))).toBe(
      fromLatin1(renderReply(reply)),
    )
  expect(fromLatin1(renderReply(reply))).toBe(`+OK here\r\n${fromLatin1(stuffDots(octets))}`)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, fromUtf8, utf8 } from '../../../core/bytes.ts'
import { STEP } from '../../shared/feed.ts'
import { openSession, step, type Effect, type Turn } from './engine.ts'
import { hostDefaults } from './host.ts'

const host = { ...hostDefaults, name: 'mx.example.org', maxErrors: 1000, maxIdleCommands: 1000 }

const octetsOf = (effects: readonly Effect[]): Uint8Array[] =>
  effects.flatMap((effect) => (effect.type === 'send' ? [effect.bytes] : []))

const commands = fc.constantFrom('NOOP', 'EHLO x.example', 'HELP', 'FROB', 'RSET', 'VRFY bob')

test('a session that may pause sends the same octets, in steps that are limited', () =>
  fc.assert(
    fc.property(fc.array(commands, { minLength: 100, maxLength: 300 }), (lines) => {
      const bytes = utf8(lines.map((line) => `${line}\r\n`).join(''))
      const { session } = openSession(host, { address: '192.0.2.1', nonce: 'n' })
      const whole = octetsOf(step(session, { type: 'bytes', bytes }).effects)
      const pieces: Uint8Array[] = []
      let turn: Turn = { session, effects: [], unread: bytes }
      let steps = 0
      while (turn.unread) {
        turn = step(turn.session, { type: 'bytes', bytes: turn.unread, pauses: true })
        expect(turn.effects.length).toBeLessThan(STEP.effects + 4)
        pieces.push(...octetsOf(turn.effects))
        steps++
      }
      expect(steps).toBeGreaterThan(1)
      expect(fromUtf8(concatBytes(pieces))).toBe(fromUtf8(concatBytes(whole)))
    }),
    { seed: 2920, numRuns: 20 },
  ))

test('what follows a message waits until the message is judged', () => {
  const text = 'EHLO x\r\nMAIL FROM:<>\r\nRCPT TO:<bob@example.org>\r\nDATA\r\n\r\n.\r\nQUIT\r\n'
  const mx = { ...host, mailboxes: ['bob@example.org'], localDomains: ['example.org'] }
  const { session } = openSession(mx, { address: '192.0.2.1', nonce: 'n' })
  const turn = step(session, { type: 'bytes', bytes: utf8(text), pauses: true })
  expect(turn.session.phase).toBe('waiting')
  expect(fromUtf8(turn.unread!)).toBe('QUIT\r\n')
})

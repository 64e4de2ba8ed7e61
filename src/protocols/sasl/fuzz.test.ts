import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { mechanisms } from './mechanisms/index.ts'
import { saslPrepare } from './prepare.ts'
import { beginExchange, explainSasl, startExchange, type SaslContext } from './sasl.ts'

const context: SaslContext = {
  accounts: [{ login: 'bob', password: 'secret', token: 'abc' }],
  nonce: 'nonce',
  host: 'mail.example.org',
  tls: {},
}

const credentials = { login: 'bob', password: 'secret', nonce: 'a' }

const piece = fc.oneof(
  fc.constantFrom('n,,', 'n=bob', 'r=a', 'r=anonce', ',', '=', 'c=biws', 'p=AAAA', '\0', '\x01'),
  fc.constantFrom(
    'user=bob',
    'auth=Bearer abc',
    'bob',
    'secret',
    ' ',
    '00',
    'é',
    '{',
    's=AAAA',
    'i=4096',
  ),
)
const octets = fc.oneof(
  fc.array(piece, { maxLength: 8 }).map((parts) => utf8(parts.join(''))),
  fc.uint8Array({ maxLength: 40 }),
)
const mechanism = fc.constantFrom(...mechanisms.map(({ name }) => name))

test('whatever the client sends, an exchange goes on or ends, and never lets a stranger in', () =>
  fc.assert(
    fc.property(
      mechanism,
      fc.option(octets),
      fc.array(octets, { maxLength: 4 }),
      (name, initial, answers) => {
        let step = startExchange(name, context, initial ?? undefined)
        for (const answer of answers) if (step.kind === 'challenge') step = step.answer(answer)
        const lines = [initial, ...answers].map((part) =>
          new TextDecoder().decode(part ?? undefined),
        )
        if (step.kind === 'success') expect(lines.join('\n')).toMatch(/secret|abc/)
        expect(step.explanation).not.toBe('')
      },
    ),
    { seed: 5802, numRuns: 1000 },
  ))

test('whatever a server sends, a client answers or cancels', () =>
  fc.assert(
    fc.property(mechanism, fc.array(octets, { maxLength: 4 }), (name, challenges) => {
      let step = beginExchange(name, credentials)
      for (const challenge of challenges) if (step.kind !== 'cancel') step = step.answer(challenge)
      expect(['respond', 'wait', 'cancel']).toContain(step.kind)
    }),
    { seed: 5802, numRuns: 1000 },
  ))

test('any octets have a meaning that can be explained', () =>
  fc.assert(
    fc.property(
      mechanism,
      fc.constantFrom('client' as const, 'server' as const),
      octets,
      (name, who, lines) => {
        expect(explainSasl(name, who, lines)).not.toMatch(/\p{Cc}/u)
      },
    ),
    { seed: 5802, numRuns: 1000 },
  ))

test('what was prepared stays as it is', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = saslPrepare(text)
      if (once !== undefined) expect(saslPrepare(once)).toBe(once)
    }),
    { seed: 4013, numRuns: 1000 },
  ))

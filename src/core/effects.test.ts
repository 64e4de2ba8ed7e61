import { expect, test } from 'vitest'
import {
  runAsync,
  runSync,
  askDigest,
  askDns,
  askSign,
  askVerify,
  type Effect,
  type Question,
} from './effects.ts'
import { randomId, seededRandom } from './random.ts'
import { simulatedClock } from './clock.ts'
import { questionsOf, step } from './trace.ts'

function* countRecords(): Effect<number> {
  const mx = yield* askDns('example.org', 'MX')
  const a = yield* askDns('mx.example.org', 'A')
  return mx.records.length + a.records.length
}

const answer = ({ ask }: Question) =>
  ask === 'dns'
    ? {
        status: 'ok' as const,
        records: [{ name: 'x', ttl: 1, type: 'A' as const, address: '192.0.2.1' }],
      }
    : undefined

test('an evaluator gives the same at once and later', async () => {
  expect(runSync(countRecords(), answer)).toBe(2)
  expect(await runAsync(countRecords(), (question) => Promise.resolve(answer(question)))).toBe(2)
})

test('each question names what it asks', () => {
  const bytes = Uint8Array.of(1)
  expect(askDigest('sha-256', bytes).next().value).toEqual({
    ask: 'digest',
    algorithm: 'sha-256',
    data: bytes,
  })
  const key = { algorithm: 'rsa-sha256', key: bytes, data: bytes } as const
  expect(askSign(key).next().value).toEqual({ ask: 'sign', ...key })
  expect(askVerify({ ...key, signature: bytes }).next().value).toMatchObject({
    ask: 'verify',
    signature: bytes,
  })
})

test('a seed gives the same ids again', () => {
  expect(randomId(seededRandom(7), 8)).toBe(randomId(seededRandom(7), 8))
  expect(randomId(seededRandom(7), 8)).not.toBe(randomId(seededRandom(8), 8))
})

test('a clock only goes forward', () => {
  const clock = simulatedClock(1000)
  clock.advance(500)
  clock.advance(-500)
  expect(clock.now()).toBe(1500)
})

test('a trace gives its questions in order', () => {
  const asked = (name: string) => ({
    question: { ask: 'dns', name, type: 'A' } as const,
    answer: { status: 'nodata', records: [] } as const,
  })
  const leaf = (name: string) =>
    step({ kind: 'dns', text: name, outcome: 'note', asked: asked(name) })
  const root = step({ kind: 'x', text: '', outcome: 'pass', steps: [leaf('a'), leaf('b')] })
  expect(questionsOf(root).map(({ question }) => question.name)).toEqual(['a', 'b'])
})

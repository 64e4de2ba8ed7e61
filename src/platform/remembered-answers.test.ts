import { expect, test } from 'vitest'
import { utf8 } from '../core/bytes.ts'
import type { Crypto } from '../core/effects.ts'
import { rememberAnswers } from './remembered-answers.ts'

type Asked = Parameters<Crypto['answer']>[0]

/** Cryptography that answers each question with its number. */
function counting() {
  let asked = 0
  const { answer } = rememberAnswers({ answer: async () => Uint8Array.of(++asked) })
  return async (question: Asked) => ((await answer(question)) as Uint8Array)[0]
}

const data = utf8('abc')
const digest: Asked = { ask: 'digest', algorithm: 'sha-256', data }
const sign: Asked = { ask: 'sign', algorithm: 'rsa-sha256', key: utf8('k'), data }
const verify: Asked = { ...sign, ask: 'verify', signature: utf8('s') }

test('the same question is answered once', async () => {
  const answer = counting()
  const all = [digest, sign, verify]
  for (const question of [...all, ...all.map((one) => ({ ...one, data: utf8('abc') }))])
    await answer(question)
  expect(await Promise.all(all.map(answer))).toEqual([1, 2, 3])
})

test('questions that differ anywhere are others, also where octets stand in another part', async () => {
  const answer = counting()
  const all: Asked[] = [
    ...[digest, { ...digest, algorithm: 'sha-1' } as Asked, { ...digest, data: utf8('abd') }],
    ...[sign, { ...sign, key: utf8('ka'), data: utf8('bc') } as Asked],
    ...[{ ...sign, key: utf8(''), data: utf8('kabc') } as Asked],
    ...[verify, { ...verify, key: utf8('ks'), signature: utf8('') } as Asked],
  ]
  const numbers = []
  for (const question of all) numbers.push(await answer(question))
  expect(numbers).toEqual(all.map((_, at) => at + 1))
})

test('of two at once only one is asked', async () => {
  const answer = counting()
  expect(await Promise.all([answer(digest), answer(digest)])).toEqual([1, 1])
})

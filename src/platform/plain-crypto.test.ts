import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../core/bytes.ts'
import type { SignatureAlgorithm } from '../core/effects.ts'
import { answerPlainly } from './plain-crypto.ts'
import { answerInNode } from './node-crypto.ts'
import { answerWithSubtle } from './subtle-crypto.ts'

function pairFor(algorithm: SignatureAlgorithm, bits: number) {
  const pair =
    algorithm === 'ed25519-sha256'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('rsa', { modulusLength: bits })
  const spki = pair.publicKey.export({ type: 'spki', format: 'der' })
  return {
    key: new Uint8Array(pair.privateKey.export({ type: 'pkcs8', format: 'der' })),
    publicKey: new Uint8Array(algorithm === 'ed25519-sha256' ? spki.subarray(-32) : spki),
  }
}

test.each(['sha-1', 'sha-256', 'sha-512'] as const)('%s is WebCrypto’s', async (algorithm) => {
  for (const text of ['', 'a', 'x'.repeat(1000)]) {
    const question = { ask: 'digest', algorithm, data: utf8(text) } as const
    expect(answerPlainly(question)).toEqual(await answerWithSubtle(question))
    expect(answerPlainly(question)).toEqual(answerInNode!(question))
  }
})

describe.each([
  ['rsa-sha256', 1024],
  ['rsa-sha256', 2048],
  ['rsa-sha1', 1024],
  ['ed25519-sha256', 0],
] as const)('%s of %i bits', (algorithm, bits) => {
  const { key, publicKey } = pairFor(algorithm, bits)

  test('signs as WebCrypto and Node do, and takes what it signs', async () => {
    for (const text of ['', 'Dear Bob,\r\n', 'y'.repeat(300)]) {
      const data = utf8(text)
      const signature = answerPlainly({ ask: 'sign', algorithm, key, data }) as Uint8Array
      const question = { ask: 'sign', algorithm, key, data } as const
      expect(signature).toEqual(await answerWithSubtle(question))
      expect(signature).toEqual(answerInNode!(question))
      const asked = { ask: 'verify', algorithm, key: publicKey, data, signature } as const
      expect(answerPlainly(asked)).toBe(true)
      expect(answerInNode!(asked)).toBe(true)
    }
  })

  test('takes no signature with a bit turned, nor one of other data', () => {
    const data = utf8('Dear Bob,\r\n')
    const signature = answerPlainly({ ask: 'sign', algorithm, key, data }) as Uint8Array
    const asked = { ask: 'verify', algorithm, key: publicKey } as const
    for (let at = 0; at < signature.length; at += 7) {
      const turned = signature.with(at, signature[at]! ^ 4)
      expect(answerPlainly({ ...asked, data, signature: turned })).toBe(false)
    }
    expect(answerPlainly({ ...asked, data: utf8('Dear Rob,\r\n'), signature })).toBe(false)
    expect(answerPlainly({ ...asked, data, signature: signature.subarray(1) })).toBe(false)
  })

  test('a key that is cut off is refused', () => {
    const data = utf8('x')
    for (const length of [0, 1, 5, 20, 31])
      expect(() =>
        answerPlainly({ ask: 'sign', algorithm, key: key.subarray(0, length), data }),
      ).toThrow()
  })
})

import { afterEach, describe, expect, test, vi } from 'vitest'
import { decodeBase64, encodeBase64 } from '../core/base64.ts'
import { utf8 } from '../core/bytes.ts'
import { answerInNode } from './node-crypto.ts'
import { answerPlainly } from './plain-crypto.ts'
import { answerWithSubtle } from './subtle-crypto.ts'
import { answererOf, webCrypto } from './webcrypto.ts'

const octets = (base64: string): Uint8Array => {
  const decoded = decodeBase64(base64)
  if (!decoded.ok) throw new Error('the test has a fault in its base64')
  return decoded.bytes
}

const platforms = [
  ['Node', answerInNode!],
  ['WebCrypto', answerWithSubtle],
  ['no platform', answerPlainly],
] as const

// RFC 8032 §7.1, test 1: the empty message. PKCS #8 is the seed behind a fixed head.
const seed = 'nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A='
const publicKey = octets('11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=')
const privateKey = Uint8Array.from([...octets('MC4CAQAwBQYDK2VwBCIEIA=='), ...octets(seed)])

/** SubjectPublicKeyInfo of a key on P-256: a key, and none for RSA. */
const p256 = octets(
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEVN3Of5Wbu4IMBAOKhlxoklIzg0qC34ai4eaQCQ92hvVHbU2a69Vha9cRAz0/Ivk50ZeZU4QI2aidstH6ZniMIQ==',
)

describe.each(platforms)('with what %s has', (_, answer) => {
  test.each([
    ['sha-1', '', '2jmj7l5rSw0yVb/vlWAYkK/YBwk='],
    ['sha-256', '', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
    ['sha-256', '\r\n', 'frcCV1k9oG9oKj3dpUqdJg1PxRT2RSN/XKdLCPjaYaY='],
  ] as const)('the %s digest of %j', async (algorithm, text, digest) => {
    const made = await answer({ ask: 'digest', algorithm, data: utf8(text) })
    expect(encodeBase64(made as Uint8Array)).toBe(digest)
  })

  test('an Ed25519 signature is made and checked', async () => {
    const data = utf8('')
    const algorithm = 'ed25519-sha256'
    const signed = await answer({ ask: 'sign', algorithm, key: privateKey, data })
    const signature = signed as Uint8Array
    expect(signature.slice(0, 4)).toEqual(Uint8Array.of(0xe5, 0x56, 0x43, 0x00))
    const question = { ask: 'verify', algorithm, key: publicKey, signature } as const
    expect(await answer({ ...question, data })).toBe(true)
    expect(await answer({ ...question, data: utf8('x') })).toBe(false)
  })

  test.each([
    ['rsa-sha256', Uint8Array.of(1)],
    ['rsa-sha1', Uint8Array.of(1)],
    ['ed25519-sha256', Uint8Array.of(1)],
    ['rsa-sha256', p256],
    ['ed25519-sha256', p256],
  ] as const)('%s: a key that is none is refused', async (algorithm, key) => {
    const data = utf8('x')
    const asked = [
      { ask: 'sign', algorithm, key, data },
      { ask: 'verify', algorithm, key, data, signature: Uint8Array.of(2) },
    ] as const
    for (const question of asked)
      await expect((async () => answer(question))()).rejects.toBeDefined()
  })
})

test('what a platform refuses is no answer, and no throw', async () => {
  const [key, data] = [Uint8Array.of(1), utf8('x')]
  expect(
    await webCrypto.answer({ ask: 'sign', algorithm: 'rsa-sha256', key, data }),
  ).toBeUndefined()
})

afterEach(() => vi.unstubAllGlobals())

test('where a browser has none, it is done by hand', async () => {
  const question = { ask: 'digest', algorithm: 'sha-256', data: utf8('x') } as const
  const digest = await answererOf(undefined)(question)
  vi.stubGlobal('crypto', {})
  expect(await answererOf(undefined)(question)).toEqual(digest)
  expect(answererOf(undefined)).not.toBe(answerWithSubtle)
})

import { expect, test } from 'vitest'
import { parseKeyRecord } from '../../auth/dkim/key.ts'
import { decodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import { makeKeyPair } from '../../platform/key-pair.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { initialValues } from './composer.ts'
import { dkim } from './dkim.ts'

const octetsOf = (base64: string): Uint8Array => {
  const read = decodeBase64(base64)
  if (!read.ok) throw new Error(read.reason)
  return read.bytes
}

test.each([
  ['rsa', { kind: 'rsa', bits: 2048 }],
  ['ed25519', { kind: 'ed25519' }],
] as const)(
  'a pair of %s signs with one half and is checked with the published one',
  async (k, expected) => {
    const pair = (await makeKeyPair(k))!
    expect(pair.privatePem.split('\n').every(({ length }) => length <= 64)).toBe(true)
    const { records } = dkim.compose(
      { ...initialValues(dkim), k, p: pair.publicKey },
      'example.org',
    )
    const text = records.flatMap((one) => ('strings' in one ? one.strings : [])).join('')
    const { key } = parseKeyRecord(text)
    expect(key).toMatchObject(expected)
    const algorithm = `${k}-sha256` as const
    const data = utf8('signed')
    const own = octetsOf(pair.privatePem.replace(/-----[^-]+-----|\n/g, ''))
    const signature = await webCrypto.answer({ ask: 'sign', algorithm, key: own, data })
    const published = key.kind === 'rsa' ? key.spki : key.kind === 'ed25519' ? key.raw : undefined
    expect(signature).toBeInstanceOf(Uint8Array)
    expect(
      await webCrypto.answer({
        ...{ ask: 'verify', algorithm, key: published!, data },
        signature: signature as Uint8Array,
      }),
    ).toBe(true)
  },
)

test('each pair is another', async () => {
  const [first, second] = await Promise.all([makeKeyPair('ed25519'), makeKeyPair('ed25519')])
  expect(first?.publicKey).not.toBe(second?.publicKey)
})

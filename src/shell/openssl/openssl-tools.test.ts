import { expect, test } from 'vitest'
import { hex, latin1 } from '../../core/bytes.ts'
import { runAsync } from '../../core/effects.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import type { CommandContext } from '../command.ts'
import { pickKey } from '../keys/pick.ts'
import { certificateDer, validityOf } from './certificate-der.ts'
import { alternativeNames, readCertificateDer } from './certificate-read.ts'
import { ed25519PublicKey } from './ed25519.ts'
import { readKey } from './key.ts'
import { readPem, writePem } from './pem.ts'

const context = { world: createWorld(sandboxWorld, { crypto: webCrypto }) } as CommandContext
const octets = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits, 'hex'))

test.each([
  // The first two tests of RFC 8032 §7.1.
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
  ],
])('the public key of %s', async (secret, point) => {
  const made = await runAsync(ed25519PublicKey(octets(secret)), (question) =>
    question.ask === 'digest' ? webCrypto.answer(question) : undefined,
  )
  expect(hex(made)).toBe(point)
})

test('a ready-made key can sign: it is PKCS #8', async () => {
  const { privateKey } = pickKey('june.example.org', context)
  const [block] = readPem(
    latin1(`-----BEGIN PRIVATE KEY-----\n${privateKey}\n-----END PRIVATE KEY-----`),
  )
  const data = latin1('hello')
  const question = { ask: 'sign', algorithm: 'rsa-sha256', key: block!.der, data } as const
  expect(await webCrypto.answer(question)).toHaveLength(256)
  expect((await readKey(block!, context))?.kind).toBe('rsa')
})

test('a certificate says what the world says of it', async () => {
  const names = ['mx.example.org', '*.example.net']
  const until = Date.parse('2051-01-01T00:00:00Z')
  const der = await certificateDer({ names, issuer: 'self', digests: {}, until }, context)
  const read = readCertificateDer(der)!
  expect(read.subject).toBe('CN = mx.example.org')
  expect(read.issuer).toBe(read.subject)
  expect(read.until).toBe(until)
  expect(alternativeNames(read)).toEqual(names)
  expect(read.key?.kind).toBe('rsa')
  const again = await certificateDer({ names, issuer: 'self', digests: {}, until }, context)
  expect(again).toEqual(der)
})

test('without dates it is renewed before it ends', () => {
  const shown = { names: ['a.example'], issuer: 'trusted', digests: {} } as const
  for (let day = 0; day < 400; day++) {
    const now = Date.parse('2026-06-01T00:00:00Z') + day * 86_400_000
    const [from, until] = validityOf(shown, now)
    expect(from).toBeLessThanOrEqual(now)
    expect(until).toBeGreaterThan(now)
  }
})

test('broken octets are no certificate and no key, and end', async () => {
  const der = await certificateDer(
    { names: ['a.example'], issuer: 'trusted', digests: {} },
    context,
  )
  for (let at = 0; at < der.length; at += 7) {
    const broken = der.slice()
    broken[at]! ^= 255
    readCertificateDer(broken)
    readCertificateDer(der.subarray(0, at))
    await readKey({ label: 'PRIVATE KEY', der: broken }, context)
    await readKey({ label: 'PUBLIC KEY', der: der.subarray(at) }, context)
  }
  expect(readPem(latin1(writePem({ label: 'CERTIFICATE', der })))[0]?.der).toEqual(der)
})

import { expect, test } from 'vitest'
import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { fromUtf8, utf8 } from '../../core/bytes.ts'
import type { Account } from './account.ts'
import { cramDigest } from './mechanisms/cram-md5.ts'
import { saslPrepare } from './prepare.ts'
import { readInitialResponse, readSaslLine } from './line.ts'
import { beginExchange, startExchange, type SaslContext } from './sasl.ts'
import { takeClientFirst } from './scram-server.ts'

/** The examples that the RFCs print. */

const user: Account = { login: 'user', password: 'pencil' }

const context: SaslContext = { accounts: [user], nonce: '', host: 'example.org' }

const octetsOf = (base64: string): Uint8Array => {
  const read = decodeBase64(base64)
  if (!read.ok) throw new Error(base64)
  return read.bytes
}

const scram = [
  {
    rfc: 'RFC 5802 §5',
    hash: 'SHA-1',
    clientNonce: 'fyko+d2lbbFgONRv9qkxdawL',
    serverNonce: '3rfcNHYJY1ZVvWVs7j',
    salt: 'QSXCR+Q6sek8bf92',
    clientFirst: 'n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL',
    serverFirst: 'r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096',
    clientFinal:
      'c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=',
    serverFinal: 'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=',
  },
  {
    rfc: 'RFC 7677 §3',
    hash: 'SHA-256',
    clientNonce: 'rOprNGfwEbeRWgbNEkqO',
    serverNonce: '%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0',
    salt: 'W22ZaJ0SNY7soEsUEjb6gQ==',
    clientFirst: 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO',
    serverFirst:
      'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
    clientFinal:
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    serverFinal: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
  },
] as const

test.each(scram)('$rfc, the server', (it) => {
  const setup = { hash: it.hash, nonce: it.serverNonce, salt: () => octetsOf(it.salt) }
  const first = takeClientFirst(context, setup, utf8(it.clientFirst))
  expect(first.kind === 'challenge' && fromUtf8(first.octets)).toBe(it.serverFirst)
  const final = first.kind === 'challenge' ? first.answer(utf8(it.clientFinal)) : first
  expect(final.kind === 'challenge' && fromUtf8(final.octets)).toBe(it.serverFinal)
  const end = final.kind === 'challenge' ? final.answer(new Uint8Array()) : final
  expect(end).toMatchObject({ kind: 'success', account: user })
})

test.each(scram)('$rfc, the client', (it) => {
  const first = beginExchange(`SCRAM-${it.hash}`, { ...user, nonce: it.clientNonce })
  expect(first.kind === 'respond' && fromUtf8(first.octets)).toBe(it.clientFirst)
  const final = first.kind === 'respond' ? first.answer(utf8(it.serverFirst)) : first
  expect(final.kind === 'respond' && fromUtf8(final.octets)).toBe(it.clientFinal)
  const end = final.kind === 'respond' ? final.answer(utf8(it.serverFinal)) : final
  expect(end.kind === 'respond' && end.octets).toHaveLength(0)
})

test('RFC 2195 §2', () => {
  const challenge = utf8('<1896.697170952@postoffice.reston.mci.net>')
  expect(cramDigest(challenge, 'tanstaaftanstaaf')).toBe('b913a602c7eda7a495b4e6e7334d3890')
  const step = startExchange('CRAM-MD5', {
    accounts: [{ login: 'tim', password: 'tanstaaftanstaaf' }],
    nonce: '1896.697170952',
    host: 'postoffice.reston.mci.net',
  })
  expect(step.kind === 'challenge' && encodeBase64(step.octets)).toBe(
    'PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UucmVzdG9uLm1jaS5uZXQ+',
  )
  const end =
    step.kind === 'challenge'
      ? step.answer(octetsOf('dGltIGI5MTNhNjAyYzdlZGE3YTQ5NWI0ZTZlNzMzNGQzODkw'))
      : step
  expect(end).toMatchObject({ kind: 'success', account: { login: 'tim' } })
})

test('RFC 4616 §4', () => {
  const step = startExchange(
    'PLAIN',
    { ...context, accounts: [{ login: 'tim', password: 'tanstaaftanstaaf' }], tls: {} },
    utf8('\0tim\0tanstaaftanstaaf'),
  )
  expect(step.kind).toBe('success')
})

test.each([
  ['I\u00adX', 'IX'],
  ['user', 'user'],
  ['USER', 'USER'],
  ['\u00aa', 'a'],
  ['\u2168', 'IX'],
  ['\u0007', undefined],
  ['\u0627\u0031', undefined],
  ['a\u00a0b', 'a b'],
  ['\u05d0\u05d1', '\u05d0\u05d1'],
  ['\u05d0a\u05d1', undefined],
  ['\ue000', undefined],
  ['\ufdd0', undefined],
  ['\ud800', undefined],
  ['e\u0301', '\u00e9'],
])('RFC 4013 §3: %j is %j', (typed, prepared) => expect(saslPrepare(typed)).toBe(prepared))

test.each([
  ['*', 'cancel'],
  ['', 'octets'],
  ['AGJvYg==', 'octets'],
  ['AGJ', 'unreadable'],
  ['AG Jv', 'unreadable'],
  ['ä===', 'unreadable'],
])('a line %j is %s', (line, kind) => expect(readSaslLine(line).kind).toBe(kind))

test.each([
  ['=', 'octets'],
  ['AGJvYg==', 'octets'],
  ['*', 'unreadable'],
])('an initial response %j is %s', (word, kind) =>
  expect(readInitialResponse(word).kind).toBe(kind),
)

import { createPrivateKey, createPublicKey } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { runAsync, type Question } from '../../core/effects.ts'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import type { DnsAnswer } from '../../core/dns.ts'
import { parseMessage } from '../../message/parse.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { signDkim, type SignOptions } from './sign.ts'
import { verifyDkim } from './verify.ts'

// The secret keys of RFC 8463 §A.1.
const RSA = createPrivateKey(`-----BEGIN RSA PRIVATE KEY-----
MIICXQIBAAKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQi
Y/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqM
KrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB
AoGAH0cxOhFZDgzXWhDhnAJDw5s4roOXN4OhjiXa8W7Y3rhX3FJqmJSPuC8N9vQm
6SVbaLAE4SG5mLMueHlh4KXffEpuLEiNp9Ss3O4YfLiQpbRqE7Tm5SxKjvvQoZZe
zHorimOaChRL2it47iuWxzxSiRMv4c+j70GiWdxXnxe4UoECQQDzJB/0U58W7RZy
6enGVj2kWF732CoWFZWzi1FicudrBFoy63QwcowpoCazKtvZGMNlPWnC7x/6o8Gc
uSe0ga2xAkEA8C7PipPm1/1fTRQvj1o/dDmZp243044ZNyxjg+/OPN0oWCbXIGxy
WvmZbXriOWoSALJTjExEgraHEgnXssuk7QJBALl5ICsYMu6hMxO73gnfNayNgPxd
WFV6Z7ULnKyV7HSVYF0hgYOHjeYe9gaMtiJYoo0zGN+L3AAtNP9huqkWlzECQE1a
licIeVlo1e+qJ6Mgqr0Q7Aa7falZ448ccbSFYEPD6oFxiOl9Y9se9iYHZKKfIcst
o7DUw1/hz2Ck4N5JrgUCQQCyKveNvjzkkd8HjYs0SwM0fPjK16//5qDZ2UiDGnOe
uEzxBDAr518Z8VFbR41in3W4Y3yCDgQlLlcETrS+zYcL
-----END RSA PRIVATE KEY-----`)
const base64 = (bytes: Buffer): string => bytes.toString('base64')
const rsaPrivate = base64(RSA.export({ type: 'pkcs8', format: 'der' }))
const rsaPublic = base64(createPublicKey(RSA).export({ type: 'spki', format: 'der' }))
const rsaBare = base64(createPublicKey(RSA).export({ type: 'pkcs1', format: 'der' }))
const edPrivate = 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g'
const edPublic = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='

const NOW = Date.UTC(2026, 0, 1)
const MESSAGE = latin1(
  'From: Ann <ann@a.example>\r\nTo: bob@b.example\r\nSubject: Hello\r\nDate: today\r\n' +
    'Received: one\r\nReceived: two\r\n\r\nHi  Bob. \r\n\r\nAnn\r\n\r\n',
)
const options: SignOptions = {
  domain: 'a.example',
  selector: 's1',
  algorithm: 'rsa-sha256',
  privateKey: rsaPrivate,
  now: NOW,
}
const rsaKey = `v=DKIM1; p=${rsaPublic}`

type Answers = DnsAnswer['status'] | readonly string[]

function dns(name: string, answers: Answers): DnsAnswer {
  if (typeof answers === 'string') return { status: answers, records: [] }
  if (name !== 's1._domainkey.a.example') return { status: 'nxdomain', records: [] }
  const records = answers.map((text) => ({ name, ttl: 1, type: 'TXT' as const, strings: [text] }))
  return { status: 'ok', records }
}

const answering = (answers: Answers) => (question: Question) =>
  question.ask === 'dns' ? dns(question.name, answers) : webCrypto.answer(question)

const verify = (text: string, answers: Answers = [rsaKey], now = NOW) =>
  runAsync(verifyDkim(parseMessage(latin1(text)), { now }), answering(answers))

async function sign(over: Partial<SignOptions> = {}, bytes: Uint8Array = MESSAGE): Promise<string> {
  const signed = await runAsync(signDkim(bytes, { ...options, ...over }), answering([]))
  if (!signed.ok) throw new Error(signed.reason)
  return fromLatin1(signed.bytes)
}

describe('what is signed verifies', () => {
  test.each(
    (['simple', 'relaxed'] as const).flatMap((header) =>
      (['simple', 'relaxed'] as const).map((body) => ({ header, body })),
    ),
  )('$header/$body', async (how) => {
    const verdict = await verify(await sign(how))
    expect(verdict.signatures[0]).toMatchObject({ result: 'pass', identity: '@a.example' })
  })

  test('with Ed25519', async () => {
    const signed = await sign({ algorithm: 'ed25519-sha256', privateKey: edPrivate })
    const verdict = await verify(signed, [`v=DKIM1; k=ed25519; p=${edPublic}`])
    expect(verdict.result).toBe('pass')
  })

  test('twice, each for itself', async () => {
    const twice = await sign({ selector: 'other' }, latin1(await sign()))
    const verdict = await verify(twice)
    expect(verdict.signatures.map(({ result }) => result)).toEqual(['permerror', 'pass'])
    expect(verdict.result).toBe('pass')
  })

  test('in lines of 78 at most', async () => {
    for (const line of (await sign()).split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
  })

  test('without a body', async () => {
    const bare = latin1('From: ann@a.example\r\n\r\n')
    for (const body of ['simple', 'relaxed'] as const)
      expect((await verify(await sign({ body }, bare))).result).toBe('pass')
  })
})

describe('a change on the way', () => {
  test.each([
    ['in the body', {}, 'Hi  Bob.', 'Hi  Eve.', 'differs', 'holds'],
    ['in the subject', {}, 'Hello', 'Jello', 'match', 'broken'],
    ['in the From', {}, 'Ann <', 'Eve <', 'match', 'broken'],
    ['in an unsigned field', {}, 'one', 'xxx', 'match', 'holds'],
    [
      'of both',
      {},
      'Hello\r\nDate: today\r\nReceived: one\r\nReceived: two\r\n\r\nHi',
      'x\r\n\r\nx',
      'differs',
      'broken',
    ],
    [
      'another From on top of all',
      {},
      'From: Ann',
      'From: eve@e.example\r\nFrom: Ann',
      'match',
      'broken',
    ],
    ['another Subject below', {}, '\r\nDate:', '\r\nSubject: x\r\nDate:', 'match', 'broken'],
    ['white space in a relaxed body', {}, 'Hi  Bob. ', 'Hi Bob.', 'match', 'holds'],
    [
      'white space in a simple body',
      { body: 'simple' },
      'Hi  Bob. ',
      'Hi Bob.',
      'differs',
      'holds',
    ],
    ['a fold in a relaxed header', {}, 'Subject: Hello', 'subject:\r\n  Hello', 'match', 'holds'],
    [
      'a fold in a simple header',
      { header: 'simple' },
      'Subject: Hello',
      'Subject:\r\n Hello',
      'match',
      'broken',
    ],
    [
      'empty lines at the end',
      { body: 'simple' },
      'Ann\r\n\r\n',
      'Ann\r\n\r\n\r\n',
      'match',
      'holds',
    ],
    ['the last of two fields', { fields: ['From', 'Received'] }, 'two', 'x', 'match', 'broken'],
    [
      'the first of two, the last signed',
      { fields: ['From', 'Received'] },
      'one',
      'x',
      'match',
      'holds',
    ],
    [
      'the first of two, both signed',
      { fields: ['From', 'Received', 'Received'] },
      'one',
      'x',
      'match',
      'broken',
    ],
    ['the signature itself', {}, 'c=relaxed', 'c= relaxed', 'match', 'broken'],
    ['a new tag in the signature', {}, 'v=1;', 'v=1; z=x;', 'match', 'broken'],
  ] as const)('%s', async (_, how, from, to, bodyHash, headerSignature) => {
    const signed = await sign(how)
    const changed = signed.replace(from, to)
    expect(changed).not.toBe(signed)
    const verdict = await verify(changed)
    const result = bodyHash === 'match' && headerSignature === 'holds' ? 'pass' : 'fail'
    expect(verdict.signatures[0]).toMatchObject({ bodyHash, headerSignature, result })
  })
})

describe('a signature that may not count', () => {
  test.each([
    ['no v=', 'v=1; ', '', 'permerror', 'no `v=`'],
    ['v=2', 'v=1', 'v=2', 'permerror', 'version'],
    ['rsa-sha1', 'rsa-sha256', 'rsa-sha1', 'permerror', 'SHA-1'],
    ['an unknown algorithm', 'rsa-sha256', 'rsa-sha512', 'neutral', 'not known'],
    ['an unknown canonicalization', 'relaxed/relaxed', 'nowsp', 'neutral', 'canonicalization'],
    ['From unsigned', 'h=From:', 'h=X:', 'permerror', 'From'],
    ['a tag twice', 'v=1;', 'v=1; v=1;', 'neutral', 'second time'],
    ['no tag', 'v=1;', 'v=1; hello;', 'neutral', 'no tag'],
    ['bh= broken', /bh=../, 'bh=!!', 'neutral', 'base64'],
    ['i= outside of d=', 'd=a.example;', 'd=a.example; i=@b.example;', 'permerror', 'not within'],
    ['x= before t=', /t=\d+;/, 't=20; x=10;', 'neutral', 'before it begins'],
    ['expired', /t=\d+;/, 't=10; x=20;', 'fail', 'expired'],
    ['another way to the key', 'd=a.example;', 'd=a.example; q=http;', 'neutral', 'dns/txt'],
    ['no selector', 's=s1', 's=', 'neutral', 'selector'],
    ['l= no number', 'd=a.example;', 'd=a.example; l=-1;', 'neutral', 'digits'],
  ])('%s', async (_, from, to, result, reason) => {
    // The signing names From twice; the test needs it gone.
    const signed = (await sign({ fields: ['From', 'To'] })).replace(from, to)
    const verdict = await verify(signed)
    expect(verdict.signatures[0]).toMatchObject({ result, headerSignature: 'not-checked' })
    expect(verdict.reason).toContain(reason)
  })
})

describe('a key that does not serve', () => {
  test.each<[string, Answers, string, string]>([
    ['none', 'nxdomain', 'permerror', 'No key'],
    ['no answer', 'timeout', 'temperror', 'later'],
    ['revoked', ['v=DKIM1; p='], 'permerror', 'revoked'],
    ['no p=', ['v=DKIM1'], 'permerror', 'no `p=`'],
    ['not DKIM1', [`v=DKIM2; p=${rsaPublic}`], 'permerror', '`v=DKIM1`'],
    ['v= not first', [`p=${rsaPublic}; v=DKIM1`], 'permerror', '`v=DKIM1`'],
    ['PKCS #1', [`p=${rsaBare}`], 'permerror', 'PKCS #1'],
    ['a private key', [`p=${rsaPrivate}`], 'permerror', 'private key'],
    ['cut off', [`p=${rsaPublic.slice(0, 100)}`], 'permerror', 'cut off'],
    ['not base64', [`p=${rsaPublic.replace('M', '*')}`], 'permerror', 'base64'],
    ['another hash', [`h=sha1; p=${rsaPublic}`], 'permerror', 'SHA-256'],
    ['another service', [`s=tlsrpt; p=${rsaPublic}`], 'permerror', 'mail'],
    ['another type', [`k=ed25519; p=${edPublic}`], 'permerror', 'ed25519'],
    ['an unknown type', [`k=rot13; p=aaaa`], 'permerror', 'rot13'],
    [
      'another key',
      [
        'v=DKIM1; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB',
      ],
      'fail',
      'another key',
    ],
    [
      '512 bits',
      [
        'p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAOtvw9jzPzQmfVTZMFdIWjmn6R+kIlCWlDkB1GcdTBTlURfCqUcfEuPCqlA8Cx6VjFZTJyeSB8hEbRtFl7+QsrkCAwEAAQ==',
      ],
      'policy',
      '512 bits',
    ],
  ])('%s', async (_, answers, result, reason) => {
    const verdict = await verify(await sign(), answers)
    expect(verdict.signatures[0]).toMatchObject({ result, bodyHash: 'match' })
    expect(verdict.reason).toContain(reason)
  })

  test('t=s allows no subdomain in i=', async () => {
    const signed = await sign({ identity: 'ann@sub.a.example' })
    expect((await verify(signed)).result).toBe('pass')
    expect((await verify(signed, [`t=s; p=${rsaPublic}`])).result).toBe('permerror')
    expect((await verify(await sign(), [`t=s; p=${rsaPublic}`])).result).toBe('pass')
  })

  test('t=y is reported', async () => {
    const verdict = await verify(await sign(), [`t=y; p=${rsaPublic}`])
    expect(verdict.signatures[0]).toMatchObject({ result: 'pass', testing: true })
  })

  test('of several the first that serves is taken', async () => {
    const verdict = await verify(await sign(), ['v=spf1 -all', rsaKey])
    expect(verdict.result).toBe('pass')
    expect(JSON.stringify(verdict.trace)).toContain('2 TXT records')
  })
})

describe('l= signs only a part of the body', () => {
  test('text added behind it still passes, and the verdict counts its octets', async () => {
    const signed = await sign({ length: 4 })
    const verdict = await verify(`${signed}P.S.\r\n`)
    expect(verdict.signatures[0]).toMatchObject({ result: 'pass', bodyHash: 'match' })
    expect(verdict.signatures[0]!.unsignedOctets).toBeGreaterThan(4)
  })

  test('a body shorter than l= fails', async () => {
    const signed = (await sign({ length: 4 })).replace('l=4', 'l=400')
    expect((await verify(signed)).signatures[0]).toMatchObject({
      bodyHash: 'too-short',
      result: 'fail',
    })
  })
})

test('a message without a signature has none', async () => {
  const verdict = await verify(fromLatin1(MESSAGE))
  expect(verdict).toMatchObject({ result: 'none', signatures: [] })
})

test.each([
  ['not base64', '!', 'base64'],
  ['no key', 'aaaa', 'no key'],
  ['of another type', edPrivate, 'no key'],
])('a private key that is %s signs nothing', async (_, privateKey, reason) => {
  const signed = await runAsync(signDkim(MESSAGE, { ...options, privateKey }), answering([]))
  expect(signed).toMatchObject({ ok: false, reason: expect.stringContaining(reason) as string })
})

import { describe, expect, test } from 'vitest'
import { encodeBase64 } from '../../core/base64.ts'
import { fromUtf8, utf8 } from '../../core/bytes.ts'
import type { Account } from './account.ts'
import type { Credentials } from './exchange.ts'
import { mechanisms } from './mechanisms/index.ts'
import {
  beginExchange,
  chooseMechanism,
  explainSasl,
  offeredMechanisms,
  startExchange,
  type ClientStep,
  type SaslContext,
  type SaslStep,
} from './sasl.ts'

const bob: Account = {
  login: 'bob',
  password: 'correct horse',
  address: 'bob@example.org',
  token: 'ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg',
}
const ünal: Account = { login: 'ünal', password: 'p\u00e4ss\u00adwort' }

const context: SaslContext = {
  accounts: [bob, ünal],
  nonce: '3rfcNHYJY1ZVvWVs7j',
  host: 'mail.example.org',
  tls: { version: 'TLSv1.3' },
}

const credentials: Credentials = {
  login: 'bob',
  password: 'correct horse',
  token: bob.token!,
  nonce: 'fyko+d2lbbFgONRv9qkxdawL',
}

type Form = 'initial response' | 'empty challenge'

/** Lets a client and a server talk until one of them has enough. */
function talk(mechanism: string, who: Credentials, way: Form, server = context): string {
  let client: ClientStep = beginExchange(mechanism, who)
  const sends = client.kind === 'respond' && way === 'initial response'
  let step: SaslStep = startExchange(
    mechanism,
    server,
    sends && client.kind === 'respond' ? client.octets : undefined,
  )
  let fresh = !sends && client.kind === 'respond'
  for (let turns = 0; turns < 10; turns++) {
    if (step.kind === 'failure') return `failure: ${step.reason}`
    if (step.kind === 'success') return `success: ${step.account.login}`
    // The first step of a client answers an empty challenge.
    if (fresh) expect(step.octets).toHaveLength(0)
    else if (client.kind === 'cancel') return `cancel: ${client.explanation}`
    else client = client.answer(step.octets)
    fresh = false
    if (client.kind !== 'respond') return client.kind
    step = step.answer(client.octets)
  }
  return 'no end'
}

const names = mechanisms.map(({ name }) => name)
const ways: readonly Form[] = ['initial response', 'empty challenge']
const each = names.flatMap((name) => ways.map((way) => [name, way] as const))

describe.each(each)('%s with an %s', (mechanism, way) => {
  test('lets the right one in', () =>
    expect(talk(mechanism, credentials, way)).toBe('success: bob'))

  test('takes the address for the login, in any case', () =>
    expect(talk(mechanism, { ...credentials, login: 'Bob@Example.ORG' }, way)).toBe('success: bob'))

  test('reports a wrong secret and an unknown login alike', () => {
    const wrong = { ...credentials, password: 'correct house', token: 'abc' }
    expect(talk(mechanism, wrong, way)).toBe('failure: credentials')
    expect(talk(mechanism, { ...wrong, login: 'nobody' }, way)).toBe('failure: credentials')
  })

  test('ends when the server has no end', () =>
    expect(talk(mechanism, { ...credentials, login: '' }, way)).toMatch(/^failure: |^success: bob/))
})

test.each(names.filter((name) => !/OAUTH/.test(name)))(
  '%s: a password is the same one however it is typed (RFC 4013)',
  (mechanism) =>
    expect(
      talk(mechanism, { ...credentials, login: 'ünal', password: 'pa\u0308sswort' }, ways[0]!),
    ).toBe('success: ünal'),
)

test.each(names)('%s: a wrong secret shows the same challenges as a wrong name', (mechanism) => {
  const seen = (login: string): string[] => {
    const received: string[] = []
    let client = beginExchange(mechanism, { ...credentials, login, password: 'x', token: 'x' })
    let step = startExchange(
      mechanism,
      context,
      client.kind === 'respond' ? client.octets : undefined,
    )
    while (step.kind === 'challenge' && client.kind !== 'cancel') {
      received.push(fromUtf8(step.octets).replace(/s=[^,]+/, 's=*'))
      client = client.answer(step.octets)
      if (client.kind === 'respond') step = step.answer(client.octets)
    }
    return [...received, JSON.stringify(step)]
  }
  expect(seen('nobody')).toEqual(seen('bob'))
})

describe('octets that no client should send', () => {
  const odd = [
    '',
    '\0',
    '\0\0',
    'a\0b',
    'a\0b\0c\0d',
    '\xff',
    'n,,',
    'p=tls-unique,,n=bob,r=a',
    'n,,n=bo=b,r=a',
    ',,,',
    'c=biws,r=a,p=a',
    '\x01\x01',
    'user=bob\x01auth=Basic x\x01\x01',
    'n,a=bob,\x01auth=Bearer\x01\x01',
    'bob 00',
  ]
  test.each(names.flatMap((name) => odd.map((octets) => [name, octets] as const)))(
    '%s %j',
    (mechanism, octets) => {
      const step = startExchange(mechanism, context, utf8(octets))
      const next = step.kind === 'challenge' ? step.answer(utf8(octets)) : step
      expect(next.kind === 'failure' || mechanism === 'LOGIN' || mechanism === 'OAUTHBEARER').toBe(
        true,
      )
      expect(next.kind).not.toBe('success')
      for (const who of ['client', 'server'] as const)
        expect(explainSasl(mechanism, who, utf8(octets))).not.toBe('')
    },
  )
})

describe('acting for somebody else', () => {
  test.each([
    ['PLAIN', 'bob\0bob\0correct horse', 'success'],
    ['PLAIN', 'bob@example.org\0bob\0correct horse', 'success'],
    ['PLAIN', 'ünal\0bob\0correct horse', 'authorization'],
    ['PLAIN', 'ünal\0bob\0wrong', 'credentials'],
  ])('%s %j: %s', (mechanism, initial, outcome) => {
    const step = startExchange(mechanism, context, utf8(initial))
    expect(step.kind === 'failure' ? step.reason : step.kind).toBe(outcome)
  })
})

describe('what is announced', () => {
  test('with TLS: all that some account can use', () => {
    expect(offeredMechanisms(context)).toEqual(names)
    expect(offeredMechanisms({ ...context, accounts: [ünal] })).toEqual(
      names.filter((name) => !/OAUTH/.test(name)),
    )
    expect(offeredMechanisms({ ...context, accounts: [] })).toEqual([])
  })

  const { tls: _, ...open } = context
  test('without: what hides its secret, unless the host allows all', () => {
    expect(offeredMechanisms(open)).toEqual(['SCRAM-SHA-256', 'SCRAM-SHA-1', 'CRAM-MD5'])
    expect(offeredMechanisms({ ...open, plainText: 'allowed' })).toEqual(names)
  })

  test.each([
    ['PLAIN', open, 'tls-required'],
    ['login', open, 'tls-required'],
    ['XOAUTH2', open, 'tls-required'],
    ['GSSAPI', context, 'unknown-mechanism'],
    ['SCRAM-SHA-1-PLUS', context, 'unknown-mechanism'],
    ['EXTERNAL', context, 'unknown-mechanism'],
    ['OAUTHBEARER', { ...context, accounts: [ünal] }, 'unknown-mechanism'],
    ['CRAM-MD5', context, 'syntax'],
  ] as const)('%s begun too early is refused: %s', (mechanism, server, reason) =>
    expect(startExchange(mechanism, server, utf8('x'))).toMatchObject({ kind: 'failure', reason }),
  )

  test.each([
    [['LOGIN', 'plain', 'SCRAM-SHA-1'], undefined, 'SCRAM-SHA-1'],
    [['PLAIN', 'XOAUTH2'], 'token', 'XOAUTH2'],
    [['LOGIN', 'PLAIN'], undefined, 'PLAIN'],
    [['GSSAPI'], undefined, undefined],
  ])('of %j a client with token %s takes %s', (announced, token, chosen) =>
    expect(chooseMechanism(announced, token === undefined ? {} : { token })).toBe(chosen),
  )
})

describe('a client leaves a server that cannot be right', () => {
  const begun = beginExchange('SCRAM-SHA-256', credentials)
  test.each([
    ['', /cannot be read/],
    ['r=another,s=QSXCR+Q6sek8bf92,i=4096', /nonce/],
    [`r=${credentials.nonce},s=QSXCR+Q6sek8bf92,i=4096`, /nonce/],
    [`r=${credentials.nonce}x,s=QSXCR+Q6sek8bf92,i=1`, /Fewer than 4096/],
    [`r=${credentials.nonce}x,s=QSXCR+Q6sek8bf92,i=999999999`, /More than/],
  ])('%j', (challenge, why) => {
    const step = begun.kind === 'respond' ? begun.answer(utf8(challenge)) : begun
    expect(step).toMatchObject({ kind: 'cancel', explanation: expect.stringMatching(why) })
  })

  test('that does not know the password', () => {
    const first = `r=${credentials.nonce}x,s=${encodeBase64(utf8('salt'))},i=4096`
    const final = begun.kind === 'respond' ? begun.answer(utf8(first)) : begun
    const end = final.kind === 'respond' ? final.answer(utf8('v=AAAA')) : final
    expect(end).toMatchObject({ kind: 'cancel', explanation: expect.stringMatching(/signature/) })
  })
})

describe('what a line means', () => {
  test.each([
    [
      'PLAIN',
      'client',
      '\0bob\0secret',
      'Login `bob`, password `secret`: anybody who listens can read it',
    ],
    [
      'PLAIN',
      'client',
      'eve\0bob\0secret',
      'Login `bob`, password `secret`, acting for `eve`: anybody who listens can read it',
    ],
    ['PLAIN', 'client', '\0\x01', '`0001`: this is no PLAIN response'],
    ['LOGIN', 'server', 'Username:', 'The server asks: `Username:`'],
    ['SCRAM-SHA-1', 'client', 'n,,n=user,r=abc', 'Login `user` and a nonce of the client `abc`'],
    [
      'SCRAM-SHA-1',
      'server',
      'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=',
      'The server proves that it knows the password too',
    ],
    ['GSSAPI', 'server', 'x', 'A mechanism that no host here knows'],
  ] as const)('%s %s %j', (mechanism, who, octets, meaning) =>
    expect(explainSasl(mechanism, who, utf8(octets))).toBe(meaning),
  )
})

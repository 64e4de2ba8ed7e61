import { describe, expect, test } from 'vitest'
import { runAsync, type Question } from '../core/effects.ts'
import { utf8 } from '../core/bytes.ts'
import type { DnsAnswer, DnsRecord } from '../core/dns.ts'
import { walkSteps } from '../core/trace.ts'
import { composeMessage } from '../message/compose.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { authenticate, type AuthenticationInput } from './authenticate.ts'
import { asciiDomain } from './author-domains.ts'
import { signDkim } from './dkim/sign.ts'

// The key of RFC 8463 Appendix A.
const privateKey = 'MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g'
const key = 'v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='

const ZONE: Readonly<Record<string, string>> = {
  'a.example': 'v=spf1 ip4:192.0.2.1 -all',
  '_dmarc.a.example': 'v=DMARC1; p=reject',
  's1._domainkey.a.example': key,
  '_dmarc.b.example': 'v=DMARC1; p=quarantine',
  'mx.a.example': 'v=spf1 ip4:192.0.2.1 -all',
}

function dns(question: Question & { ask: 'dns' }): DnsAnswer {
  const { name, type } = question
  const text = ZONE[name]
  if (text === undefined || type !== 'TXT')
    return { status: text ? 'nodata' : 'nxdomain', records: [] }
  const record: DnsRecord = { name, ttl: 1, type: 'TXT', strings: [text] }
  return { status: 'ok', records: [record] }
}

const answer = (question: Question) =>
  question.ask === 'dns' ? dns(question) : webCrypto.answer(question)

const mail = (from: string): Uint8Array =>
  composeMessage({
    headers: [
      ['From', from],
      ['Subject', 'Hello'],
    ],
    body: 'Hi.',
  })

const judge = (over: Partial<AuthenticationInput> = {}) =>
  runAsync(
    authenticate({
      ip: '192.0.2.1',
      helo: 'mx.a.example',
      mailFrom: 'ann@a.example',
      message: mail('ann@a.example'),
      now: 0,
      authservId: 'mx.b.example',
      ...over,
    }),
    answer,
  )

async function signed(bytes: Uint8Array): Promise<Uint8Array> {
  const job = {
    domain: 'a.example',
    selector: 's1',
    algorithm: 'ed25519-sha256',
    privateKey,
    now: 0,
  } as const
  const result = await runAsync(signDkim(bytes, job), answer)
  if (!result.ok) throw new Error(result.reason)
  return result.bytes
}

test('mail from its own server passes by SPF', async () => {
  const { spf, dkim, dmarc, header } = await judge()
  expect([spf.result, dkim.result, dmarc.result]).toEqual(['pass', 'none', 'pass'])
  expect(header).toBe(
    'mx.b.example; spf=pass smtp.mailfrom=a.example; spf=pass smtp.helo=mx.a.example; dkim=none; dmarc=pass header.from=a.example',
  )
})

test('forwarded mail passes by its signature', async () => {
  const { dmarc, header } = await judge({
    ip: '203.0.113.9',
    message: await signed(mail('ann@a.example')),
  })
  expect(dmarc.result).toBe('pass')
  expect(header).toMatch(
    /dkim=pass header\.d=a\.example header\.s=s1 header\.b=("[^"]{8}"|[^ ;"]{8});/,
  )
})

test('forged mail is to be rejected', async () => {
  const { dmarc, header, trace } = await judge({ ip: '203.0.113.9', mailFrom: 'x@evil.example' })
  expect(dmarc).toMatchObject({ result: 'fail', disposition: 'reject', policyDomain: 'a.example' })
  expect(header).toContain('spf=none smtp.mailfrom=evil.example')
  expect(header).toContain('dmarc=fail header.from=a.example policy.dmarc=reject')
  expect(new Set([...walkSteps(trace)].map(({ kind }) => kind.split('/')[0]))).toEqual(
    new Set(['authenticate', 'spf', 'dkim', 'dmarc', 'dns']),
  )
})

test('the null sender is judged by its HELO name, once', async () => {
  const { spf, helo, header } = await judge({ mailFrom: '' })
  expect(spf).toMatchObject({ result: 'pass', identity: 'helo', domain: 'mx.a.example' })
  expect(helo).toBeUndefined()
  expect(header).toContain('spf=pass smtp.helo=mx.a.example;')
})

describe('who is in From', () => {
  test.each([
    ['no address', 'Ann', 'permerror', 'none', ''],
    ['a literal', 'ann@[192.0.2.1]', 'permerror', 'none', ''],
    ['two of one domain', 'ann@a.example, al@A.example', 'pass', 'none', 'a.example'],
    [
      'two domains: the failing one counts',
      'ann@a.example, bob@b.example',
      'fail',
      'quarantine',
      'b.example',
    ],
    [
      'a quoted name with another address',
      '"bob@b.example" <ann@a.example>',
      'pass',
      'none',
      'a.example',
    ],
    ['a domain without a record', 'x@none.example', 'none', 'none', 'none.example'],
  ])('%s', async (_, from, result, disposition, authorDomain) => {
    const { dmarc } = await judge({ message: mail(from) })
    expect(dmarc).toMatchObject({ result, disposition, authorDomain })
  })

  test('two From fields', async () => {
    const message = utf8('From: ann@a.example\r\nFrom: bob@b.example\r\n\r\nHi\r\n')
    expect((await judge({ message })).dmarc).toMatchObject({
      result: 'fail',
      authorDomain: 'b.example',
    })
  })

  test('no From field', async () =>
    expect((await judge({ message: utf8('Subject: x\r\n\r\n') })).dmarc.result).toBe('permerror'))
})

test.each([
  ['Bücher.example', 'xn--bcher-kva.example'],
  ['A.Example.', 'a.example'],
  ['[192.0.2.1]', undefined],
  ['a b', undefined],
  ['ä/b', undefined],
  ['', undefined],
])('the domain `%s` is %s', (written, read) => expect(asciiDomain(written)).toBe(read))

test('what a stranger wrote cannot add a result', async () => {
  const { header } = await judge({ mailFrom: 'x@"; dmarc=pass header.from=a.example' })
  const outside = header.replace(/"(?:\\.|[^"\\])*"/g, '')
  expect(outside.match(/; dmarc=/g)).toHaveLength(1)
  expect(header).toMatch(/; dmarc=\w+ header\.from=a\.example( policy\.dmarc=reject)?$/)
})

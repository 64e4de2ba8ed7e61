import { describe, expect, test } from 'vitest'
import {
  composeMessage,
  findUnsubscribe,
  lintMessage,
  mergeAuthenticationResults,
  parseMessage,
  parseSuffixList,
  evaluateDmarc,
  createResolver,
  parseZone,
  readAuthenticationResults,
  readReceivedChain,
  readReceivedSpf,
  writeAuthenticationResults,
  writeReceivedSpf,
} from '../../src/index.ts'

describe('Authentication-Results', () => {
  const value = 'mx.example.org; spf=pass smtp.mailfrom=example.net; dkim=none'

  test('what is read is written alike', () => {
    const read = readAuthenticationResults(value)
    expect(read).toEqual({
      authservId: 'mx.example.org',
      results: [
        { method: 'spf', result: 'pass', properties: [['smtp.mailfrom', 'example.net']] },
        { method: 'dkim', result: 'none', properties: [] },
      ],
      problems: [],
    })
    expect(writeAuthenticationResults(read)).toBe(value)
  })

  test('the fields of one host are merged, those of others are left out', () => {
    const fields = [
      'mx.example.org; spf=pass',
      'mx.example.net; spf=fail',
      'MX.example.org; dkim=none',
    ]
    const message = parseMessage(
      composeMessage({
        headers: fields.map((field) => ['Authentication-Results', field] as const),
        body: 'Hello.',
      }),
    )
    expect(mergeAuthenticationResults(message, 'mx.example.org')).toBe('spf=pass; dkim=none')
  })

  test('what cannot be read is reported', () => {
    const { results, problems } = readAuthenticationResults('mx.example.org; spf; dkim=pass')
    expect(results.map(({ method }) => method)).toEqual(['dkim'])
    expect(problems.map(({ kind }) => kind)).toEqual(['missing-result'])
  })
})

test('a Received-SPF field is written and read', () => {
  const field = writeReceivedSpf({
    verdict: { result: 'pass', identity: 'mailfrom', domain: 'example.net', reason: 'Because.' },
    ...{ ip: '192.0.2.1', helo: 'mail.example.net', mailFrom: 'ann@example.net' },
    receiver: 'mx.example.org',
  })
  const { result, pairs } = readReceivedSpf(field)
  expect(result?.text).toBe('pass')
  expect(pairs.map(({ key, value }) => [key.text, value.text])).toContainEqual([
    'client-ip',
    '192.0.2.1',
  ])
})

const composed = (...headers: (readonly [string, string])[]) =>
  composeMessage({ headers: [['From', 'ann@example.org'], ...headers], body: 'Hello.' })

const UNSUBSCRIBE = [
  'List-Unsubscribe',
  '<mailto:leave@example.org>, <https://example.org/u/7>',
] as const
const ONE_CLICK = ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'] as const
const uris = ['mailto:leave@example.org', 'https://example.org/u/7']

describe('leaving a list', () => {
  test.each([
    ['no way', composed(), { uris: [], signed: false }],
    ['two ways', composed(UNSUBSCRIBE), { uris, signed: false }],
    [
      'one click',
      composed(UNSUBSCRIBE, ONE_CLICK),
      { uris, oneClick: 'https://example.org/u/7', signed: false },
    ],
    [
      'one click, signed',
      composed(UNSUBSCRIBE, ONE_CLICK, [
        'DKIM-Signature',
        'v=1; a=rsa-sha256; d=example.org; s=s; bh=YQ==; b=YQ==; h=from:List-Unsubscribe:list-unsubscribe-post',
      ]),
      { uris, oneClick: 'https://example.org/u/7', signed: true },
    ],
  ])('%s', (_, message, ways) => expect(findUnsubscribe(message)).toEqual(ways))

  test('problems are in the order of the message', () => {
    const message = parseMessage(
      composed(ONE_CLICK, ['Authentication-Results', 'mx.example.org; spf']),
    )
    const codes = lintMessage(message).map(({ code }) => code)
    expect(codes).toEqual([
      ...['message/date-missing', 'message/message-id-missing'],
      ...['unsubscribe/post-alone', 'results/missing-result'],
    ])
    expect(lintMessage(message, 'a.eml')[0]?.file).toBe('a.eml')
  })
})

test('DMARC as RFC 7489 had it takes a list of suffixes', () => {
  const zone = '_dmarc TXT "v=DMARC1; p=reject"'
  const resolver = createResolver([parseZone(zone, { origin: 'shop.example.ck' }).zone])
  const suffixes = parseSuffixList('// theirs\n*.ck\n')
  const seen = { from: 'a.shop.example.ck', spf: { result: 'none', domain: '' }, dkim: [] }
  expect(
    evaluateDmarc({ ...seen, mode: '7489', publicSuffixes: suffixes }, resolver).policyDomain,
  ).toBe('shop.example.ck')
})

test('the Received fields of a message show its way', () => {
  const text =
    'Received: from a.example ([192.0.2.1]) by b.example; Mon, 01 Jun 2026 12:00:00 +0000\r\n\r\n'
  const { hops, problems } = readReceivedChain(parseMessage(new TextEncoder().encode(text)))
  expect(hops).toMatchObject([{ ip: '192.0.2.1', by: { text: 'b.example' } }])
  expect(problems).toEqual([])
})

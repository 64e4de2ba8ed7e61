import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gzip } from '../../core/gzip.ts'
import { utf8 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import type { LinkedText } from '../link/link.ts'
import { check } from './check.ts'
import { checkLimits } from './limits.ts'
import { readFile } from './read-file.ts'
import { recognize } from './recognize.ts'

const checked = (texts: readonly LinkedText[], sender?: { ip: string; mailFrom: string }) =>
  check({ texts, now: Date.UTC(2026, 5, 1), ...(sender && { sender }) }, webCrypto)

const zone =
  '@ TXT "v=spf1 ip4:192.0.2.0/24 include:spf.other.example -all"\n@ MX 10 mail\nmail A 192.0.2.1\n'

describe('a text is', () => {
  test.each([
    ['$TTL 300\n@ A 192.0.2.1', 'zone'],
    ['example.org. 300 IN MX 10 mail.example.org.', 'zone'],
    ['@ TXT "v=spf1 -all"', 'zone'],
    ['v=spf1 include:_spf.example.org ~all', 'record'],
    ['"v=DKIM1; k=rsa; " "p=AAAA"', 'record'],
    ['v=DMARC1; p=none', 'record'],
    ['From: ann@example.org\nSubject: Hi\n\nHi', 'message'],
    ['From ann@example.org Mon Jun  1\nReceived: from a by b; x\n', 'message'],
    ['<html><body>', 'unknown'],
    ['{"a": 1}', 'unknown'],
    ['{"name": "x.test.",\n "rows": [\n{"a": "x A 192.0.2.1"}]}\n x 300 IN A 192.0.2.1', 'unknown'],
    ['"v=DKIM1; k=rsa; p=AAAA"\n"BBBB=="', 'record'],
    ['"v=spf1 a "\n"-all"', 'record'],
    ['Hello world', 'unknown'],
    ['https://example.org/', 'unknown'],
    ['', 'unknown'],
    ['x'.repeat(checkLimits.text + 1), 'unknown'],
  ])('%.30j: %s', (text, kind) => expect(recognize(text, '').kind).toBe(kind))

  test('and one that is unknown says why', () => {
    expect(recognize('<feedback>', '')).toMatchObject({ note: /DMARC report/ as unknown })
  })
})

/** What people have at hand, and the worst that is said of it. */
const atHand: readonly (readonly [what: string, text: string, first: string, cells: string])[] = [
  [
    'an export without name servers',
    '@ 3600 IN SOA ns.x.test. h.x.test. 1 2 3 4 5\n@ 300 IN TXT "v=spf1 +all"\n',
    'warning spf/pass-all',
    'no MX, +all, no key, none',
  ],
  [
    'what dig printed of a zone: nothing is said of what it was not asked for',
    ';; ANSWER SECTION:\nharbour.test. 300 IN MX 10 mx.harbour.test.\n',
    '',
    '1 mail host, not pasted, no key, not pasted',
  ],
  [
    'what nslookup printed',
    'Server: x\nAddress: 192.0.2.1\n\nharbour.test\ttext = "v=spf1 ptr -all"\n',
    'warning spf/ptr',
    'not pasted, -all, no key, not pasted',
  ],
  [
    'a table of a panel',
    'Type\tName\tContent\nTXT\t@\tv=spf1 +all\nTXT\t_dmarc\tv=DMARC1; p=none\n',
    'warning spf/pass-all',
    'not pasted, +all, no key, p=none',
  ],
  [
    'one record with more terms than may be looked up',
    `v=spf1 ${[...'abcdefghijk'].map((one) => `include:${one}.test`).join(' ')} -all`,
    'error spf/too-many-lookups',
    '',
  ],
  [
    'words without quotes, said once',
    '@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n@ TXT v=spf1 mx -all\n',
    'error zone/unquoted-words',
    'no MX, none, no key, none',
  ],
  [
    'what `dig +short` printed: each line is a record',
    '"v=spf1 include:a.test +all"\n"site-verification=x"\n',
    'warning spf/pass-all',
    'not pasted, +all, no key, not pasted',
  ],
  [
    'a policy whose name lacks its dot, said once and not missed beside it',
    '$ORIGIN x.test.\n$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n@ TXT "v=spf1 -all"\n_dmarc.x.test TXT "v=DMARC1; p=reject; rua=mailto:d@x.test"\n',
    'error dmarc/doubled-origin',
    'no MX, -all, no key, none',
  ],
]

/** What `dig`, a console or an export has of a zone, without a word about whose it is. */
test.each([
  [
    '_dmarc.shop.test. 300 IN TXT "v=DMARC1; p=none; rua=mailto:d@shop.test"\n',
    'shop.test',
    'p=none',
  ],
  [
    's1._domainkey.shop.test. CNAME k.esp.test.\n_dmarc.shop.test. TXT "v=DMARC1; p=none"\n',
    'shop.test',
    'p=none',
  ],
  ['www.shop.test. A 192.0.2.1\nmail.shop.test. A 192.0.2.2\n', 'shop.test', 'not pasted'],
  ['_dmarc.shop.test. TXT "v=DMARC1; p=none"\nshop.xn--p1ai. A 192.0.2.1\n', 'shop.test', 'p=none'],
  ['_dmarc.shop.test TXT "v=DMARC1; p=reject"\n', 'shop.test', 'not pasted'],
  ['\ufeff$ORIGIN shop.test.\n_dmarc TXT "v=DMARC1; p=none"\n', 'shop.test', 'p=none'],
  [
    'Name,Type,TTL,Value\ns1._domainkey.shop.test,TXT,300,"v=DKIM1; p="\n_dmarc.shop.test,TXT,300,"v=DMARC1; p=none"\n',
    'shop.test',
    'p=none',
  ],
  [
    '{"ResourceRecordSets":[{"Name":"_dmarc.shop.test.","Type":"TXT","TTL":300,"ResourceRecords":[{"Value":"\\"v=DMARC1; p=none\\""}]}]}',
    'shop.test',
    'p=none',
  ],
  ['_dmarc.shop.test\ttext = "v=DMARC1; p=none"\n', 'shop.test', 'p=none'],
])('whose zone %j is: %s', async (text, name, dmarc) => {
  const { texts, findings } = await checked([{ name: '', text }])
  expect(texts[0]!.name).toBe(name)
  expect(texts[0]!.cells.find(({ what }) => what === 'dmarc')!.value).toBe(dmarc)
  if (!text.includes('xn--'))
    expect(findings.map(({ code }) => code)).not.toContain('zone/out-of-zone')
})

describe('answers about several domains', () => {
  const text = [
    'shop.test. 300 IN TXT "v=spf1 include:spf.esp.com -all"',
    'spf.esp.com. 300 IN TXT "v=spf1 include:n.esp.com ~all"',
    'n.esp.com. 300 IN TXT "v=spf1 ip4:192.0.2.0/24 ~all"',
    '',
  ].join('\n')

  test('are records of each', async () => {
    const { texts, findings, sender } = await checked([{ name: '', text }], {
      ip: '192.0.2.9',
      mailFrom: 'ann@shop.test',
    })
    expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([])
    expect(texts[0]).toMatchObject({
      name: 'shop.test',
      about: /`n\.esp\.com`, `spf\.esp\.com`/ as unknown,
    })
    expect(sender).toMatchObject({ result: 'pass', term: { domain: 'n.esp.com' } })
  })

  test('are judged by their own rules, once', async () => {
    const { findings } = await checked([
      { name: '', text: text.replace('"v=spf1 ip4', '"v=spf1 ptr ip4') },
    ])
    expect(findings.filter(({ code }) => code === 'spf/ptr')).toHaveLength(1)
  })

  test('are outside of a zone that was stated', async () => {
    const codes = async (name: string, more = '') =>
      (await checked([{ name, text: more + text }])).findings.map(({ code }) => code)
    expect(await codes('shop.test')).toContain('zone/out-of-zone')
    expect(await codes('', '$ORIGIN shop.test.\n')).toContain('zone/out-of-zone')
  })
})

test('a name without its final dot is not taken for one below a zone that was made up', async () => {
  const text = '_dmarc.shop.test TXT "v=DMARC1; p=reject; rua=mailto:d@shop.test"\n'
  const { findings } = await checked([{ name: '', text }])
  expect(findings[0]).toMatchObject({ code: 'dmarc/doubled-origin' })
})

test.each([
  ['* TXT "v=spf1 -all"', 'none', 'warn'],
  ['_dmarc TXT "v=spf1 -all"', 'ignored', 'bad'],
  ['* TXT "v = DMARC2; p=none"', 'ignored', 'bad'],
])('what %s says of DMARC is %s', async (line, value, tone) => {
  const text = `$ORIGIN x.test.\n$TTL 60\n@ SOA ns h 1 2 3 4 5\n@ NS ns\nns A 192.0.2.1\n${line}\n`
  const { texts } = await checked([{ name: '', text }])
  expect(texts[0]!.cells.find(({ what }) => what === 'dmarc')).toMatchObject({ value, tone })
})

test('of two rules about a name without its dot one speaks, with the fix of the other', async () => {
  const text = '$ORIGIN x.test.\n$TTL 60\n@ MX 1 m.y.test.\n_dmarc.x.test TXT "v=DMARC1; p=none"\n'
  const { findings } = await checked([{ name: '', text: `@ SOA n h 1 2 3 4 5\n${text}` }])
  const about = findings.filter(
    ({ place }) => place?.before.startsWith('_dmarc') || place?.marked.startsWith('_dmarc'),
  )
  expect(about.filter(({ code }) => /doubled|absent/.test(code!))).toMatchObject([
    { code: 'dmarc/doubled-origin', fixes: [{ title: 'Add the final dot' }] },
  ])
})

test.each(atHand)('%s', async (_, text, first, cells) => {
  const { texts, findings } = await checked([{ name: '', text }])
  const [worst] = findings.filter(({ severity }) => severity !== 'hint')
  expect(worst ? `${worst.severity} ${worst.code}` : '').toBe(first)
  expect(texts[0]!.cells.map(({ value }) => value).join(', ')).toBe(cells)
  expect(new Set(findings.map(({ message }) => message)).size).toBe(findings.length)
})

test.each([
  ['+www.maple.test:192.0.2.1:300\n@maple.test:192.0.2.2:a:10:300\n', /tinydns/],
  ['The server said:\n550 5.1.1 User unknown\n', /`550` and `5\.1\.1`/],
  ['{"a": [1]}', /This is JSON/],
])('what cannot be read says what to paste: %j', async (text, note) =>
  expect((await checked([{ name: '', text }])).texts[0]!.note).toMatch(note),
)

describe('values without names', () => {
  test.each([
    ['v=spf1 a mx -all\nv=spf1 include:a.test ~all', 'error spf/multiple-records'],
    ['v=spf1 mx -all\r\n\r\nv=DMARC1; p=reject; rua=mailto:d@example.org\r\n', ''],
    ['v=spf1 a\n mx -all\nv=DMARC1;\n p=bad', 'error dmarc/policy-value'],
    ['“v=DMARC1; p=none; rua=mailto:d@example.org”', 'warning zone/smart-quote'],
    ["'v=spf1 mx -all'", 'warning zone/smart-quote'],
    ['`v=spf1 mx -all`', 'warning zone/smart-quote'],
    ['\u200bv=spf1 mx -all', 'error spf/characters'],
    ['"v=spf1 include:a.test" "include:b.test -all"', 'error spf/glued-strings'],
    ['"v=spf1 include:a.test " "include:b.test -all"', ''],
  ])('%j: %s', async (text, first) => {
    const { texts, findings } = await checked([{ name: '', text }])
    expect(texts[0]!.kind).not.toBe('unknown')
    const [worst] = findings.filter(({ severity }) => severity !== 'hint')
    expect(worst ? `${worst.severity} ${worst.code}` : '').toBe(first)
    for (const fix of worst?.fixes ?? []) expect(fix.changes[0]!.text).toBe(0)
  })

  test('a key needs no version', async () =>
    expect(await checked([{ name: '', text: `p=${'MIIB'.repeat(20)}` }])).toMatchObject({
      texts: [{ kind: 'record', about: 'a DKIM key' }],
    }))

  test.each([
    ['-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----', /Write a record/],
    ['-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----', /private key/],
  ])('%j is a key in a file', async (text, note) =>
    expect((await checked([{ name: '', text }])).texts[0]!.note).toMatch(note),
  )
})

describe('what a receiver noted', () => {
  const text = [
    'Authentication-Results: mx.example.net; dkim=pass header.i=@esp.test; spf=softfail smtp.mailfrom=a.test; dmarc=fail header.from=shop.test',
    'Return-Path: <b@a.test>',
    'Received: from out.a.test (out.a.test [203.0.113.9]) by mx.example.net; Mon, 1 Jun 2026 08:00:00 +0000',
    'From: news@shop.test',
    'Date: Mon, 01 Jun 2026 08:00:00 +0000',
    ...['Message-ID: <1@shop.test>', '', 'Hi', ''],
  ].join('\n')

  test('stands beside what is not known here', async () => {
    const { texts, findings } = await checked([{ name: '', text }])
    const [spf, , dmarc] = texts[0]!.verdicts
    expect(spf).toMatchObject({ result: 'unknown', reason: /noted `spf=softfail`/ as unknown })
    expect(dmarc).toMatchObject({ result: 'unknown', reason: /noted `dmarc=fail`/ as unknown })
    expect(findings[0]).toMatchObject({ severity: 'warning', place: { line: 1 } })
  })

  test('is nothing where it is known', async () => {
    const zones = [
      { name: 'a.test', text: '@ TXT "v=spf1 -all"\n' },
      { name: 'shop.test', text: '@ SOA n h 1 2 3 4 5\n_dmarc TXT "v=DMARC1; p=none"\n' },
    ]
    const { texts } = await checked([{ name: '', text }, ...zones])
    const reasons = texts[0]!.verdicts.map(({ reason }) => reason).join(' ')
    expect(reasons).not.toContain('noted')
  })
})

test.each(['> ', '    '])(
  'a message behind %j is read, and its fixes change what was read',
  async (prefix) => {
    const lines = ['From: ann@shop.test', 'Date: Mon, 01 Jun 2026 08:00:00 +0000', '', 'Hi']
    const { texts, findings } = await checked([
      { name: '', text: lines.map((line) => prefix + line).join('\n') },
    ])
    expect(texts[0]).toMatchObject({
      about: 'a message from `shop.test`',
      note: /before each line/ as unknown,
    })
    expect(texts[0]!.base).toBe(lines.join('\r\n'))
    expect(findings.map(({ code }) => code)).not.toContain('message/from-missing')
  },
)

describe('may this address send', () => {
  const ask = async (ip: string, mailFrom = 'ann@example.org') =>
    (await checked([{ name: 'example.org', text: zone }], { ip, mailFrom })).sender

  test('the term that decides is named', async () =>
    expect(await ask('192.0.2.7')).toMatchObject({
      result: 'pass',
      term: { text: 'ip4:192.0.2.0/24', domain: 'example.org' },
    }))
  test('what was not pasted leaves it open', async () =>
    expect(await ask('203.0.113.1')).toMatchObject({
      result: 'unknown',
      missing: [{ name: 'spf.other.example', type: 'TXT' }],
    }))
  test('a record that is pasted beside the zone closes it', async () => {
    const record = { name: 'spf.other.example', text: 'v=spf1 ip4:203.0.113.1 -all' }
    const { sender } = await checked([{ name: 'example.org', text: zone }, record], {
      ip: '203.0.113.1',
      mailFrom: 'example.org',
    })
    expect(sender).toMatchObject({ result: 'pass', term: { domain: 'spf.other.example' } })
  })
  test('what is no address is reported', async () =>
    expect(await ask('mail.example.org')).toMatchObject({ result: 'unread' }))
})

describe('a file', () => {
  test('that is packed is unpacked', () =>
    expect(readFile('example.org.zone.gz', gzip(utf8(zone)))).toEqual({
      ok: true,
      text: { name: 'example.org.zone', text: zone },
    }))
  test.each([
    ['little', [0xff, 0xfe, 0x40, 0, 0xe4, 0, 0x0a, 0]],
    ['big', [0xfe, 0xff, 0, 0x40, 0, 0xe4, 0, 0x0a]],
  ])('of Windows, with the %s end first, is read as characters', (_, bytes) =>
    expect(readFile('a.csv', new Uint8Array(bytes))).toEqual({
      ok: true,
      text: { name: 'a.csv', text: '@ä\n' },
    }),
  )
  test('that is no UTF-8 keeps its octets', () =>
    expect(readFile('a.eml', new Uint8Array([0x66, 0xfc]))).toEqual({
      ok: true,
      text: { name: 'a.eml', text: 'fü', octets: true },
    }))
  test.each([
    ['a bomb', gzip(new Uint8Array(50_000_000)), 'more than 2,000,000 octets come out of it'],
    ['ten million octets', new Uint8Array(10_000_000), 'up to 2,000,000 are read'],
    [
      'a message of Outlook',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      'Internet headers',
    ],
    ['a picture', new Uint8Array([137, 80, 78, 71, 0, 0]), 'octets of zero'],
    ['a broken archive', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'damaged'],
  ])('%s is refused with a sentence', (_, bytes, reason) =>
    expect(readFile('x', bytes)).toEqual({
      ok: false,
      reason: expect.stringContaining(reason) as string,
    }),
  )
})

test('a large zone is read to its end, and its findings are counted', async () => {
  const text = '$ORIGIN example.org.\n' + '@ TXT "v=spf1 -all mx"\n'.repeat(5000)
  const { findings, more } = await checked([{ name: '', text }])
  expect(findings).toHaveLength(checkLimits.findings)
  expect(more).toBeGreaterThan(0)
})

test('whatever is pasted is answered, with data that travels', async () => {
  const pieces = fc.constantFrom(
    ...[
      'v=spf1 ',
      'include:a.example ',
      '-all',
      '\n',
      '@ TXT ',
      '"',
      '$ORIGIN ',
      'From: a@b.example\n',
    ],
    ...[
      'DKIM-Signature: v=1; a=rsa-sha256; d=b.example; s=s; h=From; bh=AAAA; b=AAAA\n',
      '\n\n',
      'é',
      '\r',
      '(',
    ],
  )
  const text = fc.array(pieces, { maxLength: 20 }).map((all) => all.join(''))
  const one = fc.record(
    {
      name: fc.constantFrom('', 'example.org', 'a.eml', '_dmarc.b.example'),
      text: fc.oneof(text, fc.string()),
      octets: fc.constant(true as const),
      copy: fc.constantFrom('sent' as const, 'arrived' as const),
    },
    { requiredKeys: ['name', 'text'] },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(one, { maxLength: 4 }), fc.string(), async (texts, ip) => {
      const answer = await checked(texts, { ip, mailFrom: 'a@b.example' })
      expect(answer.texts).toHaveLength(texts.length)
      expect(structuredClone(answer)).toStrictEqual(answer)
    }),
    { seed: 7208, numRuns: 300 },
  )
})

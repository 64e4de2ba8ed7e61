import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinedText } from '../../core/dns.ts'
import { answerQuestion } from '../questions/index.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { initialValues, type ComposerId, type Values } from './composer.ts'
import { composerOf, composers } from './index.ts'
import { judge, zoneLines } from './judge.ts'
import { readTexts } from './read-texts.ts'

const ED25519 = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='
const domain = 'example.org'

const chosen = (id: ComposerId, values: Values): Values => ({
  ...initialValues(composerOf(id)),
  ...values,
})

const composed = (id: ComposerId, values: Values) =>
  composerOf(id).compose(chosen(id, values), domain)

const texts = (id: ComposerId, values: Values): string[] =>
  composed(id, values).records.map((record) =>
    'strings' in record ? joinedText(record) : JSON.stringify(record),
  )

const logo = 'https://example.org/logo.svg'

describe.each<[ComposerId, Values, string]>([
  ['spf', {}, 'v=spf1 mx ~all'],
  [
    'spf',
    { mx: '', ip: '192.0.2.1\n2001:db8::/32', all: '-all' },
    'v=spf1 ip4:192.0.2.1 ip6:2001:db8::/32 -all',
  ],
  [
    'spf',
    { a: 'yes', include: '_spf.one.example\n_spf.two.example' },
    'v=spf1 a mx include:_spf.one.example include:_spf.two.example ~all',
  ],
  [
    'spf',
    { hosts: 'shop.example.org', more: 'exists:%{i}.a.example exp=why.example.org' },
    'v=spf1 mx a:shop.example.org exists:%{i}.a.example exp=why.example.org ~all',
  ],
  [
    'spf',
    { mx: '', all: 'redirect', redirect: '_spf.example.com' },
    'v=spf1 redirect=_spf.example.com',
  ],
  ['dkim', { k: 'ed25519', p: ED25519 }, `v=DKIM1; k=ed25519; p=${ED25519}`],
  [
    'dkim',
    {
      k: 'ed25519',
      p: ED25519,
      strict: 'yes',
      testing: 'yes',
      mail: 'yes',
      sha256: 'yes',
      n: 'made in June',
    },
    `v=DKIM1; k=ed25519; p=${ED25519}; h=sha256; s=email; t=y:s; n=made in June`,
  ],
  ['dkim', { revoked: 'yes' }, 'v=DKIM1; k=rsa; p='],
  ['dmarc', {}, 'v=DMARC1; p=none'],
  [
    'dmarc',
    { p: 'reject', t: 'yes', rua: 'dmarc@example.org\na!b@example.org' },
    'v=DMARC1; p=reject; rua=mailto:dmarc@example.org,mailto:a%21b@example.org; t=y',
  ],
  [
    'dmarc',
    {
      p: 'quarantine',
      sp: 'none',
      np: 'reject',
      adkim: 's',
      aspf: 's',
      psd: 'n',
      ruf: 'f@example.org',
      fo: '1',
    },
    'v=DMARC1; p=quarantine; sp=none; np=reject; ruf=mailto:f@example.org; adkim=s; aspf=s; fo=1; psd=n',
  ],
  ['bimi', { l: logo }, `v=BIMI1; l=${logo}`],
  [
    'bimi',
    { l: logo, a: 'https://example.org/logo.pem', avp: 'personal', lps: 'yes', selector: 'news' },
    `v=BIMI1; l=${logo}; a=https://example.org/logo.pem; avp=personal; lps=true`,
  ],
  ['bimi', { declines: 'yes' }, 'v=BIMI1; l=; a='],
])('%s of %j', (id, values, text) => {
  test('is this record', () => expect(texts(id, values)).toEqual([text]))

  test('is read as it was chosen', () => {
    const lines = zoneLines(composed(id, values))
    const { found, dropped, domain: whose } = readTexts([{ name: '', text: lines }], '')
    expect(dropped).toEqual([])
    expect(whose).toBe(domain)
    expect(found.map((one) => one.id)).toEqual([id])
    expect(chosen(id, { ...chosen(id, values), ...found[0]!.values })).toEqual(chosen(id, values))
    expect(zoneLines(composed(id, found[0]!.values))).toBe(lines)
  })

  test('has no error', () => {
    const found = judge(composed(id, values), domain, '')
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

describe('MTA-STS', () => {
  const values = {
    mode: 'enforce',
    mx: 'mail.example.org\n*.mx.example.org',
    age: '2592000',
    web: '192.0.2.80',
    rua: 'tls@example.org',
  }

  test('is two records, the address of the web server, and a policy', () => {
    const { records, files } = composed('mta-sts', values)
    expect(zoneLines({ records })).toMatch(
      /^_mta-sts\.example\.org\. 3600 IN TXT "v=STSv1; id=[0-9a-f]{8}"\nmta-sts\.example\.org\. 3600 IN A 192\.0\.2\.80\n_smtp\._tls\.example\.org\. 3600 IN TXT "v=TLSRPTv1; rua=mailto:tls@example\.org"\n$/,
    )
    expect(files).toEqual([
      {
        name: 'https://mta-sts.example.org/.well-known/mta-sts.txt',
        text: 'version: STSv1\r\nmode: enforce\r\nmx: mail.example.org\r\nmx: *.mx.example.org\r\nmax_age: 2592000\r\n',
      },
    ])
  })

  test('is read as it was chosen', () => {
    const { records, files } = composed('mta-sts', values)
    const { found } = readTexts([{ name: '', text: zoneLines({ records }) }, ...files], '')
    expect(found).toHaveLength(1)
    expect(found[0]!.values).toMatchObject(values)
  })

  test('has another id when the policy is another', () => {
    const [first, second] = ['testing', 'enforce'].map(
      (mode) => texts('mta-sts', { ...values, mode })[0],
    )
    expect(first).not.toBe(second)
  })

  test('wants mail hosts', () => expect(composed('mta-sts', {}).records).toEqual([]))
})

test('a long key is split into strings of 255 octets, and joined it is the key', async () => {
  const pair = await crypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      modulusLength: 2048,
      publicExponent: Uint8Array.of(1, 0, 1),
      hash: 'SHA-256',
    },
    true,
    ['sign', 'verify'],
  )
  const spki = Buffer.from(await crypto.subtle.exportKey('spki', pair.publicKey)).toString('base64')
  const pem = `-----BEGIN PUBLIC KEY-----\n${spki.replace(/.{64}/g, '$&\n')}\n-----END PUBLIC KEY-----\n`
  const [record] = composed('dkim', { p: pem }).records
  const strings = record && 'strings' in record ? record.strings : []
  expect(strings.map(({ length }) => length)).toEqual([255, strings.join('').length - 255])
  expect(strings.join('')).toBe(`v=DKIM1; k=rsa; p=${spki}`)
  expect(judge(composed('dkim', { p: pem }), domain, '')).toEqual([])
})

test('a private key is never published', () => {
  const { records, notes } = composed('dkim', {
    p: '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----',
  })
  expect(records).toEqual([])
  expect(notes[0]!.text).toContain('private key')
})

describe('what the linter says is said', () => {
  test.each<[ComposerId, Values, string]>([
    ['spf', { ip: '300.1.1.1' }, 'spf/bad-ip4'],
    [
      'spf',
      { include: Array.from({ length: 11 }, (_, n) => `s${n}.example`).join('\n') },
      'spf/too-many-lookups',
    ],
    ['dmarc', {}, 'dmarc/no-reports'],
    ['mta-sts', { mx: 'a..b' }, 'mta-sts/mx-name'],
    ['bimi', { l: 'http://example.org/logo.svg' }, 'bimi/location'],
  ])('%s of %j: %s', (id, values, code) =>
    expect(judge(composed(id, values), domain, '').map((found) => found.code)).toContain(code),
  )

  test.each([
    [{ ip: '300.1.1.1' }, 'permerror'],
    [{ include: Array.from({ length: 11 }, (_, n) => `s${n}.example`).join('\n') }, 'permerror'],
    [{}, 'softfail'],
  ])('an SPF record of %j comes to what it is', (values: Values, meaning) =>
    expect(JSON.stringify(composed('spf', values).meaning)).toContain(meaning),
  )

  test('records that are written together are judged together', () => {
    const others = zoneLines(composed('dmarc', { p: 'none' }))
    const found = judge(composed('bimi', { l: logo }), domain, others)
    expect(found.map(({ code }) => code)).toContain('bimi/not-enforced')
  })

  test('nothing is said of what the lines leave open', () =>
    expect(judge(composed('spf', { a: 'yes', include: '_spf.example.org' }), domain, '')).toEqual(
      [],
    ))
})

describe('what others published', () => {
  test.each<[string, ComposerId, Values, readonly string[]]>([
    ['"v=spf1 a mx -all"', 'spf', { a: 'yes', mx: 'yes', all: '-all' }, []],
    [
      'v=spf1 ?a ip4:192.0.2.1 mx/24 ~all',
      'spf',
      { a: '', mx: '', more: '?a ip4:192.0.2.1 mx/24' },
      [],
    ],
    ['v=spf1 mx -all ip4:192.0.2.1', 'spf', { mx: 'yes', all: '-all' }, ['ip4:192.0.2.1']],
    [
      'v=DMARC1; p=reject; pct=50; ri=3600',
      'dmarc',
      { p: 'reject' },
      ['pct (no longer in the standard)', 'ri (no longer in the standard)'],
    ],
    ['v=BIMI1; l=; a=', 'bimi', { declines: 'yes' }, []],
    [
      'version: STSv1\nmode: enforce\nmx: mail.example.org\nmax_age: 86400',
      'mta-sts',
      { mode: 'enforce', mx: 'mail.example.org', age: '86400' },
      [],
    ],
  ])('%s', (text, id, values, dropped) => {
    const read = readTexts([{ name: '', text }], domain)
    expect(read.found[0]?.id).toBe(id)
    expect(read.found[0]?.values).toMatchObject(values)
    expect(read.dropped).toEqual(dropped)
  })

  test('lines of another domain are read by their names', () => {
    const text = '_dmarc.a.example. IN TXT "v=DMARC1; p=none"\na.example. 60 TXT "v=spf1 -all"'
    const read = readTexts([{ name: '', text }], domain)
    expect(read.domain).toBe('a.example')
    expect(read.found.map(({ id }) => id)).toEqual(['dmarc', 'spf'])
  })

  test('what is no record gives nothing', () =>
    expect(readTexts([{ name: '', text: 'Dear all,\nhello' }], '').found).toEqual([]))
})

describe('whatever is typed', () => {
  const lab = { world: undefined, crypto: webCrypto }

  test('is answered, and its record keeps to its own tags', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...composers),
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 12, maxLength: 12 }),
        fc.string(),
        async ({ id, fields }, given, typed) => {
          const values = Object.fromEntries(fields.map(({ name }, at) => [name, given[at] ?? '']))
          await answerQuestion('composedRecord', { id, domain: typed, values, beside: [] }, lab)
          const { zone } = await answerQuestion(
            'composedRecord',
            { id, domain, values, beside: [] },
            lab,
          )
          expect(zone.split('\n').every((line) => line === '' || line.includes(domain))).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('is read or not, and never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, text) => void readTexts([{ name, text }], name)),
    )
    const piece = fc.constantFrom(
      'v=spf1',
      'v=DMARC1;',
      'p=',
      ' ',
      '"',
      ';',
      'mx',
      '-all',
      '\n',
      '_dmarc',
      'TXT',
      'version: STSv1',
    )
    fc.assert(
      fc.property(
        fc.array(piece),
        (pieces) => void readTexts([{ name: domain, text: pieces.join('') }], domain),
      ),
    )
  })

  test('is limited', async () => {
    const huge = '1 '.repeat(2_000_000)
    const begin = performance.now()
    for (const { id, fields } of composers) {
      const values = Object.fromEntries(fields.map(({ name }) => [name, huge]))
      await answerQuestion('composedRecord', { id, domain, values, beside: [] }, lab)
    }
    readTexts([{ name: '', text: `v=spf1 ${huge}` }], '')
    expect(performance.now() - begin).toBeLessThan(5000)
  })
})

import { describe, expect, test } from 'vitest'
import { joinedText } from '../../core/dns.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { answerQuestion } from '../questions/index.ts'
import { composeLimits, initialValues, type ComposerId, type Values } from './composer.ts'
import { composerOf } from './index.ts'
import { domainGiven } from './given.ts'
import { policyText } from './mta-sts.ts'

const domain = 'firm.example'
const key = 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8A'

const composed = (id: ComposerId, values: Values) =>
  composerOf(id).compose({ ...initialValues(composerOf(id)), ...values }, domain)

const textOf = (id: ComposerId, values: Values): string | undefined => {
  const [record] = composed(id, values).records
  return record && 'strings' in record ? joinedText(record) : undefined
}

const noted = (id: ComposerId, values: Values): string =>
  composed(id, values)
    .notes.map(({ text }) => text)
    .join('\n')

describe('a provider’s own words in the fields of SPF', () => {
  test.each<[Values, string]>([
    [{ include: 'include:spf.news.example' }, 'v=spf1 mx include:spf.news.example ~all'],
    [
      { include: 'include:a.example include:b.example' },
      'v=spf1 mx include:a.example include:b.example ~all',
    ],
    [{ include: 'v=spf1 include:a.example -all' }, 'v=spf1 mx include:a.example ~all'],
    [{ include: '"v=spf1 include:a.example ~all"' }, 'v=spf1 mx include:a.example ~all'],
    [
      { include: 'v=spf1 mx ip4:192.0.2.9 a:b.example include:a.example ?all' },
      'v=spf1 ip4:192.0.2.9 mx a:b.example include:a.example ~all',
    ],
    [{ ip: 'ip4:192.0.2.1, +ip6:2001:db8::1' }, 'v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 mx ~all'],
    [{ ip: 'a::1', mx: '' }, 'v=spf1 ip6:a::1 ~all'],
    [{ hosts: 'a:shop.example', mx: '' }, 'v=spf1 a:shop.example ~all'],
    [
      { ip: '192.0.2.1\n192.0.2.1', include: 'a.example\na.example' },
      'v=spf1 ip4:192.0.2.1 mx include:a.example ~all',
    ],
  ])('%j is %s', (values, text) => expect(textOf('spf', values)).toBe(text))

  test('an end that was pasted is named, since another choice decides it', () => {
    expect(noted('spf', { include: 'v=spf1 include:a.example -all' })).toContain('`-all`')
    expect(noted('spf', { include: 'a.example' })).not.toContain('-all')
  })
})

describe('a key as a provider shows it', () => {
  test.each([
    key,
    `v=DKIM1; k=rsa; p=${key}`,
    `"v=DKIM1; k=rsa; p=${key}"`,
    `s1._domainkey.firm.example. IN TXT "v=DKIM1; k=rsa; p=${key.slice(0, 9)}" "${key.slice(9)}"`,
    `s1._domainkey IN TXT ( "v=DKIM1; k=rsa; "\n  "p=${key}" ) ; a key`,
    `v=DKIM1\\; k=rsa\\; p=${key}`,
    `-----BEGIN PUBLIC KEY-----\n${key}\n-----END PUBLIC KEY-----`,
  ])('%s', (p) => expect(textOf('dkim', { p })).toBe(`v=DKIM1; k=rsa; p=${key}`))

  test('an alias is published as it is', () => {
    const p = 'k1._domainkey.firm.example CNAME dkim.news.example'
    expect(composed('dkim', { p }).records).toEqual([])
    expect(noted('dkim', { p })).toContain('CNAME')
  })

  test.each([
    ['s1._domainkey', 's1._domainkey.firm.example'],
    ['S1._domainkey.firm.example.', 'S1._domainkey.firm.example'],
    ['news.s1', 'news.s1._domainkey.firm.example'],
  ])('the selector %s', (selector, name) =>
    expect(composed('dkim', { p: key, selector }).records[0]?.name).toBe(name),
  )

  test('a selector that is no name is refused', () => {
    expect(composed('dkim', { p: key, selector: 'news/2026' }).records).toEqual([])
    expect(noted('dkim', { p: key, selector: 'news/2026' })).toContain('`news/2026`')
  })
})

test.each([
  ['mail.firm.example.', ['mail.firm.example']],
  ['10 mail.firm.example.\n20 mx2.firm.example.', ['mail.firm.example', 'mx2.firm.example']],
  ['firm.example. 3600 IN MX 10 mail.firm.example.', ['mail.firm.example']],
  ['https://mail.firm.example/', ['mail.firm.example']],
  ['a.example, b.example', ['a.example', 'b.example']],
])('mail hosts given as %j', (mx, hosts) =>
  expect(
    policyText({ mode: 'testing', mx, age: '86400' })
      .split('\r\n')
      .filter((line) => line.startsWith('mx: ')),
  ).toEqual(hosts.map((host) => `mx: ${host}`)),
)

test.each([
  ['https://www.firm.example/contact', 'www.firm.example'],
  ['info@firm.example', 'firm.example'],
  ['Ann <ann@firm.example>', 'firm.example'],
  ['firm.example.', 'firm.example.'],
  ['http://firm.example:8080', 'firm.example'],
  ['', ''],
])('the domain in %j is %j', (typed, name) => expect(domainGiven(typed)).toBe(name))

test('reports to somebody else need their consent, and a note says so', () => {
  const values = { rua: 'abc@rua.reports.example' }
  expect(noted('dmarc', values)).toContain('`firm.example._report._dmarc.rua.reports.example`')
  expect(noted('dmarc', { rua: 'dmarc@mail.firm.example' })).not.toContain('_report')
})

describe('what is left out has its number', () => {
  const lab = { world: undefined, crypto: webCrypto }
  const notesOf = async (values: Values, typed = domain) => {
    const asked = { id: 'spf', domain: typed, values, beside: [] } as const
    const { notes } = await answerQuestion('composedRecord', asked, lab)
    return notes.map(({ text }) => text).join('\n')
  }

  test('entries beyond the limit', async () => {
    const ip = Array.from({ length: 150 }, (_, n) => `192.0.2.${n}`).join('\n')
    expect(await notesOf({ ip })).toContain(`has 150 entries; the first ${composeLimits.entries}`)
  })

  test('characters beyond the limit', async () =>
    expect(await notesOf({ more: 'x'.repeat(9000) })).toContain(
      'has 9,000 characters; the first 8,192',
    ))

  test('nothing, where all of it is taken', async () =>
    expect(await notesOf({ ip: '192.0.2.1' })).not.toContain('first'))

  test('a name of a web server is asked about', async () => {
    expect(await notesOf({}, 'www.firm.example')).toContain('`@firm.example`')
    expect(await notesOf({}, 'firm.example')).not.toContain('`@firm.example`')
  })
})

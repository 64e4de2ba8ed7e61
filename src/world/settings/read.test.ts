import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../core/diagnostic.ts'
import { host as hostSchema } from '../spec/host.ts'
import type { HostSpec } from '../spec.ts'
import { sandboxWorld } from '../sandbox.ts'
import { allSettings } from './all-settings.ts'
import { printSettings, valueText } from './print.ts'
import { readSettings } from './read.ts'

const plain: HostSpec = {
  name: 'mail.example.org',
  addresses: ['192.0.2.25'],
  smtp: {
    ...{ personality: 'teaching', domains: ['example.org'], relayFrom: ['192.0.2.0/24'] },
    ...{ maxSize: 10_485_760, authenticates: true },
  },
  keys: [
    { domain: 'example.org', selector: 'june', algorithm: 'rsa-sha256', privateKey: 'MIIE' },
    { domain: 'example.org', selector: 'july', algorithm: 'rsa-sha256', privateKey: 'MIIE' },
  ],
}

/** A host with nearly everything that can be set. */
const rich: HostSpec = {
  ...plain,
  helo: 'relay.example.org',
  zone: '-0330',
  smtp: {
    ...plain.smtp!,
    ...{ dmarc: 'literal', dmarcEdition: '7489', distrusts: ['203.0.113.66', '2001:db8::/32'] },
    ...{ bareLf: 'lax', tls: 'required', queuesFor: ['example.net'], backupRecipients: 'known' },
    ...{ greylisting: { delay: 300, lifetime: 86_400 }, recipients: 'any', greetingDelay: 5 },
    bimi: true,
    trusts: { forwarders: ['198.51.100.0/24'], sealers: ['lists.test'] },
    filters: [
      { policy: 'spf', fail: 'refuse', softfail: 'junk' },
      { policy: 'reverse-name' },
      { policy: 'reputation', refuseBelow: 5.5, newPerHour: 20 },
      { policy: 'bulk', from: 5, complaints: 0.1, action: 'defer' },
      { policy: 'content', files: ['exe', 'scr'], needs: ['Date'], action: 'refuse' },
    ],
    gateway: { afterCheck: [{ kind: 'footer', text: '-- \\ two\nlines' }, { kind: 'trim' }] },
    rates: { per: 3600, connections: 10, logins: 5 },
    limits: { recipients: 10, duration: 90.5 },
    tarpit: { after: 0, delay: 8 },
    faults: [{ kind: 'drop', at: 'DATA' }],
  },
  submission: {
    ...{ personality: 'postfix', domains: ['example.org'], maxSize: 1000, greetingDelay: 1 },
    tenants: [
      { login: 'shop', password: ' two words', domains: ['shop.test'], returnPath: 'example.org' },
      { login: 'app', password: 'w', domains: ['a.test', 'b.test'], perHour: 100 },
    ],
  },
  lmtp: {
    personality: 'dovecot',
    domains: ['example.org'],
    maxSize: 2 ** 30,
    limits: { errors: 3 },
  },
  imap: { personality: 'dovecot', domains: ['example.org'], plaintextLogin: 'allowed' },
  pop3: { personality: 'dovecot', domains: ['example.org'] },
  queue: { retryAfter: [60, 300.5], giveUpAfter: 3600, reportDelayAfter: 600 },
  cachesDns: true,
  signWith: ['july._domainkey.example.org'],
  canonicalization: 'simple/relaxed',
  aliases: [
    { address: 'sales@example.org', to: ['alice@example.org', 'bob@example.net'] },
    { address: '*@example.org', to: ['alice@example.org'] },
  ],
  forwarding: {
    ...{ sender: 'srs', secret: 'x9', seal: true, junk: 'refused' },
    changes: [
      { kind: 'tag', text: '[Fwd]' },
      { kind: 'refold' },
      { kind: 'replace', text: '120 a crate', by: '9' },
    ],
  },
  relayThrough: { host: 'smtp.example.net', port: 465, login: { name: 'me', password: 'w' } },
  sending: {
    ...{ suppresses: true, complaintsTo: 'abuse@example.org', alsoSigns: 'example.org' },
    ...{ tls: 'verified', tlsFor: [{ domain: 'example.com', tls: 'none' }], honours: ['dane'] },
    mxAliases: 'refused',
  },
  certificate: {
    ...{ names: ['mail.example.org', '*.example.net'], until: '2026-09-01T00:00:00Z' },
    ...{ issuer: 'self', digests: { key: 'a'.repeat(64), issuerKey: '0'.repeat(64) } },
  },
  https: {
    files: [
      { path: '/.well-known/mta-sts.txt', text: 'version: STSv1\nmode: none\nmax_age: 1\n' },
      { path: '/logo.svg', type: 'image/svg+xml', text: ' <svg a="\\n">\t</svg> \r\n' },
      { path: '/empty', text: '' },
    ],
    endpoints: [
      { path: '/leave', does: 'unsubscribe', list: 'club@example.org' },
      { path: '/never', does: 'unsubscribe' },
      { path: '/hook', does: 'collect' },
      { path: '/old', does: 'redirect', to: 'https://example.org/new?a=b' },
      { path: '/down', does: 'answer', status: 503, text: ' Later\n' },
      { path: '/gone', does: 'answer', status: 410 },
    ],
  },
  lists: [
    {
      ...{ address: 'club@example.org', name: 'Book Club', members: ['alice@example.org'] },
      ...{ subjectTag: '[Club]', footer: '--\nThe club\n', from: 'by-policy', seal: true },
      ...{ strangers: 'refused', unsubscribe: 'https://example.org/leave', bounceLimit: 3 },
    },
    { address: 'empty@example.org', members: [] },
  ],
  feedbackLoops: [
    { domain: 'example.com', to: 'fbl@example.com' },
    { network: '2001:db8::/32', to: 'fbl@example.com' },
  ],
  reports: {
    dmarc: 'daily',
    failures: true,
    tls: 'daily',
    from: 'r@example.org',
    organization: 'Q & D',
  },
}

const read = (text: string, base = plain) => readSettings(base, text, 'mail.example.org.conf')
const marked = (text: string, base?: HostSpec): string[] =>
  read(text, base).diagnostics.map(
    ({ code, span }) => `${code.slice('settings/'.length)} «${text.slice(span.from, span.to)}»`,
  )

describe('a host as text, and back', () => {
  test.each([
    ['plain', plain],
    ['rich', rich],
    ...sandboxWorld.hosts.map((one) => [one.name, one] as const),
  ] as [string, HostSpec][])('%s', (_, host) => {
    expect(v.safeParse(hostSchema, host).issues).toBeUndefined()
    const { host: again, diagnostics } = read(printSettings(host), host)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(again).toEqual(host)
  })

  test('from any start, the text alone decides', () => {
    const { faults: _, ...smtp } = rich.smtp!
    const { faults: __, ...bare } = read(printSettings(plain), rich).host.smtp!
    expect(read(printSettings(rich), plain).host.smtp).toEqual(smtp)
    expect(bare).toEqual(plain.smtp)
  })

  test('nothing written is as by default', () => {
    const { host } = read('')
    expect(host.smtp).toEqual({ ...plain.smtp, domains: [], relayFrom: [] })
    expect(host.signWith).toBeUndefined()
  })
})

describe('how it is written', () => {
  test('comments, indented lines and commas', () => {
    const { host, diagnostics } = read(
      '# ours\ndomains = example.org,\n    # between\n    example.net\n\n  example.com\r\nretry_after=5m 1h\n',
    )
    expect(diagnostics).toEqual([])
    expect(host.smtp?.domains).toEqual(['example.org', 'example.net', 'example.com'])
    expect(host.queue?.retryAfter).toEqual([300, 3600])
  })

  test('an empty list is one', () => expect(read('sign_with =\n').host.signWith).toEqual([]))
})

test.each([
  ['relay_network = 192.0.2.7', ['unknown-name «relay_network»']],
  ['domains example.org', ['syntax «domains example.org»']],
  ['  domains = example.org', ['syntax «domains = example.org»']],
  ['= 5', ['syntax «= 5»']],
  ['tls = offered\ntls = none', ['twice «tls»']],
  ['tls = ofered', ['value «ofered»']],
  ['tls =', ['value «»']],
  ['authenticate = true', ['value «true»']],
  ['greeting_delay = 5min', ['value «5min»']],
  ['max_size = big', ['value «big»']],
  ['max_size = 10M # enough', ['value «# enough»']],
  ['relay_networks = 192.0.2.0/33', ['value «192.0.2.0/33»']],
  ['relay_networks = 192.0.2.7, 0.0.0.0/0', ['open-relay «0.0.0.0/0»']],
  ['relay_networks = ::/0', ['open-relay «::/0»']],
  ['relay_networks = 10.0.0.0/8', ['wide-network «10.0.0.0/8»']],
  ['domains = Example.ORG.', ['value «Example.ORG.»']],
  ['filters = spf\nspf_fail = refuse', ['spf-refuses «refuse»']],
  ['filters = spf\nspf_softfail = refuse', ['spf-refuses «refuse»']],
  ['spf_fail = junk', ['no-effect «spf_fail»']],
  ['dmarc_policy = literal', ['literal-dmarc «literal»']],
  ['authenticate = no\ndmarc_policy = careful', ['no-effect «dmarc_policy»']],
  ['imap_domains = example.org', ['no-effect «imap_domains»']],
  ['sign_with = june._domainkey.example.com', ['does-not-fit «june._domainkey.example.com»']],
  [
    'aliases =\n  sales@example.net: a@example.org',
    ['does-not-fit «sales@example.net: a@example.org»'],
  ],
  ['aliases = sales@example.org', ['value «sales@example.org»']],
  ['smarthost = smtp.example.net:26', ['value «smtp.example.net:26»']],
  ['smarthost_login = me', ['no-effect «smarthost_login»']],
  ['recipients = any', ['backscatter «any»']],
  ['authenticate = no\nbimi = yes', ['no-effect «bimi»', 'does-not-fit «yes»']],
  ['certificate_until = 2026-09-01T00:00:00Z', ['no-effect «certificate_until»']],
  ['certificate_names = Mx.example.org', ['value «Mx.example.org»']],
  ['clock_zone = +2', ['value «+2»']],
  ['clock_zone = +1500', ['value «+1500»']],
  ['clock_zone = CEST', ['value «CEST»']],
  ['personality = postfx', ['value «postfx»']],
  ['personality = dovecot', ['value «dovecot»']],
  ['imap_personality = dovecot', ['no-effect «imap_personality»']],
  ['mx_aliases = folowed', ['value «folowed»']],
  ['retry_after =', ['value «»']],
  ['retry_after = 0s', ['value «0s»']],
  ['give_up_after = 99999d', ['value «99999d»']],
])('%j has %j', (text, expected) =>
  expect(marked(text.startsWith('domains') || text.includes('aliases') ? `${text}` : text)).toEqual(
    expected,
  ),
)

test.each([
  ['lists =\n  club@example.com: a@b.test', ['does-not-fit «club@example.com: a@b.test»']],
  ['lists =\n  a@example.org: b', ['value «b»']],
  ['list_tags =\n  clbu@example.org: [C]', ['does-not-fit «clbu@example.org»']],
  ['list_from =\n  club@example.org: alway', ['value «alway»']],
  ['lists =\n  a@example.org: none', []],
  ['tenants =\n  x: a.test', ['does-not-fit «x»']],
  ['tenants =\n  x: a.test\ntenant_passwords =\n  x: w', []],
  ['tenant_limits =\n  shopp: 5', ['does-not-fit «shopp»']],
  ['tenant_limits =\n  shop: many', ['value «many»']],
  ['web_endpoints =\n  /a nothing', ['value «/a nothing»']],
  ['web_endpoints =\n  a collect', ['value «a collect»']],
  ['web_types =\n  /logo.png: image/png', ['does-not-fit «/logo.png»']],
  ['web_files =\n  /a b: c', ['value «/a b: c»']],
])('%j has %j, on a host with lists, customers and files', (text, expected) =>
  expect(
    marked(`domains = example.org\nauthenticate = yes\n${text}`, rich).filter(
      (one) => !one.startsWith('twice'),
    ),
  ).toEqual(expected),
)

test('what no line speaks of stays where it is no main setting, and an empty table takes it away', () => {
  expect(read('', rich).host.lists).toEqual(rich.lists)
  expect(read('', rich).host.https).toEqual(rich.https)
  expect(read('lists =\n', rich).host.lists).toBeUndefined()
  expect(marked('', rich)).toContain('does-not-fit «»')
  expect(marked('domains = example.org\nauthenticate = no', rich)).toContain('does-not-fit «no»')
  const { host } = read('domains = example.org\nlists =\n  club@example.org: a@b.test', rich)
  expect(host.lists).toEqual([{ address: 'club@example.org', members: ['a@b.test'] }])
})

test('who a server speaks as stays where it is not written', () => {
  const exchange = read('personality = exchange\ndomains = example.org').host
  expect(exchange.smtp?.personality).toBe('exchange')
  expect(read('domains = example.org', exchange).host.smtp?.personality).toBe('exchange')
  expect(read('personality = teaching', exchange).host.smtp?.personality).toBe('teaching')
  expect(read('imap_personality = teaching', rich).host.pop3?.personality).toBe('dovecot')
})

test('a fix makes the finding go', () => {
  for (const text of [
    ...['clock_zone = UTC', 'clock_zone = +2', 'clock_zone = -03:30', 'clock_zone = GMT+1'],
    ...['personality = postfx', 'mx_aliases = folowed'],
    'tls = ofered',
    'relay_network = 192.0.2.7',
    'relay_networks = 192.0.2.7, 0.0.0.0/0',
    'authenticate = on',
    'max_size = 10M # enough',
    'greeting_delay = 5min',
    'domains = Example.ORG.',
    'dmarc_policy = literal',
    'tls = offered\ntls = none',
    'domains example.org',
  ]) {
    const [fix] = read(text).diagnostics[0]!.fixes
    const fixed = applyEdits(text, fix!.edits)
    expect(marked(fixed), fixed).toEqual([])
  }
})

test('a value in one line, as a goal compares it', () => {
  const text = (name: string) =>
    valueText(
      allSettings.find((one) => one.name === name)!,
      rich,
    )
  expect(text('relay_networks')).toBe('192.0.2.0/24')
  expect(text('aliases')).toBe(
    'sales@example.org: alice@example.org, bob@example.net, *@example.org: alice@example.org',
  )
  expect(text('give_up_after')).toBe('1h')
  expect(text('forwarding_secret')).toBe('x9')
})

const words = fc.constantFrom(
  ...allSettings.map(({ name }) => name),
  ...[
    '=',
    ' = ',
    '\n',
    '\n   ',
    ', ',
    ': ',
    '#',
    'yes',
    'no',
    '5m',
    '10M',
    'none',
    'refuse',
    'spf',
  ],
  ...[
    'example.org',
    'a@example.org',
    '0.0.0.0/0',
    '::/0',
    'tag [x]',
    '\r\n',
    '\\n',
    'required',
    '7',
  ],
)

test('any text is read, and what is sound makes a sound host', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      const { host, isSound, diagnostics } = read(text, rich)
      for (const { span } of diagnostics) {
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(span.to).toBeGreaterThanOrEqual(span.from)
        expect(span.to).toBeLessThanOrEqual(text.length)
      }
      if (!isSound) return
      expect(v.safeParse(hostSchema, host).issues).toBeUndefined()
      expect(read(printSettings(host), rich).host).toEqual(host)
    }),
    { numRuns: 1500 },
  )
})

const lines = fc.array(
  fc
    .tuple(
      fc.constantFrom(...allSettings.map(({ name }) => name)),
      fc.array(words, { maxLength: 3 }),
    )
    .map(([name, rest]) => `${name} = ${rest.join(' ')}`),
  { maxLength: 12 },
)

test('lines of settings do too', () => {
  fc.assert(
    fc.property(lines, (all) => {
      const { host, isSound } = read(all.join('\n'), rich)
      if (isSound) expect(v.safeParse(hostSchema, host).issues).toBeUndefined()
    }),
    { numRuns: 1500 },
  )
})

test('a text without end is read as far as the limit', () => {
  const { diagnostics } = read('# x\n'.repeat(100_000))
  expect(diagnostics.map(({ code }) => code)).toEqual(['settings/syntax'])
  expect(read(`domains = ${'a '.repeat(40_000)}`).isSound).toBe(false)
})

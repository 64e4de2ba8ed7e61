import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as helo from './index.ts'
import {
  applyEdits,
  authenticate,
  bodyOf,
  composeMessage,
  createResolver,
  evaluateDmarc,
  evaluateDmarcAsync,
  evaluateSpf,
  evaluateSpfAsync,
  findMailHosts,
  findMailHostsAsync,
  formatZone,
  lint,
  parseMessage,
  parseZone,
  questionsOf,
  renderFrame,
  rules,
  sealArc,
  sectionLabel,
  sectionUrl,
  signDkim,
  verifyArc,
  verifyDkim,
  walkSteps,
  type AsyncResolver,
  type Resolver,
} from './index.ts'

const PUBLIC = '11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='
/** RFC 8463 §A.1, as PKCS #8. */
const PRIVATE =
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----'

const NOW = Date.parse('2026-06-01T12:00:00Z')

const zoneText = `$TTL 1h
@ SOA ns hostmaster 1 1d 2h 4w 1h
@ NS ns
ns A 192.0.2.53
@ MX 10 mail
mail A 192.0.2.25
@ TXT "v=spf1 ip4:192.0.2.0/24 -all"
s1._domainkey TXT "v=DKIM1; k=ed25519; p=${PUBLIC}"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:dmarc@example.org"
`

const open = (text = zoneText) => parseZone(text, { origin: 'example.org' })
const resolver = createResolver([open().zone])

/** What somebody writes who has no zone: a table of answers, without places. */
const byHand: Resolver = {
  query(name, type) {
    const texts: Readonly<Record<string, string>> = {
      'example.org': 'v=spf1 ip4:192.0.2.0/24 -all',
      '_dmarc.example.org': 'v=DMARC1; p=reject',
      's1._domainkey.example.org': `v=DKIM1; k=ed25519; p=${PUBLIC}`,
    }
    const text = type === 'TXT' ? texts[name] : undefined
    if (text === undefined) return { status: name in texts ? 'nodata' : 'nxdomain', records: [] }
    return { status: 'ok', records: [{ name, ttl: 300, type: 'TXT', strings: [text] }] }
  },
}

const slow: AsyncResolver = { query: (name, type) => Promise.resolve(byHand.query(name, type)) }

const sender = { ip: '192.0.2.1', helo: 'mail.example.org', mailFrom: 'ann@example.org' }

const unsigned = composeMessage({
  headers: [
    ['From', 'Ann <ann@example.org>'],
    ['To', 'bob@example.net'],
    ['Subject', 'Hello'],
    ['Date', 'Mon, 01 Jun 2026 12:00:00 +0000'],
  ],
  body: 'Hello Bob.',
})

describe('zones', () => {
  test('a sound zone has no finding, as a zone and as what parseZone gave', () => {
    expect(lint([open()])).toEqual([])
    expect(lint([open().zone])).toEqual([])
  })

  test('problems of the parser and findings of the rules come in one list, in reading order', () => {
    const parsed = open(`${zoneText}www A 192.0.2\n@ CNAME mail\n`)
    const codes = lint([parsed]).map(({ code }) => code)
    expect(codes).toContain(parsed.problems[0]?.code)
    expect(codes).toContain('zone/cname-at-apex')
    expect(lint([parsed.zone])).toEqual(lint([parsed]))
    const places = lint([parsed]).map(({ span }) => span.from)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('a finding is drawn, and mended', () => {
    const parsed = open(zoneText.replace('-all', '-all mx'))
    const [found] = lint([parsed])
    expect(found?.code).toBe('spf/terms-after-all')
    const frame = renderFrame(found!, parsed.zone.text)
    expect(frame).toContain('@ TXT "v=spf1 ip4:192.0.2.0/24 -all mx"')
    expect(frame).toContain(sectionLabel(found!.source))
    expect(sectionUrl(found!.source)).toContain('rfc7208')
    const fixed = applyEdits(parsed.zone.text, found!.fixes[0]!.edits)
    expect(lint([open(fixed)])).toEqual([])
  })

  test('of names outside of the zones nothing is said, unless they are all there is', () => {
    const pointing = open(
      `${zoneText.replace('-all', 'include:spf.example.net -all')}shop TXT "v=spf1 redirect=gone"\n` +
        `away CNAME spf.example.net.\nalias TXT "v=spf1 include:away.example.org -all"\n`,
    )
    const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code)
    expect(codes(lint([pointing]))).not.toContain('spf/include-target')
    expect(codes(lint([pointing], { outside: 'absent' }))).toContain('spf/include-target')
  })

  test('what leads nowhere inside of a zone is found', () => {
    const pointing = open(zoneText.replace('-all', 'include:gone.example.org -all'))
    expect(lint([pointing]).map(({ code }) => code)).toContain('spf/include-target')
  })

  test('advice is given where it is asked for, as hints', () => {
    const bare = open(zoneText.replace(/^_dmarc.*\n/m, ''))
    expect(lint([bare]).map(({ severity }) => severity)).not.toContain('hint')
    const advice = lint([bare], { advice: 'included' })
    expect(advice.map(({ code }) => code)).toContain('dmarc/absent')
  })

  test('a zone is formatted', () =>
    expect(formatZone(open('@   A 192.0.2.1\nwww  A 192.0.2.2').zone)).toBe(
      '@   A 192.0.2.1\nwww A 192.0.2.2\n',
    ))

  test('mail hosts are found, now and later', async () => {
    const hosts = [{ name: 'mail.example.org', preference: 10, addresses: ['192.0.2.25'] }]
    expect(findMailHosts('example.org', resolver)).toMatchObject({ result: 'hosts', hosts })
    expect(await findMailHostsAsync('example.org', resolver)).toMatchObject({ hosts })
    expect(findMailHosts('example.org', byHand).result).toBe('none')
  })

  test('every rule tells its reason', () => {
    expect(rules.length).toBeGreaterThan(100)
    expect(rules.find(({ code }) => code === 'spf/terms-after-all')?.why).toContain('`all`')
  })
})

describe('verdicts', () => {
  test.each([
    ['192.0.2.1', 'pass'],
    ['198.51.100.1', 'fail'],
  ])('SPF for %s: %s', async (ip, result) => {
    for (const dns of [resolver, byHand]) {
      const verdict = evaluateSpf({ ...sender, ip }, dns)
      expect(verdict).toMatchObject({ result, domain: 'example.org' })
      expect([...walkSteps(verdict.trace)].length).toBeGreaterThan(1)
      expect(questionsOf(verdict.trace)[0]?.question).toMatchObject({ name: 'example.org' })
    }
    expect(await evaluateSpfAsync({ ...sender, ip }, slow)).toMatchObject({ result })
  })

  test('a verdict from zones knows its place; one from a table needs none', () => {
    expect(evaluateSpf(sender, resolver).decidedBy?.place?.file).toBe('example.org.zone')
    expect(evaluateSpf(sender, byHand).decidedBy?.place).toBeUndefined()
  })

  test('a resolver that cannot answer makes it temporary', () => {
    const down: Resolver = { query: () => ({ status: 'timeout', records: [] }) }
    expect(evaluateSpf(sender, down).result).toBe('temperror')
  })

  test('DMARC follows RFC 9989 unless the old mode is asked for', async () => {
    const seen = {
      from: 'example.org',
      spf: { result: 'pass', domain: 'bounces.example.org' },
      dkim: [],
    } as const
    expect(evaluateDmarc(seen, byHand)).toMatchObject({ result: 'pass', mode: '9989' })
    expect(evaluateDmarc({ ...seen, mode: '7489' }, byHand).mode).toBe('7489')
    const forged = { ...seen, spf: { result: 'pass', domain: 'example.net' } } as const
    expect(await evaluateDmarcAsync(forged, slow)).toMatchObject({
      result: 'fail',
      disposition: 'reject',
    })
  })
})

describe('messages', () => {
  const sign = (message: Uint8Array) =>
    signDkim(message, {
      domain: 'example.org',
      selector: 's1',
      algorithm: 'ed25519-sha256',
      privateKey: PRIVATE,
      now: NOW,
    })

  const signed = async (): Promise<Uint8Array> => {
    const result = await sign(unsigned)
    if (!result.ok) throw new Error(result.reason)
    return result.bytes
  }

  test('a message is read', () => {
    const message = parseMessage(unsigned)
    expect(message.fields.map(({ name }) => name)).toEqual(['From', 'To', 'Subject', 'Date'])
    expect(new TextDecoder().decode(bodyOf(message))).toBe('Hello Bob.\r\n')
  })

  test('what was signed verifies, and a changed letter does not', async () => {
    const bytes = await signed()
    expect(await verifyDkim(bytes, slow, { now: NOW })).toMatchObject({ result: 'pass' })
    expect(await verifyDkim(bytes, resolver)).toMatchObject({ result: 'pass' })
    bytes[bytes.length - 4]!++
    const verdict = await verifyDkim(bytes, slow, { now: NOW })
    expect(verdict.signatures[0]).toMatchObject({ result: 'fail', bodyHash: 'differs' })
  })

  test('a chain is sealed, and holds', async () => {
    const bytes = await signed()
    expect(await verifyArc(bytes, slow)).toMatchObject({ status: 'none' })
    const sealed = await sealArc(bytes, {
      domain: 'example.org',
      selector: 's1',
      algorithm: 'ed25519-sha256',
      privateKey: PRIVATE,
      authservId: 'mx.example.org',
      authenticationResults: 'dkim=pass header.d=example.org; arc=none',
      chainStatus: 'none',
      now: NOW,
    })
    expect(sealed).toMatchObject({ ok: true, instance: 1 })
    if (!sealed.ok) return
    expect(await verifyArc(sealed.bytes, slow, { now: NOW })).toMatchObject({ status: 'pass' })
    sealed.bytes[sealed.bytes.length - 4]!++
    expect(await verifyArc(sealed.bytes, slow, { now: NOW })).toMatchObject({ status: 'fail' })
  })

  test('a key that is none is a result', async () =>
    expect(
      await signDkim(unsigned, {
        domain: 'example.org',
        selector: 's1',
        algorithm: 'rsa-sha256',
        privateKey: PRIVATE,
      }),
    ).toMatchObject({ ok: false }))

  test('a letter is judged as a receiver judges it', async () => {
    const message = await signed()
    const verdict = await authenticate({ ...sender, message, now: NOW }, slow)
    expect(verdict).toMatchObject({
      spf: { result: 'pass' },
      dkim: { result: 'pass' },
      dmarc: { result: 'pass' },
    })
    expect(verdict.header).toMatch(/^localhost; spf=pass .*dmarc=pass header\.from=example\.org/)
    const forged = await authenticate(
      { ...sender, ip: '198.51.100.9', message: unsigned, authservId: 'mx.example.net' },
      resolver,
    )
    expect(forged.dmarc).toMatchObject({ result: 'fail', disposition: 'reject' })
    expect(forged.header).toMatch(/^mx\.example\.net; /)
  })
})

test('nothing is exported that no test of the library uses', () => {
  const folder = join(import.meta.dirname, '../tests/library')
  const files = readdirSync(folder).map((name) => join(folder, name))
  const texts = [join(import.meta.dirname, 'index.test.ts'), ...files]
  const words = texts.flatMap((path) => readFileSync(path, 'utf8').match(/\w+/g) ?? [])
  const count = (name: string): number => words.filter((word) => word === name).length
  expect(Object.keys(helo).filter((name) => count(name) < 2)).toEqual([])
})

import { generateKeyPairSync } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { runAsync, type Question } from '../../core/effects.ts'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import type { DnsAnswer } from '../../core/dns.ts'
import { questionsOf, walkSteps } from '../../core/trace.ts'
import { parseMessage } from '../../message/parse.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { mergeResults } from './merge-results.ts'
import { sealArc, type SealOptions, type SealResult } from './seal-message.ts'
import { validateArc, type ArcVerdict } from './validate.ts'

const NOW = Date.UTC(2026, 0, 1)
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
const ed = generateKeyPairSync('ed25519')
const base64 = (bytes: Buffer): string => bytes.toString('base64')
const rsaPrivate = base64(rsa.privateKey.export({ type: 'pkcs8', format: 'der' }))
const edPrivate = base64(ed.privateKey.export({ type: 'pkcs8', format: 'der' }))
const KEYS: Readonly<Record<string, string>> = {
  's1._domainkey.list.example': `v=DKIM1; p=${base64(rsa.publicKey.export({ type: 'spki', format: 'der' }))}`,
  // The last 32 octets of an Ed25519 SubjectPublicKeyInfo are the key.
  's1._domainkey.forward.example': `v=DKIM1; k=ed25519; p=${base64(ed.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32))}`,
}

const MESSAGE =
  'Authentication-Results: mx.list.example; spf=pass smtp.mailfrom=a.example;\r\n dkim=pass header.d=a.example;\r\n' +
  'Authentication-Results: mx.list.example; dmarc=pass header.from=a.example\r\n' +
  'Authentication-Results: other.example; spf=fail smtp.mailfrom=a.example\r\n' +
  'From: Ann <ann@a.example>\r\nTo: list@list.example\r\nSubject: Hello\r\nDate: today\r\n\r\nHi all.\r\n'

function dns(name: string): DnsAnswer {
  const text = KEYS[name]
  if (text === undefined) return { status: 'nxdomain', records: [] }
  return { status: 'ok', records: [{ name, ttl: 1, type: 'TXT', strings: [text] }] }
}

const answering = (question: Question) =>
  question.ask === 'dns' ? dns(question.name) : webCrypto.answer(question)

const validate = (text: string, answer: typeof answering = answering): Promise<ArcVerdict> =>
  runAsync(validateArc(parseMessage(latin1(text)), { now: NOW }), answer)

async function trySeal(text: string, over: Partial<SealOptions> = {}): Promise<SealResult> {
  const { status } = await validate(text)
  const options: SealOptions = {
    domain: 'list.example',
    selector: 's1',
    algorithm: 'rsa-sha256',
    privateKey: rsaPrivate,
    authservId: 'mx.list.example',
    authenticationResults: 'spf=pass smtp.mailfrom=a.example',
    chainStatus: status,
    now: NOW,
    ...over,
  }
  return runAsync(sealArc(latin1(text), options), answering)
}

async function seal(text: string, over: Partial<SealOptions> = {}): Promise<string> {
  const sealed = await trySeal(text, over)
  if (!sealed.ok) throw new Error(sealed.reason)
  return fromLatin1(sealed.bytes)
}

const forwarder = {
  domain: 'forward.example',
  algorithm: 'ed25519-sha256',
  privateKey: edPrivate,
  authservId: 'forward.example',
} as const

let once = ''
let twice = ''
beforeAll(async () => {
  once = await seal(MESSAGE)
  twice = await seal(once, forwarder)
})

const results = ({ sets }: ArcVerdict): string[] =>
  sets.map((set) => `${set.instance} ${set.messageSignature.result} ${set.seal.result}`)

describe('what is sealed validates', () => {
  test('no set: none, and nothing is asked', async () => {
    const verdict = await validate(MESSAGE)
    expect(verdict).toMatchObject({ status: 'none', sets: [] })
    expect(questionsOf(verdict.trace)).toEqual([])
  })

  test('two handlers, RSA and Ed25519', async () => {
    const verdict = await validate(twice)
    expect(verdict).toMatchObject({ status: 'pass', oldestPass: 0 })
    expect(results(verdict)).toEqual(['1 pass pass', '2 pass pass'])
    expect(verdict.sets[1]!.seal).toMatchObject({ domain: 'forward.example', chainStatus: 'pass' })
    expect(verdict.sets[0]!.results?.authservId?.text).toBe('mx.list.example')
  })

  test('lines keep to a good length', () => {
    for (const line of twice.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
  })

  test('every question and every section stands in the trace', async () => {
    const { trace } = await validate(twice)
    expect(questionsOf(trace).map(({ question }) => question.name)).toEqual([
      ...['s1._domainkey.forward.example', 's1._domainkey.list.example'],
      ...['s1._domainkey.forward.example', 's1._domainkey.list.example'],
    ])
    for (const { source } of walkSteps(trace)) expect(source).toBeDefined()
  })

  test('the second style is signed as well', async () => {
    const text = await seal(once, { ...forwarder, style: 'comparable' })
    expect((await validate(text)).status).toBe('pass')
  })
})

describe('what was changed shows where', () => {
  test.each([
    ['the body', 'Hi all.', 'Hi all!', 'fail', ['1 not-checked not-checked', '2 fail not-checked']],
    ['a result', 'spf=pass', 'spf=fail', 'fail', ['1 pass not-checked', '2 pass fail']],
    [
      'an unsigned field',
      'From: Ann',
      'X-New: 1\r\nFrom: Ann',
      'pass',
      ['1 pass pass', '2 pass pass'],
    ],
  ])('%s', async (_, from, to, status, expected) => {
    const verdict = await validate(twice.replace(from, to))
    expect(verdict.status).toBe(status)
    expect(results(verdict)).toEqual(expected)
  })

  test('a list that rewrites the subject breaks the older message signature alone', async () => {
    const changed = once.replace('Subject: Hello', 'Subject: [list] Hello')
    const verdict = await validate(await seal(changed, { ...forwarder, chainStatus: 'pass' }))
    expect(verdict).toMatchObject({ status: 'pass', oldestPass: 2 })
    expect(results(verdict)).toEqual(['1 fail pass', '2 pass pass'])
  })

  test.each([
    ['a set taken out', /^ARC-[A-Za-z-]+: i=1;(?:[^\r]|\r\n[ \t])*\r\n/gm, '', /gap/],
    ['a seal taken out', /^ARC-Seal: i=2;(?:[^\r]|\r\n[ \t])*\r\n/m, '', /no `ARC-Seal`/],
    ['a status', 'cv=none', 'cv=pass', /`cv=none`/],
    ['an instance out of range', /^ARC-Seal: i=2/m, 'ARC-Seal: i=51', /1 to 50/],
  ])('%s breaks the structure', async (_, from, to, reason) => {
    const verdict = await validate(twice.replace(from, to))
    expect(verdict.status).toBe('fail')
    expect(verdict.reason).toMatch(reason)
    expect(questionsOf(verdict.trace)).toEqual([])
  })

  test.each(['timeout', 'servfail', 'nxdomain'] as const)('%s is final', async (status) => {
    const verdict = await validate(twice, (question) =>
      question.ask === 'dns' ? { status, records: [] } : webCrypto.answer(question),
    )
    expect(verdict.status).toBe('fail')
  })
})

describe('sealing', () => {
  test('a broken chain is sealed once, over its last set alone, and never again', async () => {
    const broken = once.replace('Hi all.', 'Hi.')
    const ended = await seal(broken, forwarder)
    expect(ended).toContain('cv=fail')
    expect(await validate(ended)).toMatchObject({ status: 'fail' })
    expect(await trySeal(ended, forwarder)).toMatchObject({ ok: false, kind: 'ended' })
  })

  test.each<[string, Partial<SealOptions>, string]>([
    ['no base64', { privateKey: '!' }, 'key'],
    ['a key of another kind', { privateKey: edPrivate }, 'key'],
    ['a status that cannot be', { chainStatus: 'pass' }, 'status'],
    ['a field that may change', { headers: ['From', 'Authentication-Results'] }, 'headers'],
    ['a field of ARC', { headers: ['From', 'ARC-Seal'] }, 'headers'],
  ])('%s is refused', async (_, over, kind) =>
    expect(await trySeal(MESSAGE, over)).toMatchObject({ ok: false, kind }),
  )

  test('51 sets are refused', async () => {
    const text = `ARC-Seal: i=50; cv=pass\r\n${MESSAGE}`
    expect(await trySeal(text, { chainStatus: 'fail' })).toMatchObject({ ok: false, kind: 'full' })
  })

  test.each([
    [
      'mx.list.example',
      'spf=pass smtp.mailfrom=a.example; dkim=pass header.d=a.example; dmarc=pass header.from=a.example',
    ],
    ['OTHER.example', 'spf=fail smtp.mailfrom=a.example'],
    ['nobody.example', 'none'],
  ])('the results of %s are one list', (authservId, expected) => {
    const merged = mergeResults(parseMessage(latin1(MESSAGE)), authservId)
    expect(merged.replace(/\s+/g, ' ')).toBe(expected)
  })

  test('results in UTF-8 stay what they are', async () => {
    const from = 'bücher.example'
    const field = `Authentication-Results: mx.list.example; dmarc=pass header.from="${from}"\r\n`
    const text = fromLatin1(new TextEncoder().encode(field)) + MESSAGE
    const merged = mergeResults(parseMessage(latin1(text)), 'mx.list.example')
    expect(merged).toContain(`header.from="${from}"`)
    const sealed = await seal(text, { authenticationResults: merged })
    const verdict = await validate(sealed)
    expect(verdict.status).toBe('pass')
    expect(verdict.sets[0]!.results?.problems).toEqual([])
    expect(sealed.split(fromLatin1(new TextEncoder().encode(from)))).toHaveLength(3)
  })

  test('by default the core of the message and its DKIM signatures are signed', async () => {
    const text = await seal(`DKIM-Signature: v=1\r\n${MESSAGE}`)
    expect(text.replace(/\r\n\s+/g, ' ')).toMatch(/h=From: ?To: ?Subject:.*DKIM-Signature;/)
  })
})

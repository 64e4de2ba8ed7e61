import { describe, expect, test } from 'vitest'
import type { DnsAnswer, DnsRecord } from '../core/dns.ts'
import { utf8 } from '../core/bytes.ts'
import { runAsync, runSync, type Effect, type Question } from '../core/effects.ts'
import { questionsOf, walkSteps, type Step } from '../core/trace.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { createResolver } from '../dns/resolver.ts'
import { parseZone } from '../dns/zone/parse.ts'
import { parseMessage } from '../message/parse.ts'
import { sealArc } from './arc/seal-message.ts'
import { validateArc } from './arc/validate.ts'
import { authenticate } from './authenticate.ts'
import { authorDomains } from './author-domains.ts'
import { evaluateBimi } from './bimi/evaluate.ts'
import { signDkim } from './dkim/sign.ts'
import { verifyDkim } from './dkim/verify.ts'
import { evaluateDmarc } from './dmarc/evaluate.ts'
import { findDestinations } from './dmarc/external-destination.ts'
import { parseDmarc } from './dmarc/parse.ts'
import { evaluateMtaSts } from './mta-sts/evaluate.ts'
import { findMailHosts } from './mx/evaluate.ts'
import { evaluateHelo, evaluateSpf } from './spf/evaluate.ts'
import { evaluateTlsRpt } from './tls-rpt/evaluate.ts'

const A_NAME = 'xn--bcher-kva.example'
const keys = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
const raw = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey))
const pkcs8 = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString(
  'base64',
)

const zone = parseZone(
  `$TTL 1h
@ SOA ns hostmaster 1 1h 1h 1h 1h
@ MX 10 mail
@ TXT "v=spf1 ip4:192.0.2.1 -all"
mail A 192.0.2.1
mail TXT "v=spf1 a -all"
_dmarc TXT "v=DMARC1; p=reject; rua=mailto:reports@${A_NAME}"
_mta-sts TXT "v=STSv1; id=1"
_smtp._tls TXT "v=TLSRPTv1; rua=mailto:tls@${A_NAME}"
default._bimi TXT "v=BIMI1; l=https://${A_NAME}/logo.svg"
s1._domainkey TXT "v=DKIM1; k=ed25519; p=${Buffer.from(raw).toString('base64')}"
`,
  // The zone's own name is taken in either form.
  { origin: 'bücher.example' },
).zone
const resolver = createResolver([zone])
const answer = (question: Question) =>
  question.ask === 'dns' ? resolver.query(question.name, question.type) : webCrypto.answer(question)
const answerNow = (question: Question): DnsAnswer => answer(question) as DnsAnswer
const now = <R>(effect: Effect<R>): R => runSync(effect, answerNow)

const evaluations: readonly [
  string,
  (domain: string) => { reason: string; trace: Step },
  string,
][] = [
  ['the hosts of MX', (domain) => now(findMailHosts(domain)), 'hosts'],
  [
    'SPF’s MAIL FROM',
    (domain) => now(evaluateSpf({ ip: '192.0.2.1', helo: 'x.test', mailFrom: `jörg@${domain}` })),
    'pass',
  ],
  [
    'SPF’s HELO',
    (domain) => now(evaluateHelo({ ip: '192.0.2.1', helo: `mail.${domain}` })),
    'pass',
  ],
  [
    'DMARC',
    (domain) =>
      now(
        evaluateDmarc({
          from: domain,
          spf: { result: 'pass', domain: `mail.${domain}` },
          dkim: [],
          mode: '9989',
        }),
      ),
    'pass',
  ],
  [
    'MTA-STS',
    (domain) =>
      now(
        evaluateMtaSts({
          domain,
          hosts: [`mail.${A_NAME}`],
          policy: `version: STSv1\r\nmode: enforce\r\nmx: mail.${domain}\r\nmax_age: 86400\r\n`,
        }),
      ),
    'pass',
  ],
  ['TLS-RPT', (domain) => now(evaluateTlsRpt(domain)), 'found'],
  ['BIMI', (domain) => now(evaluateBimi({ from: domain })), 'pass'],
]

describe.each(evaluations)('%s', (_, evaluate, result) => {
  test.each(['bücher.example', 'BÜCHER.example.', A_NAME])('takes %s', (domain) => {
    const verdict = evaluate(domain)
    expect(verdict).toMatchObject({ result })
    const asked = questionsOf(verdict.trace).map(({ question }) => question.name)
    expect(asked.length).toBeGreaterThan(0)
    for (const name of asked) expect(name).toMatch(/^[ -~]+$/)
  })
  test('shows what was written', () => {
    const { reason, trace } = evaluate('bücher.example')
    for (const text of [reason, ...[...walkSteps(trace)].map((step) => step.text)])
      // A record that names one is shown as it was published.
      expect(text).not.toMatch(/`[\w.*-]*xn--[\w.-]*`/)
  })
})

const mail = (from: string) =>
  utf8(`From: <ann@${from}>\r\nTo: <bob@example.org>\r\nSubject: Hi\r\n\r\nHi\r\n`)

const signing = {
  selector: 's1',
  algorithm: 'ed25519-sha256',
  privateKey: pkcs8,
  now: 1_700_000_000_000,
} as const

describe('DKIM and ARC', () => {
  test('a signature with U-labels in d= and i= finds its key', async () => {
    const signed = await runAsync(
      signDkim(mail('bücher.example'), { ...signing, domain: A_NAME, identity: `@${A_NAME}` }),
      answer,
    )
    if (!signed.ok) throw new Error(signed.reason)
    const verdict = await runAsync(
      verifyDkim(parseMessage(signed.bytes), { now: signing.now }),
      answer,
    )
    expect(verdict.signatures[0]).toMatchObject({ result: 'pass', domain: A_NAME })
    const inULabels = utf8(
      new TextDecoder().decode(signed.bytes).replaceAll(A_NAME, 'bücher.example'),
    )
    const changed = await runAsync(
      verifyDkim(parseMessage(inULabels), { now: signing.now }),
      answer,
    )
    // The key is found; the hash is that of another text.
    expect(changed.signatures[0]).toMatchObject({
      result: 'fail',
      domain: 'bücher.example',
      identity: '@bücher.example',
      bodyHash: 'match',
      headerSignature: 'broken',
    })
  })

  test('a signer writes A-labels', async () => {
    const options = { ...signing, domain: 'bücher.example', identity: 'ann@mail.bücher.example' }
    const signed = await runAsync(signDkim(mail('bücher.example'), options), answer)
    if (!signed.ok) throw new Error(signed.reason)
    expect(signed.field).toContain(`d=${A_NAME}; s=s1; i=ann@mail.${A_NAME};`)
    const judged = await runAsync(
      authenticate({
        ...{ ip: '192.0.2.1', helo: 'mail.bücher.example', mailFrom: 'ann@bücher.example' },
        ...{ message: signed.bytes, now: signing.now, authservId: 'mx.test' },
      }),
      answer,
    )
    expect(judged.spf).toMatchObject({ result: 'pass', domain: 'bücher.example' })
    expect(judged.dkim.signatures[0]!.result).toBe('pass')
    expect(judged.dmarc).toMatchObject({
      result: 'pass',
      authorDomain: 'bücher.example',
      policyDomain: 'bücher.example',
    })
    expect(judged.header).toMatch(/^[ -~]+$/)
  })

  test('a sealer writes A-labels, and the chain holds', async () => {
    const sealed = await runAsync(
      sealArc(mail('a.example'), {
        ...{ ...signing, domain: 'bücher.example', authservId: 'mx.test' },
        ...{ authenticationResults: 'arc=none', chainStatus: 'none' },
      }),
      answer,
    )
    if (!sealed.ok) throw new Error(sealed.reason)
    expect(sealed.fields[0]).toContain(`d=${A_NAME}`)
    const chain = await runAsync(
      validateArc(parseMessage(sealed.bytes), { now: signing.now }),
      answer,
    )
    expect(chain.status).toBe('pass')
  })
})

test('one author in two forms is one author, as first written', () =>
  expect(
    authorDomains(
      parseMessage(utf8(`From: <a@bücher.example>, <b@${A_NAME}>, <c@a.example>\r\n\r\n`)),
    ),
  ).toEqual(['bücher.example', 'a.example']))

test.each([
  ['bücher.example', A_NAME, true],
  [A_NAME, 'bücher.example', true],
  ['bücher.example', 'bücher.test', false],
])('From %s is aligned with %s: %s', (from, domain, aligned) =>
  expect(
    now(evaluateDmarc({ from, spf: { result: 'pass', domain }, dkim: [], mode: '9989' })).alignment
      .spf,
  ).toMatchObject({ domain, aligned }),
)

test('a report may go to an address with U-labels, written as percent escapes', () => {
  const record = parseDmarc('v=DMARC1; p=none; rua=mailto:a@b%C3%BCcher.example')
  expect(record.rua[0]).toMatchObject({ valid: true, domain: 'bücher.example' })
  const found = now(findDestinations({ policyDomain: A_NAME, record, tag: 'rua', mode: '9989' }))
  expect(found.addresses).toEqual(['a@bücher.example'])
})

test.each([
  ['findMailHosts', () => now(findMailHosts('bü cher.example')), 'none'],
  [
    'evaluateDmarc',
    () =>
      now(
        evaluateDmarc({
          ...{ from: 'bü cher.example', spf: { result: 'none', domain: '' }, dkim: [] },
          mode: '9989',
        }),
      ),
    'permerror',
  ],
  [
    'evaluateSpf',
    () => now(evaluateSpf({ ip: '192.0.2.1', helo: 'x.test', mailFrom: 'a@bü cher.example' })),
    'none',
  ],
])('%s asks nothing for what no name can hold', (_, evaluate, result) => {
  const verdict = evaluate()
  expect(verdict.result).toBe(result)
  expect(questionsOf(verdict.trace)).toEqual([])
})

test('a local part beyond ASCII in a macro matches nothing (RFC 8616 §4)', () => {
  const records: DnsRecord[] = [
    { name: 'a.example', ttl: 1, type: 'TXT', strings: ['v=spf1 exists:%{l}.u.a.example -all'] },
  ]
  const asked: string[] = []
  const verdict = runSync(
    evaluateSpf({ ip: '192.0.2.1', helo: 'x.test', mailFrom: 'jörg@a.example' }),
    (question) => {
      if (question.ask === 'dns') asked.push(question.name)
      return { status: 'ok', records }
    },
  )
  expect(verdict.result).toBe('fail')
  expect(asked).toEqual(['a.example'])
})

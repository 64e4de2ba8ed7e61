import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../../platform/webcrypto.ts'
import { fromLatin1 } from '../../../core/bytes.ts'
import type { CertificateSpec, HostSpec, OnPathSpec, SendingSpec, WorldSpec } from '../../spec.ts'
import {
  decisionsOf,
  eventsOf,
  heldBy,
  messagesIn,
  opener,
  sendMail,
  servicesWorld,
} from '../../testing/services-world.ts'
import type { World } from '../../world.ts'

const BOB = 'bob@example.net'
const KEY = 'ab'.repeat(32)
const OTHER = 'cd'.repeat(32)
const MX = 'mx.example.net'

const policyText = (mode: string, mx = MX, maxAge = 86_400): string =>
  `version: STSv1\nmode: ${mode}\nmx: ${mx}\nmax_age: ${maxAge}\n`

interface Given {
  readonly sending?: SendingSpec
  readonly certificate?: CertificateSpec
  readonly tls?: 'none' | 'offered'
  readonly policy?: string
  readonly zone?: readonly string[]
  readonly dnssec?: boolean
  readonly onPath?: readonly OnPathSpec[]
  readonly web?: Partial<HostSpec>
  readonly plan?: WorldSpec['plan']
}

function open(given: Given): World {
  const { sending, certificate, tls = 'offered', policy, zone = [], dnssec = false } = given
  const zones = servicesWorld.zones.map((one) =>
    one.origin === 'example.net'
      ? { ...one, dnssec, text: [one.text, ...zone, ''].join('\n') }
      : one,
  )
  const web: HostSpec = {
    ...{ name: 'mta-sts.example.net', addresses: ['198.51.100.80'] },
    https: {
      files: policy === undefined ? [] : [{ path: '/.well-known/mta-sts.txt', text: policy }],
    },
    ...given.web,
  }
  const hosts = [...servicesWorld.hosts, web].map((host): HostSpec => {
    if (host.name === 'mail.example.org') return { ...host, ...(sending && { sending }) }
    if (host.name !== MX || !host.smtp) return host
    return { ...host, smtp: { ...host.smtp, tls }, ...(certificate && { certificate }) }
  })
  const { onPath, plan } = given
  return opener(webCrypto)({}, { zones, hosts, ...(onPath && { onPath }), ...(plan && { plan }) })
}

const send = (world: World) => sendMail(world, { rcptTo: [BOB] })
const came = (world: World): number => heldBy(world, BOB).length
const self: CertificateSpec = { names: [MX], issuer: 'self' }
const strip: OnPathSpec = { to: MX, port: 25, does: 'strip-starttls' }
const forger: OnPathSpec = { to: MX, does: 'own-certificate', certificate: self }

describe('a sender with a rule of its own', () => {
  test.each<[SendingSpec, Given, 0 | 1, string[]]>([
    [{}, { certificate: self }, 1, []],
    [{}, { onPath: [strip] }, 1, []],
    [{ tls: 'none' }, {}, 1, []],
    [{ tls: 'opportunistic' }, { certificate: self }, 1, []],
    [{ tls: 'required' }, { certificate: self }, 1, [`tls accepted ${MX}`]],
    [{ tls: 'required' }, { tls: 'none' }, 0, [`tls deferred ${MX}`]],
    [{ tls: 'required' }, { onPath: [strip] }, 0, [`tls deferred ${MX}`]],
    [{ tls: 'required' }, { onPath: [forger] }, 1, [`tls accepted ${MX}`]],
    [{ tls: 'verified' }, {}, 1, [`tls accepted ${MX}`]],
    [{ tls: 'verified' }, { certificate: self }, 0, [`tls deferred ${MX}`]],
    [{ tls: 'verified' }, { certificate: { names: ['*.test'] } }, 0, [`tls deferred ${MX}`]],
    [{ tls: 'verified' }, { onPath: [forger] }, 0, [`tls deferred ${MX}`]],
    [
      { tlsFor: [{ domain: 'example.net', tls: 'verified' }] },
      { certificate: self },
      0,
      [`tls deferred ${MX}`],
    ],
    [{ tlsFor: [{ domain: 'alumni.test', tls: 'verified' }] }, { certificate: self }, 1, []],
  ])('%j, %j: %i arrives', async (sending, given, arrived, decisions) => {
    const world = open({ ...given, sending })
    await send(world)
    expect(came(world)).toBe(arrived)
    expect(decisionsOf(world)).toEqual(decisions)
    expect(eventsOf(world, 'deferred')).toHaveLength(1 - arrived)
  })

  test('speaks no TLS with `none`', async () => {
    const world = open({ sending: { tls: 'none' } })
    await send(world)
    expect(eventsOf(world, 'secured')).toEqual([])
  })
})

describe('MTA-STS', () => {
  const sending: SendingSpec = { honours: ['mta-sts'] }
  const zone = ['_mta-sts TXT "v=STSv1; id=1"', 'mta-sts A 198.51.100.80']

  test.each<[string, Given, 0 | 1, string[]]>([
    ['enforced and kept', { policy: policyText('enforce') }, 1, [`mta-sts accepted ${MX}`]],
    [
      'enforced, another host',
      { policy: policyText('enforce', 'a.test') },
      0,
      [`mta-sts deferred ${MX}`],
    ],
    [
      'enforced, a certificate of its own',
      { policy: policyText('enforce'), certificate: self },
      0,
      [`mta-sts deferred ${MX}`],
    ],
    [
      'enforced, no STARTTLS',
      { policy: policyText('enforce'), onPath: [strip] },
      0,
      [`mta-sts deferred ${MX}`],
    ],
    [
      'tested, no STARTTLS',
      { policy: policyText('testing'), onPath: [strip] },
      1,
      [`mta-sts noted ${MX}`],
    ],
    [
      'tested, another host',
      { policy: policyText('testing', 'a.test') },
      1,
      [`mta-sts noted ${MX}`],
    ],
    ['switched off', { policy: policyText('none'), certificate: self }, 1, []],
    ['broken', { policy: 'mode: enforce', certificate: self }, 1, [`mta-sts noted ${MX}`]],
    ['not there', { certificate: self }, 1, [`mta-sts noted ${MX}`]],
    [
      'on a host with a bad certificate',
      { policy: policyText('enforce'), certificate: self, web: { certificate: self } },
      1,
      [`mta-sts noted ${MX}`],
    ],
    [
      'whose record is hidden at the first contact',
      {
        policy: policyText('enforce'),
        certificate: self,
        onPath: [{ does: 'hide-answer', name: '_mta-sts.example.net' }],
      },
      1,
      [],
    ],
  ])('a policy that is %s', async (_, given, arrived, decisions) => {
    const world = open({ ...given, sending, zone })
    await send(world)
    expect(came(world)).toBe(arrived)
    expect(decisionsOf(world)).toEqual(decisions)
  })

  test('is fetched once, kept for its time, and fetched again for another id', async () => {
    const world = open({ policy: policyText('enforce'), sending, zone })
    const fetches = () => eventsOf(world, 'fetched').length
    await send(world)
    await send(world)
    expect(fetches()).toBe(1)
    const text = servicesWorld.zones.find(({ origin }) => origin === 'example.net')!.text
    world.setZone('example.net', `${text}${zone.join('\n').replace('id=1', 'id=2')}\n`)
    await send(world)
    expect(fetches()).toBe(2)
    world.advanceClock(25 * 3_600_000)
    await world.settled()
    await send(world)
    expect(fetches()).toBe(3)
  })

  test('once known, it holds although the record vanishes: until its time is over', async () => {
    const world = open({ policy: policyText('enforce', MX, 3600), sending, zone, onPath: [strip] })
    await send(world)
    const text = servicesWorld.zones.find(({ origin }) => origin === 'example.net')!.text
    world.setZone('example.net', text)
    await send(world)
    expect(came(world)).toBe(0)
    world.advanceClock(2 * 3_600_000)
    await world.settled()
    expect(came(world)).toBe(2)
  })
})

describe('DANE', () => {
  const sending: SendingSpec = { honours: ['dane'] }
  const tlsa = (text: string) => [`_25._tcp.mx TLSA ${text}`]
  const own: CertificateSpec = { ...self, digests: { key: KEY, issuerKey: OTHER } }

  test.each<[string, boolean, CertificateSpec, 0 | 1, string[]]>([
    [`3 1 1 ${KEY}`, true, own, 1, [`dane accepted ${MX}`]],
    [`3 1 1 ${KEY}`, true, { ...own, names: ['x.test'] }, 1, [`dane accepted ${MX}`]],
    [`3 1 1 ${OTHER}`, true, own, 0, [`dane deferred ${MX}`]],
    [`3 1 1 ${OTHER}`, false, own, 1, []],
    [`2 1 1 ${OTHER}`, true, own, 1, [`dane accepted ${MX}`]],
    [`2 1 1 ${OTHER}`, true, { ...own, names: ['x.test'] }, 0, [`dane deferred ${MX}`]],
    [`1 1 1 ${OTHER}`, true, own, 1, [`dane accepted ${MX}`]],
  ])('TLSA %s in a signed zone (%s)', async (record, dnssec, certificate, arrived, decisions) => {
    const world = open({ sending, zone: tlsa(record), dnssec, certificate })
    await send(world)
    expect(came(world)).toBe(arrived)
    expect(decisionsOf(world)).toEqual(decisions)
  })

  test.each<[string, readonly OnPathSpec[]]>([
    ['no STARTTLS', [strip]],
    ['a certificate of somebody else', [forger]],
    ['an answer that is hidden', [{ does: 'hide-answer', name: `_25._tcp.${MX}` }]],
  ])('%s: the mail waits', async (_, onPath) => {
    const zone = tlsa(`3 1 1 ${KEY}`)
    const world = open({ sending, zone, dnssec: true, certificate: own, onPath })
    await send(world)
    expect(came(world)).toBe(0)
    expect(decisionsOf(world)).toEqual([`dane deferred ${MX}`])
    expect(eventsOf(world, 'decided')[0]?.source?.rfc ?? 7672).toBe(7672)
  })
})

describe('somebody on the wire', () => {
  const acts = (world: World) => eventsOf(world, 'intercepted').map(({ does }) => does)

  test.each<[Given, string]>([
    [{ onPath: [{ to: MX, does: 'listen' }], tls: 'none' }, '0 were under TLS'],
    [{ onPath: [{ to: MX, does: 'listen' }] }, ' octets were read; '],
  ])('listens: %j', async (given, expected) => {
    const world = open(given)
    await send(world)
    expect(eventsOf(world, 'intercepted').map(({ what }) => what)).toEqual([
      expect.stringContaining(expected),
    ])
  })

  test.each<[string, Given, boolean]>([
    ['in the clear', { tls: 'none' }, true],
    ['not under TLS', {}, false],
    ['under TLS that it ended itself', { onPath: [forger] }, true],
  ])('alters a message %s', async (_, given, isAltered) => {
    const alter: OnPathSpec = { to: MX, does: 'alter', find: 'Hello', replace: 'Adieu' }
    const world = open({ ...given, onPath: [...(given.onPath ?? []), alter] })
    await send(world)
    const text = messagesIn(world, BOB).join('')
    expect(text.includes('Adieu')).toBe(isAltered)
    if (isAltered) expect(text).toContain('dkim=fail')
  })

  test('blocks a port: the mail waits', async () => {
    const world = open({ onPath: [{ from: 'mail.example.org', port: 25, does: 'block' }] })
    await send(world)
    expect(acts(world)).toEqual(['block'])
    expect(eventsOf(world, 'deferred')).toHaveLength(1)
  })

  test('leads a connection elsewhere, where the certificate tells', async () => {
    const redirect: OnPathSpec = { to: MX, does: 'redirect', host: 'mx.alumni.test' }
    const world = open({ sending: { tls: 'required' }, onPath: [redirect] })
    await send(world)
    expect(acts(world)[0]).toBe('redirect')
    expect(eventsOf(world, 'opened').map(({ to }) => to)).toEqual(['mx.alumni.test'])
    expect(came(world)).toBe(0)
  })

  test('strips STARTTLS: the sender reads another word, and sends in the clear', async () => {
    const world = open({ onPath: [strip] })
    await send(world)
    expect(acts(world)).toEqual(['strip-starttls'])
    const wire = eventsOf(world, 'wire').filter(({ from }) => from === 'client')
    expect(wire.map(({ bytes }) => fromLatin1(bytes)).join('')).toContain('MAIL FROM')
  })
})

import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { ONE_CLICK } from '../../message/list-unsubscribe.ts'
import { leaveToken } from '../lists/leave-token.ts'
import type { HostSpec, HttpsSpec, OnPathSpec, WorldSpec } from '../spec.ts'
import {
  decisionsOf,
  eventsOf,
  heldBy,
  opener,
  sendMail,
  servicesWorld,
  type HostChange,
} from '../testing/services-world.ts'
import type { World } from '../world.ts'

const CLUB = 'club@club.test'
const BOB = 'bob@example.net'
/** With the token that the list of this world, whose seed is fixed, writes for Bob. */
const LEAVE = `https://www.club.test/leave?m=bob%40example.net&t=${leaveToken(
  { spec: servicesWorld },
  { name: 'lists.club.test' },
  { address: CLUB },
  BOB,
)}`

const https: HttpsSpec = {
  files: [{ path: '/a.txt', text: 'A' }],
  endpoints: [
    { path: '/leave', does: 'unsubscribe', list: CLUB },
    { path: '/never', does: 'unsubscribe' },
    { path: '/gone', does: 'unsubscribe', list: 'x@club.test' },
    { path: '/hook', does: 'collect' },
    { path: '/moved', does: 'redirect', to: 'https://www.club.test/a.txt' },
    { path: '/broken', does: 'answer', status: 503 },
  ],
}

const web = (more: Partial<HostSpec> = {}): HostSpec => ({
  ...{ name: 'www.club.test', addresses: ['203.0.113.51'], https },
  sending: { suppresses: true },
  ...more,
})

const lists: HostChange = {
  lists: [
    {
      ...{ address: CLUB, members: ['alice@example.org', BOB] },
      unsubscribe: 'https://www.club.test/leave',
    },
  ],
}

function open(more: Partial<HostSpec> = {}, others: Partial<WorldSpec> = {}): World {
  const zones = servicesWorld.zones.map((zone) =>
    zone.origin === 'club.test'
      ? { ...zone, text: `${zone.text}www A 203.0.113.51\nempty TXT "x"\nlost A 203.0.113.99\n` }
      : zone,
  )
  const hosts = [...servicesWorld.hosts, web(more)].map((host) =>
    host.name === 'lists.club.test' ? { ...host, ...lists } : host,
  ) as HostSpec[]
  return opener(webCrypto)({}, { zones, hosts, ...others })
}

const ask = async (world: World, url: string, body?: string): Promise<string> => {
  const result = await world.fetch({
    ...{ by: 'mx.example.net', url },
    ...(body !== undefined && { method: 'POST' as const, body }),
  })
  return result.ok ? `${result.status}` : result.failure
}

test.each([
  ['https://www.club.test/a.txt', '200'],
  ['https://www.club.test/b.txt', '404'],
  ['https://www.club.test/moved', '302'],
  ['https://www.club.test/broken', '503'],
  ['https://www.club.test/leave', '400'],
  ['https://www.club.test/hook', '405'],
  ['https://empty.club.test/', 'name'],
  ['https://lost.club.test/', 'unreachable'],
  ['https://mx.example.net/', 'refused'],
  ['http://www.club.test/a.txt', 'url'],
  ['nonsense', 'url'],
])('a host that asks for %s gets %s', async (url, expected) => {
  const world = open()
  expect(await ask(world, url)).toBe(expected)
  expect(eventsOf(world, 'fetched')).toHaveLength(1)
})

test('a certificate that does not hold ends it, unless nobody looks', async () => {
  const world = open({ certificate: { names: ['www.club.test'], issuer: 'self' } })
  expect(await ask(world, 'https://www.club.test/a.txt')).toBe('certificate')
  const url = 'https://www.club.test/a.txt'
  const result = await world.fetch({ by: 'mx.example.net', url, certificate: 'ignored' })
  expect(result).toMatchObject({ ok: true, text: 'A' })
})

test('a file that is edited is served as it is now', async () => {
  const plan = [{ after: 60, file: { host: 'www.club.test', path: '/a.txt', text: 'C' } }]
  const world = open({}, { plan })
  const read = async () => {
    const result = await world.fetch({ by: 'mx.example.net', url: 'https://www.club.test/a.txt' })
    return result.ok && result.text
  }
  world.setFile('www.club.test', '/a.txt', 'B')
  expect(await read()).toBe('B')
  world.advanceClock(61_000)
  await world.settled()
  expect(await read()).toBe('C')
})

describe('one click', () => {
  const post = (world: World) => sendMail(world, { rcptTo: [CLUB] })
  const MULTIPART = `--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n`

  test.each([
    ['a program that fetches the link', undefined, true],
    ['a POST of something else', 'a=b', true],
    ['a POST of the one pair', ONE_CLICK, false],
    ['the same as form data', MULTIPART, false],
  ])('%s: Bob stays on the list: %s', async (_, body, stays) => {
    const world = open()
    await ask(world, LEAVE, body)
    await post(world)
    expect(heldBy(world, BOB)).toEqual(stays ? ['inbox: Hello'] : [])
  })

  test.each([
    ['without a token', LEAVE.replace(/&t=.*/, '')],
    ['with one that was guessed', LEAVE.replace(/&t=.*/, '&t=AAAAAAAAAAAAAAAA')],
    ['with that of somebody else', LEAVE.replace('bob', 'carol')],
  ])('%s takes nobody off', async (_, url) => {
    const world = open()
    expect(await ask(world, url, ONE_CLICK)).toBe('403')
    await post(world)
    expect(heldBy(world, BOB)).toEqual(['inbox: Hello'])
    expect(decisionsOf(world)[0]).toMatch(/^list refused (bob|carol)@example.net$/)
  })

  test('by a reader: the host posts it, and no post comes any more', async () => {
    const world = open({}, { plan: [{ after: 60, unsubscribe: BOB }] })
    await post(world)
    world.advanceClock(61_000)
    await world.settled()
    await post(world)
    expect(heldBy(world, BOB)).toEqual(['inbox: Hello'])
    expect(eventsOf(world, 'fetched')).toMatchObject([
      { by: 'mx.example.net', method: 'POST', url: LEAVE, status: 200 },
    ])
    expect(decisionsOf(world)).toEqual([`list accepted ${BOB}`])
  })

  test('is not offered where no signature covers the fields', async () => {
    const world = open({}, { plan: [{ after: 60, unsubscribe: BOB }] })
    await sendMail(world, {
      rcptTo: [BOB],
      ...{ mailFrom: 'x@club.test', host: 'mallory.test' },
      headers: [
        ['From', 'Club <club@club.test>'],
        ['List-Unsubscribe', `<${LEAVE}>`],
        ['List-Unsubscribe-Post', ONE_CLICK],
      ],
    })
    world.advanceClock(61_000)
    await world.settled()
    expect(decisionsOf(world)).toEqual([`one-click refused ${BOB}`])
    expect(eventsOf(world, 'fetched')).toEqual([])
  })

  test('without a list, nothing more is sent from there', async () => {
    const world = open()
    const url = 'https://www.club.test/never?m=bob%40example.net'
    expect(await ask(world, url, ONE_CLICK)).toBe('200')
    expect(decisionsOf(world)).toEqual([`suppression dropped ${BOB}`])
  })

  test.each(['m=%', 'm=bob', 'n=1', ''])('of nobody, %j, changes nothing', async (query) => {
    const world = open()
    expect(await ask(world, `https://www.club.test/leave?${query}`, ONE_CLICK)).toBe('400')
    expect(decisionsOf(world)).toEqual([])
  })

  test('of a list that is not there is answered so', async () => {
    const url = 'https://www.club.test/gone?m=bob%40example.net&t=A'
    expect(await ask(open(), url, ONE_CLICK)).toBe('404')
  })
})

describe('somebody on the wire', () => {
  const url = 'https://www.club.test/a.txt'
  const to = 'www.club.test'
  const forged = (names: readonly string[], issuer: 'trusted' | 'self'): OnPathSpec => ({
    ...{ to, does: 'own-certificate', certificate: { names: [...names], issuer } },
  })
  const alter: OnPathSpec = { to, does: 'alter', find: 'A', replace: 'B' }
  const listen: OnPathSpec = { to, does: 'listen' }

  test.each<[string, readonly OnPathSpec[], string, string[]]>([
    ['alters nothing under TLS', [alter], 'A', []],
    ['hears nothing under TLS', [listen], 'A', ['listen 0 octets were read; 1 were under TLS.']],
    [
      'gets no further with a certificate of its own',
      [forged([to], 'self'), alter],
      'certificate',
      [],
    ],
    [
      'gets no further with one for another name',
      [forged(['x.test'], 'trusted'), alter],
      'certificate',
      [],
    ],
    [
      'reads and alters with one that was issued by mistake',
      [forged([to], 'trusted'), alter, listen],
      'B',
      ['own-certificate TLS', 'alter `A` became `B`', 'listen 1 octets were read; 0 were'],
    ],
    ['blocks the port', [{ to, does: 'block' }], 'down', ['block Nothing']],
    [
      'leads elsewhere',
      [{ to, does: 'redirect', host: 'mx.example.net' }],
      'refused',
      ['redirect It'],
    ],
  ])('%s', async (_, onPath, expected, acts) => {
    const world = open({}, { onPath })
    const result = await world.fetch({ by: 'mx.example.net', url })
    expect(result.ok ? result.text : result.failure).toBe(expected)
    expect(eventsOf(world, 'intercepted').map(({ does, what }) => `${does} ${what}`)).toEqual(
      acts.map((act) => expect.stringContaining(act)),
    )
  })

  test('alters what is posted, where nobody looks at the certificate', async () => {
    const onPath: OnPathSpec[] = [forged(['x.test'], 'self'), { ...alter, find: 'One-Click' }]
    const world = open({}, { onPath })
    const asked = { by: 'mx.example.net', url: LEAVE, method: 'POST', body: ONE_CLICK } as const
    const result = await world.fetch({ ...asked, certificate: 'ignored' })
    expect(result).toMatchObject({ ok: true, status: 400 })
  })
})

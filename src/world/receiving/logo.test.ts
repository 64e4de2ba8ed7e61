import { describe, expect, test } from 'vitest'
import { decodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import type { HostSpec, HttpsSpec, SmtpServiceSpec } from '../spec.ts'
import {
  eventsOf,
  fieldOf,
  messagesIn,
  opener,
  sendMail,
  servicesWorld,
} from '../testing/services-world.ts'
import type { World } from '../world.ts'

const BOB = 'bob@example.net'
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" version="1.2" baseProfile="tiny-ps"><title>Q</title></svg>\n'
const RECORD = 'default._bimi TXT "v=BIMI1; l=https://www.example.org/logo.svg"'

interface Given {
  /** Lines of the zone of example.org. */
  readonly records?: string
  readonly policy?: string
  readonly files?: HttpsSpec['files']
  readonly web?: Partial<HostSpec>
  readonly receiver?: Partial<SmtpServiceSpec>
}

function open(given: Given = {}): World {
  const { records = RECORD, policy = 'p=reject', receiver = { bimi: true } } = given
  const zones = servicesWorld.zones.map((zone) =>
    zone.origin === 'example.org'
      ? {
          ...zone,
          text: `${zone.text.replace('p=reject', policy)}www A 192.0.2.80\n${records}\n`,
        }
      : zone,
  )
  const files = given.files ?? [{ path: '/logo.svg', type: 'image/svg+xml', text: LOGO }]
  const www: HostSpec = {
    ...{ name: 'www.example.org', addresses: ['192.0.2.80'], https: { files } },
    ...given.web,
  }
  const hosts = servicesWorld.hosts.map((host) =>
    host.name === 'mx.example.net' ? { ...host, smtp: { ...host.smtp!, ...receiver } } : host,
  )
  return opener(webCrypto)({}, { zones, hosts: [...hosts, www] })
}

const arrived = (world: World): string => messagesIn(world, BOB)[0]!
const bimiIn = (world: World): string | undefined =>
  /bimi=[^;]*/.exec(fieldOf(arrived(world), 'Authentication-Results') ?? '')?.[0].trim()

describe('a logo', () => {
  test('is looked for, fetched, and stated to whoever reads the message', async () => {
    const world = open()
    await sendMail(world, { rcptTo: [BOB] })
    expect(bimiIn(world)).toBe(
      'bimi=pass header.d=example.org header.selector=default policy.authority=none',
    )
    const message = arrived(world)
    expect(fieldOf(message, 'BIMI-Location')).toBe('v=BIMI1; l=https://www.example.org/logo.svg')
    const indicator = fieldOf(message, 'BIMI-Indicator')!.replaceAll(' ', '')
    expect(decodeBase64(indicator)).toEqual({ ok: true, bytes: utf8(LOGO) })
    const [fetched] = eventsOf(world, 'fetched')
    expect(fetched).toMatchObject({ by: 'mx.example.net', host: 'www.example.org', status: 200 })
    expect(fetched?.cause).toBeDefined()
    expect(eventsOf(world, 'decided')).toMatchObject([
      { policy: 'bimi', action: 'accepted', subject: 'example.org', setting: 'smtp.bimi' },
    ])
  })

  test('is no matter of a host that looks for none', async () => {
    const world = open({ receiver: {} })
    await sendMail(world, { rcptTo: [BOB] })
    expect(bimiIn(world)).toBeUndefined()
    expect(eventsOf(world, 'fetched')).toEqual([])
  })

  test('that a stranger stated is gone', async () => {
    const world = open({ records: '' })
    await sendMail(world, {
      rcptTo: [BOB],
      headers: [
        ['BIMI-Location', 'v=BIMI1; l=https://bank.test/logo.svg'],
        ['BIMI-Indicator', 'PHN2Zz4='],
        ['From', 'alice@example.org'],
      ],
    })
    expect(arrived(world)).not.toMatch(/^BIMI-/m)
    expect(bimiIn(world)).toBe('bimi=none')
  })

  test.each([
    ['counts where a signature covers it', {}, 'spring.svg'],
    ['does not count unsigned', { signWith: [] }, 'logo.svg'],
  ])('of a selector %s', async (_, sender, file) => {
    const records = `${RECORD}\nspring._bimi TXT "v=BIMI1; l=https://www.example.org/spring.svg"`
    const files = ['/spring.svg', '/logo.svg'].map((path) => ({ path, text: LOGO }))
    const world = open({ records, files })
    world.setHost({ ...world.hosts[0]!, ...sender })
    await sendMail(world, {
      rcptTo: [BOB],
      headers: [
        ['BIMI-Selector', 'v=BIMI1; s=spring'],
        ['From', 'alice@example.org'],
      ],
    })
    expect(fieldOf(arrived(world), 'BIMI-Location')).toContain(`/${file}`)
  })
})

test.each<[string, Given, string, string]>([
  ['a policy of none', { policy: 'p=none' }, 'skipped', 'sets `p=none`'],
  ['no record', { records: '' }, 'none', ''],
  [
    'a record that declines',
    { records: 'default._bimi TXT "v=BIMI1; l=; a="' },
    'declined',
    'no logo',
  ],
  ['no file', { files: [] }, 'fail', 'answers 404'],
  [
    'a certificate for another name',
    { web: { certificate: { names: ['x.test'] } } },
    'fail',
    'x.test',
  ],
  [
    'a file that is no logo',
    { files: [{ path: '/logo.svg', text: LOGO.replace('<title>Q</title>', '') }] },
    'fail',
    'has no title',
  ],
])('with %s there is none', async (_, given, result, reason) => {
  const world = open(given)
  await sendMail(world, { rcptTo: [BOB] })
  expect(bimiIn(world)).toMatch(new RegExp(`^bimi=${result}\\b`))
  expect(arrived(world)).not.toMatch(/^BIMI-/m)
  expect(eventsOf(world, 'decided').map((one) => one.reason)).toEqual(
    reason ? [expect.stringContaining(reason)] : [],
  )
})

test.each([
  ['several authors', 'alice@example.org, bob@example.org'],
  ['an author whose domain fails', 'alice@club.test'],
])('of %s nobody looks for one', async (_, from) => {
  const world = open()
  await sendMail(world, { rcptTo: [BOB], headers: [['From', from]] })
  expect(bimiIn(world)).toBe('bimi=skipped')
  expect(eventsOf(world, 'fetched')).toEqual([])
})

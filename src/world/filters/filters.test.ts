import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import type { FilterSpec, MailSpec, SmtpServiceSpec, ZoneSpec } from '../spec.ts'
import {
  decisionsOf,
  eventsOf,
  heldBy,
  opener,
  sendMail,
  servicesWorld,
} from '../testing/services-world.ts'
import { FORMULA, scoreOf } from './score.ts'

const ALICE = 'alice@example.org'
const BOB = 'bob@example.net'
const MINUTE = 60_000

const reverse: ZoneSpec = {
  origin: '2.0.192.in-addr.arpa',
  editable: false,
  text: '$TTL 60\n@ SOA ns.example.org. h.example.org. 1 1 1 1 1\n@ NS ns.example.org.\n25 PTR mail.example.org.\n',
}
const silent: ZoneSpec = {
  origin: 'silent.test',
  editable: false,
  text: '$TTL 60\n@ SOA ns h 1 1 1 1 1\n@ NS ns\nns A 203.0.113.66\n@ MX 0 .\n',
}
const broken: ZoneSpec = {
  origin: 'broken.test',
  editable: false,
  text: '$TTL 60\n@ SOA ns h 1 1 1 1 1\n@ NS ns\nns A 203.0.113.66\n@ MX 10 ns\n@ TXT "v=spf1 foo:bar -all"\n',
}

const guarded = (filters: readonly FilterSpec[], more: Partial<SmtpServiceSpec> = {}) =>
  opener(webCrypto)(
    { 'mx.example.net': { smtp: { filters, ...more }, specialAddresses: true } },
    { zones: [...servicesWorld.zones, reverse, silent, broken] },
  )

const toBob = (given: Partial<MailSpec> = {}): Partial<MailSpec> => ({ rcptTo: [BOB], ...given })
const forged = toBob({ host: 'mallory.test' })

describe('a policy decides, and says so', () => {
  test.each<[string, FilterSpec, Partial<MailSpec>, string, string]>([
    ['SPF fail is noted', { policy: 'spf' }, forged, 'junk', `spf noted ${ALICE}`],
    ['SPF fail goes to junk', { policy: 'spf', fail: 'junk' }, forged, 'junk', `spf junk ${ALICE}`],
    [
      'SPF fail is refused at MAIL',
      { policy: 'spf', fail: 'refuse' },
      ...([forged, 'rejected 550', `spf refused ${ALICE}`] as const),
    ],
    [
      'a broken record is refused',
      { policy: 'spf', permerror: 'refuse' },
      toBob({ mailFrom: 'a@broken.test' }),
      ...(['rejected 550', 'spf refused a@broken.test'] as const),
    ],
    ['SPF pass passes', { policy: 'spf', fail: 'refuse' }, toBob(), 'inbox', ''],
    ['a client with a name passes', { policy: 'reverse-name' }, toBob(), 'inbox', ''],
    [
      'a client without one is refused',
      { policy: 'reverse-name' },
      ...([forged, 'rejected 550', 'reverse-name refused 203.0.113.66'] as const),
    ],
    [
      'a client without one is put off',
      { policy: 'reverse-name', missing: 'defer' },
      ...([forged, 'rejected 451', 'reverse-name deferred 203.0.113.66'] as const),
    ],
    [
      'a sender that takes no mail is refused',
      { policy: 'sender-domain' },
      toBob({ mailFrom: 'a@silent.test' }),
      ...(['rejected 550', 'sender-domain refused a@silent.test'] as const),
    ],
    [
      'a sender of no domain is refused',
      { policy: 'sender-domain' },
      toBob({ mailFrom: 'a@nowhere.test' }),
      ...(['rejected 550', 'sender-domain refused a@nowhere.test'] as const),
    ],
    ['the null sender passes', { policy: 'sender-domain' }, toBob({ mailFrom: '' }), 'inbox', ''],
    [
      'a field is missing',
      { policy: 'content', needs: ['To'], action: 'refuse' },
      toBob({ headers: [['From', ALICE]] }),
      ...(['rejected 550', `content refused ${ALICE}`] as const),
    ],
    [
      'a file is not wanted',
      { policy: 'content', files: ['exe'] },
      toBob({
        headers: [
          ['From', ALICE],
          ['Content-Type', 'application/octet-stream; name=run.EXE'],
          ['Content-Disposition', 'attachment; filename=run.EXE'],
        ],
      }),
      ...(['junk', `content junk ${ALICE}`] as const),
    ],
    [
      'a bulk sender has no way to leave',
      { policy: 'bulk', from: 1, action: 'refuse' },
      ...([toBob(), 'rejected 550', 'bulk refused example.org'] as const),
    ],
  ])('%s', async (_, filter, mail, expected, decision) => {
    const world = guarded([filter], { dmarc: 'blind' })
    if (filter.policy === 'bulk') await sendMail(world, toBob())
    const { end } = await sendMail(world, mail)
    const ended = end.kind === 'rejected' ? `rejected ${end.code}` : end.kind
    expect(ended).toBe(expected)
    expect(decisionsOf(world)).toEqual(decision ? [decision] : [])
  })

  test('each names its section, or is the host’s own', async () => {
    const world = guarded([{ policy: 'spf', fail: 'refuse' }])
    await sendMail(world, forged)
    expect(eventsOf(world, 'decided')).toMatchObject([{ source: { rfc: 7208, section: '8.4' } }])
    expect(eventsOf(world, 'command').find(({ verb }) => verb === 'MAIL')).toMatchObject({
      ...{ code: 550, enhanced: '5.7.23' },
    })
  })
})

test('bulk mail with one click, signed, passes', async () => {
  const world = guarded([{ policy: 'bulk', from: 1 }])
  const good = toBob({
    headers: [
      ['From', ALICE],
      ['List-Unsubscribe', '<https://example.org/leave?bob>'],
      ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ],
  })
  await sendMail(world, good)
  expect((await sendMail(world, good)).end.kind).toBe('inbox')
  await sendMail(world, { ...good, rcptTo: ['complain@example.net'] })
  expect((await sendMail(world, good)).end.kind).toBe('junk')
  expect(eventsOf(world, 'decided').at(-1)?.reason).toContain('called spam')
})

test('greylisting tells the first try from one that is late enough', async () => {
  const world = guarded([], { greylisting: { delay: 300 } })
  await sendMail(world, toBob())
  world.advanceClock(31 * MINUTE)
  await world.settled()
  expect(heldBy(world, BOB)).toEqual(['inbox: Hello'])
  expect(decisionsOf(world)).toEqual([`greylisting deferred ${BOB}`, `greylisting accepted ${BOB}`])
})

describe('reputation', () => {
  const times = (count: number) => Array.from({ length: count }, () => 0)
  test.each([
    [0, 0, 0, 50],
    [10, 0, 0, 60],
    [1000, 0, 0, 90],
    [0, 100, 0, 10],
    [0, 0, 3, 20],
    [40, 0, 9, 0],
  ])('%i accepted, %i unknown, %i complaints: %i', (accepted, unknown, complaints, score) =>
    expect(
      scoreOf(
        { accepted: times(accepted), unknown: times(unknown), complaints: times(complaints) },
        0,
      ),
    ).toBe(score),
  )

  test('is forgotten after a month', () =>
    expect(scoreOf({ accepted: [0], unknown: [0], complaints: [0] }, FORMULA.window)).toBe(50))

  test('falls with complaints and unknown users, until the client is refused', async () => {
    const world = guarded([{ policy: 'reputation' }])
    for (let round = 0; round < 2; round++)
      await sendMail(world, toBob({ rcptTo: ['complain@example.net'] }))
    expect((await sendMail(world, toBob())).end.kind).toBe('junk')
    for (let round = 0; round < 16; round++)
      await sendMail(world, toBob({ rcptTo: ['nobody@example.net'] }))
    expect((await sendMail(world, toBob())).end).toMatchObject({ kind: 'rejected', code: 550 })
  })

  test('lets a new client send slowly', async () => {
    const world = guarded([{ policy: 'reputation', newPerHour: 2 }])
    await sendMail(world, toBob())
    await sendMail(world, toBob())
    expect((await sendMail(world, toBob())).end).toMatchObject({ kind: 'rejected', code: 451 })
    world.advanceClock(61 * MINUTE)
    await world.settled()
    expect(heldBy(world, BOB)).toHaveLength(3)
  })
})

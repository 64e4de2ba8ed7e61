import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import type { MailingListSpec, WorldSpec } from '../spec.ts'
import {
  decisionsOf,
  eventsOf,
  fieldOf,
  heldBy,
  messagesIn,
  opener,
  say,
  sendMail,
  type HostChange,
} from '../testing/services-world.ts'

const openServices = opener(webCrypto)
const LIST = 'club@club.test'
const BOB = 'bob@example.net'
const CAROL = 'carol@example.net'
const ALICE = 'alice@example.org'

const club = (
  list: Partial<MailingListSpec> = {},
  more: Record<string, HostChange> = {},
  spec: Partial<WorldSpec> = {},
) =>
  openServices(
    {
      'lists.club.test': { lists: [{ address: LIST, members: [ALICE, BOB, CAROL], ...list }] },
      ...more,
    },
    spec,
  )

const post = (world: ReturnType<typeof club>, given: Parameters<typeof sendMail>[1] = {}) =>
  sendMail(world, { rcptTo: [LIST], ...given })

describe('a post', () => {
  test('comes to each member, from an address that names the member', async () => {
    const world = club()
    await post(world)
    expect(messagesIn(world, BOB).map((one) => fieldOf(one, 'Return-Path'))).toEqual([
      '<club-bounces+bob=example.net@club.test>',
    ])
    expect(messagesIn(world, CAROL)).toHaveLength(1)
    expect(messagesIn(world, ALICE)).toHaveLength(1)
    expect(eventsOf(world, 'expanded')).toMatchObject([{ as: 'list', to: [ALICE, BOB, CAROL] }])
  })

  test.each<[string, Partial<MailingListSpec>, string, RegExp]>([
    ['keeps the signature where nothing is changed', {}, 'inbox: Hello', /dmarc=pass/],
    [
      'loses it with a tag',
      { subjectTag: '[club]' },
      'junk: [club] Hello',
      /dkim=fail .*dmarc=fail/,
    ],
    ['loses it with a footer', { footer: 'Be kind.' }, 'junk: Hello', /dmarc=fail/],
    [
      'passes under the name of the list',
      { subjectTag: '[club]', footer: 'Be kind.', from: 'rewritten' },
      ...(['inbox: [club] Hello', /dkim=pass header\.d=club\.test/] as const),
    ],
  ])('%s', async (_, list, held, results) => {
    const world = club(list)
    await post(world)
    expect(heldBy(world, BOB)).toEqual([held])
    expect(fieldOf(messagesIn(world, BOB)[0], 'Authentication-Results')).toMatch(results)
  })

  test('that the list seals is kept by a host that believes it', async () => {
    const trusting = { 'mx.example.net': { smtp: { trusts: { sealers: ['club.test'] } } } }
    const world = club({ footer: 'Be kind.', seal: true }, trusting)
    await post(world)
    expect(heldBy(world, BOB)).toEqual(['inbox: Hello'])
  })

  test.each<[string, string, RegExp]>([
    ['p=reject', 'rewritten', /asks to reject/],
    ['p=quarantine', 'rewritten', /asks for quarantine/],
    ['p=none', 'kept', /^$/],
    ['p=reject; t=y', 'rewritten', /asks for quarantine/],
    ['p=none; sp=reject', 'kept', /^$/],
  ])('of a domain with %s is %s where the list looks at that', async (policy, from, why) => {
    const world = club({ subjectTag: '[club]', from: 'by-policy' })
    const zone = world.zones.find(({ origin }) => origin === 'example.org')!
    world.setZone('example.org', zone.text.replace('p=reject', policy))
    await post(world)
    const [message] = messagesIn(world, BOB)
    expect(fieldOf(message, 'From')).toBe(
      from === 'kept' ? 'Alice <alice@example.org>' : 'Alice via club <club@club.test>',
    )
    const [decision] = eventsOf(world, 'decided')
    expect(decision?.reason ?? '').toMatch(why)
    if (from === 'rewritten') expect(decision?.place?.file).toBe('example.org.zone')
  })

  test('is rewritten too where the DNS does not answer for its domain', async () => {
    const world = club(
      { from: 'by-policy' },
      {},
      { dnsFaults: [{ kind: 'timeout', name: '_dmarc.example.org' }] },
    )
    await post(world)
    expect(fieldOf(messagesIn(world, BOB)[0], 'From')).toContain('via club')
  })

  test('answers to the author where the list stands in From', async () => {
    const world = club({ from: 'rewritten', name: 'Book Club' })
    await post(world)
    const [message] = messagesIn(world, BOB)
    expect(fieldOf(message, 'From')).toBe('Alice via Book Club <club@club.test>')
    expect(fieldOf(message, 'Reply-To')).toBe('Alice <alice@example.org>')
  })

  test('has the fields of a list, with a way to leave of one’s own', async () => {
    const world = club({ unsubscribe: 'https://club.test/leave' })
    await post(world)
    const [message] = messagesIn(world, BOB)
    expect(fieldOf(message, 'List-Id')).toBe('club <club.club.test>')
    expect(fieldOf(message, 'List-Unsubscribe')).toMatch(
      /^<https:\/\/club\.test\/leave\?m=bob%40example\.net&t=[\w-]{16}>, <mailto:club-leave\+bob=example\.net@club\.test>$/,
    )
    expect(fieldOf(message, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
    expect(message).toMatch(/h=From:.*List-Unsubscribe/s)
  })

  test.each<[string, Partial<MailingListSpec>, string]>([
    ['of a stranger is held', { members: [BOB] }, `list held ${ALICE}`],
    ['of a stranger is refused', { members: [BOB], strangers: 'refused' }, ''],
    ['of a stranger is accepted', { members: [BOB], strangers: 'accepted' }, ''],
  ])('%s', async (what, list, decision) => {
    const world = club(list)
    const { end } = await post(world)
    expect(decisionsOf(world)).toEqual(decision ? [decision] : [])
    expect(end.kind === 'rejected').toBe(what.endsWith('refused'))
    expect(heldBy(world, BOB)).toHaveLength(what.endsWith('accepted') ? 1 : 0)
  })

  test.each<[string, Parameters<typeof sendMail>[1]]>([
    ['without a sender', { mailFrom: '' }],
    [
      'of a machine',
      {
        headers: [
          ['From', ALICE],
          ['Auto-Submitted', 'auto-replied'],
        ],
      },
    ],
  ])('%s is dropped', async (_, given) => {
    const world = club()
    await post(world, given)
    expect(decisionsOf(world)).toEqual([`list dropped ${ALICE}`])
    expect(heldBy(world, BOB)).toEqual([])
  })

  test('that was on the list before is refused', async () => {
    const world = club()
    const { end } = await post(world, {
      headers: [
        ['From', ALICE],
        ['List-Id', 'club <club.club.test>'],
      ],
    })
    expect(end).toMatchObject({ kind: 'rejected', code: 550 })
  })
})

describe('a member', () => {
  const gone: HostChange = {
    smtp: {
      faults: [
        { at: 'RCPT', about: 'bob@', kind: 'refuse', code: 550, enhanced: '5.1.1', text: 'Gone' },
      ],
    },
  }

  test('whose posts come back gets no more of them', async () => {
    const world = club({ bounceLimit: 2 }, { 'mx.example.net': gone })
    await post(world)
    await post(world)
    await post(world)
    expect(decisionsOf(world)).toEqual([`list noted ${BOB}`, `list dropped ${BOB}`])
    expect(eventsOf(world, 'expanded').map(({ to }) => to.length)).toEqual([3, 3, 2])
    expect(heldBy(world, ALICE)).toEqual(['inbox: Hello', 'inbox: Hello', 'inbox: Hello'])
  })

  test('leaves by a mail to an address of its own', async () => {
    const world = club()
    await sendMail(world, { rcptTo: ['club-leave+bob=example.net@club.test'] })
    await post(world)
    expect(decisionsOf(world)).toEqual([`list accepted ${BOB}`])
    expect(heldBy(world, BOB)).toEqual([])
  })

  test('is shown by EXPN until it has left', async () => {
    const world = club({ members: [BOB, CAROL] })
    const hear = () => say(world, 'lists.club.test', ['EHLO mail.example.org', 'EXPN club', 'QUIT'])
    expect(await hear()).toContain(`250-2.1.5 <${BOB}>\r\n250 2.1.5 <${CAROL}>`)
    await sendMail(world, { rcptTo: ['club-leave+bob=example.net@club.test'] })
    expect(await hear()).toContain(`250 2.1.5 <${CAROL}>`)
  })
})

test('EXPN shows what an alias of several stands for, and nothing of an alias of one', async () => {
  const aliases = [
    { address: 'board@club.test', to: [ALICE, BOB] },
    { address: 'chair@club.test', to: [CAROL] },
  ]
  const world = club({}, { 'lists.club.test': { aliases } })
  const said = await say(world, 'lists.club.test', [
    'EHLO x.test',
    'EXPN board',
    'EXPN chair',
    'QUIT',
  ])
  expect(said).toContain(`250-2.1.5 <${ALICE}>\r\n250 2.1.5 <${BOB}>`)
  expect(said).toMatch(/^550 5\.1\.1 No mailing list chair/m)
})

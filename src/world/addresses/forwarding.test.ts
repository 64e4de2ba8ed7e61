import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import {
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
const BOB = 'bob@example.net'
const ALICE = 'alice@example.org'
const alumni = (change: HostChange, more: Record<string, HostChange> = {}) =>
  openServices({ 'mx.alumni.test': change, ...more })
const full: HostChange = {
  smtp: {
    faults: [{ at: 'RCPT', kind: 'refuse', code: 550, enhanced: '5.2.1', text: 'Off' }],
  },
}
const results = (message: string | undefined) => fieldOf(message, 'Authentication-Results') ?? ''

describe('an alias elsewhere', () => {
  test.each([
    ['leaves the sender', {}, 'alice@example.org', /spf=fail .*dkim=pass .*dmarc=pass/],
    [
      'gives it another with SRS, which passes SPF for another name',
      { forwarding: { sender: 'srs' } },
      /^SRS0=.{4}=..=example\.org=alice@alumni\.test$/,
      /spf=pass smtp\.mailfrom=alumni\.test; .*dkim=pass .*dmarc=pass/,
    ],
    [
      'breaks the signature where it adds a footer',
      { forwarding: { sender: 'srs', changes: [{ kind: 'footer', text: 'Alumni' }] } },
      /^SRS0=/,
      /spf=pass .*dkim=fail .*dmarc=fail/,
    ],
    [
      'keeps the signature where it trims what was trimmed',
      { forwarding: { changes: [{ kind: 'trim' }] } },
      'alice@example.org',
      /dkim=pass/,
    ],
  ] as [string, HostChange, string | RegExp, RegExp][])(
    '%s',
    async (_, change, sender, expected) => {
      const world = alumni(change)
      await sendMail(world)
      const [message] = messagesIn(world, BOB)
      expect(fieldOf(message, 'Return-Path')?.slice(1, -1)).toMatch(sender)
      expect(results(message)).toMatch(expected)
      expect(fieldOf(message, 'Delivered-To')).toBe('bob@alumni.test')
      expect(message?.match(/^Received: /gm)).toHaveLength(2)
    },
  )

  test('is logged, with the sender as it came and as it goes', async () => {
    const world = alumni({ forwarding: { sender: 'srs', seal: true } })
    await sendMail(world)
    expect(eventsOf(world, 'expanded')).toMatchObject([
      {
        ...{ host: 'mx.alumni.test', address: 'bob@alumni.test', as: 'alias', to: [BOB] },
        ...{ changes: ['seal'], from: { before: ALICE } },
      },
    ])
  })

  test('gives no sender to a message that has none', async () => {
    const world = alumni({ forwarding: { sender: 'srs' } })
    await sendMail(world, { mailFrom: '' })
    expect(fieldOf(messagesIn(world, BOB)[0], 'Return-Path')).toBe('<>')
  })

  test('may refuse to send on what is junk, in the session', async () => {
    const world = alumni({ forwarding: { junk: 'refused' } })
    const forged = { host: 'mallory.test', headers: [['From', ALICE]] as [string, string][] }
    const { end } = await sendMail(world, forged)
    expect(end).toMatchObject({ kind: 'rejected', code: 550 })
    expect(messagesIn(world, BOB)).toEqual([])
  })
})

describe('a bounce of what was sent on', () => {
  test('goes to the author at once where the sender is unchanged', async () => {
    const world = alumni({}, { 'mx.example.net': full })
    await sendMail(world)
    expect(heldBy(world, ALICE)).toEqual(['inbox: Undelivered Mail Returned to Sender'])
    expect(eventsOf(world, 'reported')).toMatchObject([{ host: 'mx.alumni.test', to: ALICE }])
  })

  test('goes back by way of the rewritten sender', async () => {
    const world = alumni({ forwarding: { sender: 'srs' } }, { 'mx.example.net': full })
    await sendMail(world)
    const [bounce] = messagesIn(world, ALICE)
    expect(fieldOf(bounce, 'Return-Path')).toBe('<>')
    expect(fieldOf(bounce, 'From')).toContain('postmaster@alumni.test')
  })

  test('that another host writes goes back too', async () => {
    const world = alumni({ forwarding: { sender: 'srs' } })
    await sendMail(world)
    const sender = fieldOf(messagesIn(world, BOB)[0], 'Return-Path')
    await say(
      world,
      'mx.alumni.test',
      [
        ...['EHLO mx.example.net', 'MAIL FROM:<>', `RCPT TO:${sender!}`, 'DATA'],
        ...['From: postmaster@example.net\r\nSubject: Full\r\n\r\nFull\r\n.', 'QUIT'],
      ],
      'mx.example.net',
    )
    expect(messagesIn(world, ALICE)).toHaveLength(1)
    expect(eventsOf(world, 'expanded').at(-1)).toMatchObject({ as: 'srs', to: [ALICE] })
  })

  test('does not go where this host has written nothing', async () => {
    const world = alumni({ forwarding: { sender: 'srs' } })
    const said = await say(world, 'mx.alumni.test', [
      ...['EHLO mx.example.net', 'MAIL FROM:<>'],
      'RCPT TO:<SRS0=abcd=AA=example.org=alice@alumni.test>',
    ])
    expect(said).toContain('550 5.1.1 The hash does not fit')
  })
})

describe('a seal', () => {
  const sealed = {
    forwarding: { seal: true, changes: [{ kind: 'footer', text: 'Alumni' }] },
  } as const
  test.each([
    ['is no help at a host that believes nobody', undefined, 'junk: Hello'],
    ['counts where the sealer is believed', { sealers: ['alumni.test'] }, 'inbox: Hello'],
    ['of another is no help', { sealers: ['club.test'] }, 'junk: Hello'],
    [
      'is not needed where the forwarder is trusted',
      { forwarders: ['203.0.113.40'] },
      'inbox: Hello',
    ],
  ])('%s', async (_, trusts, expected) => {
    const world = alumni(sealed, { 'mx.example.net': { smtp: { ...(trusts && { trusts }) } } })
    await sendMail(world)
    expect(heldBy(world, BOB)).toEqual([expected])
    if (trusts && 'sealers' in trusts)
      expect(results(messagesIn(world, BOB)[0])).toContain('arc=pass')
  })

  test('over what failed before vouches for nothing', async () => {
    const world = alumni(sealed, {
      'mx.example.net': { smtp: { trusts: { sealers: ['alumni.test'] } } },
    })
    await sendMail(world, { host: 'mallory.test' })
    expect(heldBy(world, BOB)).toEqual(['junk: Hello'])
  })
})

describe('aliases', () => {
  const aliases = (...all: [string, ...string[]][]): HostChange => ({
    aliases: all.map(([address, ...to]) => ({ address: `${address}@alumni.test`, to })),
  })
  test.each<[string, HostChange, string, string, string]>([
    [
      'lead to a mailbox',
      aliases(['d', 'dora@alumni.test']),
      'd',
      'dora@alumni.test',
      'junk: Hello',
    ],
    [
      'lead on through others',
      aliases(['d', 'e@alumni.test'], ['e', 'dora@alumni.test']),
      ...(['d', 'dora@alumni.test', 'junk: Hello'] as const),
    ],
    ['catch all', aliases(['*', 'dora@alumni.test']), 'anyone', 'dora@alumni.test', 'junk: Hello'],
    [
      'keep a copy where they name themselves',
      aliases(['dora', 'dora@alumni.test', BOB]),
      ...(['dora', 'dora@alumni.test', 'junk: Hello'] as const),
    ],
  ])('%s', async (_, change, local, mailbox, expected) => {
    const world = alumni(change)
    await sendMail(world, { rcptTo: [`${local}@alumni.test`] })
    expect(heldBy(world, mailbox).map((one) => one.replace('inbox', 'junk'))).toEqual([expected])
  })

  test('keep recipients apart: each copy names the address that it was for', async () => {
    const world = alumni(
      aliases(['bob', BOB], ['team', BOB, 'carol@example.net', 'dora@alumni.test']),
    )
    await sendMail(world, { rcptTo: ['bob@alumni.test', 'team@alumni.test'] })
    expect(messagesIn(world, BOB).map((one) => fieldOf(one, 'Delivered-To'))).toEqual([
      'bob@alumni.test',
      'team@alumni.test',
    ])
    const [dora] = messagesIn(world, 'dora@alumni.test')
    expect([fieldOf(dora, 'X-Original-To'), fieldOf(dora, 'Delivered-To')]).toEqual([
      'team@alumni.test',
      'dora@alumni.test',
    ])
  })

  test('that nobody knows are refused', async () => {
    const world = alumni({})
    const { end } = await sendMail(world, { rcptTo: ['nobody@alumni.test'] })
    expect(end).toMatchObject({ kind: 'rejected', code: 550 })
  })

  test('are asked for by a host that accepts everybody, and the sender gets a report', async () => {
    const world = alumni({ smtp: { recipients: 'any' } })
    await sendMail(world, { rcptTo: ['nobody@alumni.test'] })
    expect(eventsOf(world, 'reported')).toMatchObject([
      { host: 'mx.alumni.test', to: ALICE, about: [{ action: 'failed', status: '5.1.1' }] },
    ])
  })
})

describe('a loop', () => {
  test.each<[string, HostChange]>([
    [
      'within a host',
      {
        aliases: [
          { address: 'bob@alumni.test', to: ['b@alumni.test'] },
          { address: 'b@alumni.test', to: ['bob@alumni.test'] },
        ],
      },
    ],
  ])('%s is reported once', async (_, change) => {
    const world = alumni(change)
    await sendMail(world)
    expect(eventsOf(world, 'reported')).toMatchObject([{ about: [{ status: '5.4.6' }] }])
  })

  test('over two hosts ends at its first turn', async () => {
    const world = alumni(
      { aliases: [{ address: 'bob@alumni.test', to: ['bob@club.test'] }] },
      {
        'lists.club.test': {
          aliases: [{ address: 'bob@club.test', to: ['bob@alumni.test'] }],
        },
      },
    )
    await sendMail(world)
    expect(eventsOf(world, 'expanded').map(({ host }) => host)).toEqual([
      'mx.alumni.test',
      'lists.club.test',
    ])
    expect(eventsOf(world, 'reported')).toMatchObject([
      { host: 'mx.alumni.test', about: [{ status: '5.4.6' }] },
    ])
  })
})

test('two forwarders, both with SRS: a bounce goes back over the first', async () => {
  const world = alumni(
    {
      aliases: [{ address: 'bob@alumni.test', to: ['bob@club.test'] }],
      forwarding: { sender: 'srs' },
    },
    {
      'lists.club.test': {
        aliases: [{ address: 'bob@club.test', to: [BOB] }],
        forwarding: { sender: 'srs' },
      },
      'mx.example.net': full,
    },
  )
  await sendMail(world)
  expect(eventsOf(world, 'expanded').map(({ host, as }) => `${as} at ${host}`)).toEqual([
    'alias at mx.alumni.test',
    'alias at lists.club.test',
    'srs at mx.alumni.test',
  ])
  expect(messagesIn(world, ALICE)).toHaveLength(1)
})

test('what was asked of reports goes along an alias', async () => {
  const world = alumni({})
  await say(world, 'mx.alumni.test', [
    ...['EHLO mail.example.org', `MAIL FROM:<${ALICE}> ENVID=q1`],
    'RCPT TO:<bob@alumni.test> NOTIFY=SUCCESS ORCPT=rfc822;b@c.test',
    ...['DATA', 'From: alice@example.org\r\nSubject: Hi\r\n\r\nHi\r\n.', 'QUIT'],
  ])
  const rcpt = eventsOf(world, 'command').filter(({ verb }) => verb === 'RCPT')
  expect(rcpt.at(1)?.argument).toBe('TO:<bob@example.net> NOTIFY=SUCCESS ORCPT=rfc822;b@c.test')
})

test('the same acts give the same events, octet for octet', async () => {
  const play = async () => {
    const world = alumni({ forwarding: { sender: 'srs', seal: true } }, { 'mx.example.net': full })
    await sendMail(world)
    return world.events
  }
  expect(await play()).toEqual(await play())
})

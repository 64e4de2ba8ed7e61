import { describe, expect, test } from 'vitest'
import { sandbox } from '../../lessons/sandbox.ts'
import type { LabInput } from '../lab.ts'
import { checkWorld } from './check-world.ts'
import { fitWork } from './fit-work.ts'
import { inOwnWorld } from './in-own-world.ts'
import { ownWorldOf } from './own-world-of.ts'
import { isOwnWorld, ownLimits, type OwnWorld } from './own-world.ts'
import { putAll, putItem, removeItem, type Changed } from './parts.ts'
import { renameAddress, renameDomain } from './rename.ts'

const start = ownWorldOf(sandbox)

const done = (changed: Changed): OwnWorld => {
  if (!changed.ok) throw new Error(changed.why)
  return changed.own
}

const zone = { origin: 'mine.example', editable: true, text: '@ MX 10 mx\n' }
const host = { name: 'mx.mine.example', addresses: ['192.0.2.99'] }

describe('a world of one’s own', () => {
  test('gets a zone, a host and a mailbox, and can run', () => {
    const smtp = start.world.hosts[1]!.smtp!
    const own = done(
      putAll(start, {
        zones: [zone],
        hosts: [{ ...host, smtp: { ...smtp, domains: ['mine.example'] } }],
        mailboxes: [{ address: 'me@mine.example', password: 'x' }],
      }),
    )
    const check = checkWorld(own)
    expect(check.ok && check.own.world.documents?.map(({ file }) => file)).toContain(
      'mx.mine.example.conf',
    )
    expect(inOwnWorld(sandbox, own).world.zones.at(-1)).toEqual(zone)
  })

  test('leaves a lesson alone that it is not for', () => {
    expect(inOwnWorld({ ...sandbox, steps: [{} as never] }, start).isOwn).toBeUndefined()
    expect(inOwnWorld(sandbox, { world: 1 })).toBe(sandbox)
    expect(inOwnWorld(sandbox, undefined)).toBe(sandbox)
  })

  test('puts an item in place of the one of its name, or of its former name', () => {
    const own = done(putItem(start, 'zones', zone))
    const again = done(putItem(own, 'zones', { ...zone, text: '; new' }))
    expect(again.world.zones).toHaveLength(own.world.zones.length)
    const moved = done(putItem(again, 'zones', { ...zone, origin: 'other.example' }, zone.origin))
    expect(moved.world.zones.map(({ origin }) => origin)).toEqual([
      ...['example.org', 'example.net', 'news.example', 'other.example'],
    ])
    expect(putItem(moved, 'zones', { ...zone, origin: 'example.net' }, 'other.example')).toEqual({
      ok: false,
      why: 'There is `example.net` already.',
    })
  })

  test('without a host has no mailbox, device or message of it', () => {
    const own = done(removeItem(start, 'hosts', 'mail.example.org'))
    expect(own.world.mailboxes.map(({ address }) => address)).toEqual(['bob@example.net'])
    expect(own.world.devices).toEqual([])
    expect(own.world.mails.map(({ host }) => host)).not.toContain('mail.example.org')
    expect(checkWorld(own).ok).toBe(true)
  })

  test('keeps the terminal’s host, and one zone to edit', () => {
    expect(removeItem(start, 'hosts', 'desk.example.org')).toMatchObject({ ok: false })
    const one = ['example.net', 'news.example'].reduce(
      (own, origin) => done(removeItem(own, 'zones', origin)),
      start,
    )
    expect(removeItem(one, 'zones', 'example.org')).toEqual({
      ...{ ok: false, why: 'One zone to edit stays.' },
    })
  })

  test('says its limits with their numbers', () => {
    const hosts = Array.from({ length: 500 }, (_, at) => ({ ...host, name: `h${at}.example` }))
    expect(putAll(start, { hosts })).toEqual({
      ...{ ok: false, why: 'A world of your own has at most 500 hosts; this would be 501.' },
    })
    const large = { ...zone, text: 'x'.repeat(10_000_000) }
    expect(putItem(start, 'zones', large)).toMatchObject({
      why: expect.stringMatching(/at most 2,000,000 characters; this has 10,/) as string,
    })
    expect(isOwnWorld({ ...start, world: { ...start.world, hosts } })).toBe(true)
    const more = [...hosts, host]
    expect(isOwnWorld({ ...start, world: { ...start.world, hosts: more } })).toBe(false)
    expect(ownLimits.hosts).toBe(500)
  })

  test.each<[string, unknown, RegExp]>([
    ['what is no world', { desk: 1 }, /This is no world/],
    [
      'an address that is none',
      { ...start, world: { ...start.world, hosts: [{ name: 'a.example', addresses: ['x'] }] } },
      /Write an IP address/,
    ],
    ['a terminal without a host', { ...start, desk: 'nowhere.example' }, /nowhere\.example/],
  ])('with %s cannot run, and says why', (_, given, why) => {
    const check = checkWorld(given)
    expect(check.ok).toBe(false)
    if (!check.ok) expect(check.problems[0]?.message).toMatch(why)
  })
})

describe('a domain that is renamed', () => {
  const renaming = { from: 'example.org', to: 'mine.example' }
  const own = done(renameDomain(start, renaming))

  test('has its new name in zones, hosts, mailboxes, messages and suggestions', () => {
    expect(JSON.stringify(own)).not.toContain('example.org')
    expect(own.desk).toBe('desk.mine.example')
    expect(own.suggestions).toContain('EHLO desk.mine.example')
    expect(own.world.mailboxes.map(({ address }) => address)).toContain('alice@mine.example')
    expect(checkWorld(own).ok).toBe(true)
  })

  test('leaves other names alone', () => {
    const other = {
      ...start,
      suggestions: ['notexample.org example.org.uk Example.ORG. x.example.org'],
    }
    expect(done(renameDomain(other, renaming)).suggestions).toEqual([
      'notexample.org example.org.uk mine.example. x.mine.example',
    ])
  })

  test.each(['', 'Mine', 'a b', 'x.', `${'a'.repeat(64)}.example`, 'example.net'])(
    'does not get the name “%s”',
    (to) => expect(renameDomain(start, { ...renaming, to }).ok).toBe(false),
  )
})

describe('a mailbox that is renamed', () => {
  const renaming = { from: 'bob@example.net', to: 'ben@example.net' }

  test('has its new address in mailboxes, messages and senders', () => {
    const own = done(renameAddress(start, renaming))
    expect(JSON.stringify(own)).not.toContain('bob@example.net')
    expect(own.world.mails[0]!.rcptTo).toEqual(['ben@example.net'])
    expect(checkWorld(own).ok).toBe(true)
  })

  test('leaves other addresses alone', () => {
    const suggestions = [
      'jim.bob@example.net <bob@example.net> x+bob@example.net bob@example.net.uk',
    ]
    expect(done(renameAddress({ ...start, suggestions }, renaming)).suggestions).toEqual([
      'jim.bob@example.net <ben@example.net> x+bob@example.net bob@example.net.uk',
    ])
  })

  test.each([
    '',
    'ben',
    '@example.net',
    'a b@example.net',
    '<ben@example.net>',
    'ben@',
    'alice@example.org',
  ])('does not get the address “%s”', (to) =>
    expect(renameAddress(start, { ...renaming, to }).ok).toBe(false),
  )
})

describe('what was done', () => {
  const journal: LabInput[] = [
    { kind: 'type', data: 'dig example.org MX\r' },
    { kind: 'edit', zone: 'example.org', text: '@ MX 10 mail.example.org.\n' },
    { kind: 'edit', zone: 'news.example', text: '; mine' },
    { kind: 'send', mail: 'letter' },
    { kind: 'send', mail: 'newsletter' },
    { kind: 'device', device: 'desk', act: { does: 'fetch' } },
  ]
  const zones = { 'example.org': '@ MX 10 mail.example.org.\n', 'news.example': '; mine' }

  test('stays, but for what is gone', () => {
    const after = ['news.example'].reduce(
      (own, origin) => done(removeItem(own, 'zones', origin)),
      done(removeItem(start, 'mails', 'newsletter')),
    )
    expect(fitWork({ journal, zones }, start, after)).toEqual({
      journal: [journal[0], journal[1], journal[3], journal[5]],
      zones: { 'example.org': zones['example.org'] },
    })
  })

  test('on a zone that was put anew is not done over it', () => {
    const after = done(putItem(start, 'zones', { ...zone, origin: 'example.org' }))
    expect(fitWork({ journal, zones }, start, after).zones).toEqual({ 'news.example': '; mine' })
  })

  test('goes on under a new name', () => {
    const renaming = { from: 'example.org', to: 'mine.example' }
    const after = done(renameDomain(start, renaming))
    const fitted = fitWork({ journal, zones }, start, after, renaming)
    expect(fitted.journal).toHaveLength(journal.length)
    expect(fitted.journal[0]).toEqual({ kind: 'type', data: 'dig mine.example MX\r' })
    expect(fitted.zones['mine.example']).toBe('@ MX 10 mail.mine.example.\n')
  })
})

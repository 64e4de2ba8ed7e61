import { describe, expect, test } from 'vitest'
import { ownWorldOf } from '../../../lab/own-world/own-world-of.ts'
import { checkWorld } from '../../../lab/own-world/check-world.ts'
import { partNames, putItem, type PartName } from '../../../lab/own-world/parts.ts'
import { sandbox } from '../../../lessons/sandbox.ts'
import { emptyValues, fieldsOf, itemOf, valuesOf } from './fields.ts'

const own = ownWorldOf(sandbox)

describe('the form of', () => {
  test.each(partNames)('%s that is saved as it was opened changes nothing', (part) => {
    for (const item of own.world[part]) {
      const saved = itemOf(part, valuesOf(part, item as never), item as never)
      const changed = putItem(own, part, saved as never)
      expect(changed.ok && checkWorld(changed.own).ok, JSON.stringify(saved)).toBe(true)
      expect(valuesOf(part, saved as never)).toEqual(valuesOf(part, item as never))
    }
  })

  test.each<[PartName, Readonly<Record<string, string>>]>([
    ['zones', { origin: 'Mine.Example.' }],
    [
      'hosts',
      {
        name: 'mx.mine.example',
        addresses: '192.0.2.99, 2001:db8::99',
        domains: 'mine.example',
        ...{ submission: 'yes', imap: 'yes' },
      },
    ],
    ['hosts', { name: 'desk.mine.example', addresses: '192.0.2.98' }],
    ['mailboxes', { address: 'eve@example.net', password: 'x' }],
    ['senders', { name: 'My server', ip: '192.0.2.99', mailFrom: 'me@mine.example' }],
    [
      'mails',
      { title: 'Mine', subject: 'Hi', from: 'me@mine.example', headers: 'X-A: b\nno field' },
    ],
  ])('a new item of %s makes one that can run: %o', (part, values) => {
    const item = itemOf(part, { ...emptyValues(part, own), ...values })
    const changed = putItem(own, part, item as never)
    expect(changed.ok && checkWorld(changed.own)).toMatchObject({ ok: true })
    expect(fieldsOf(part, own, true).length).toBeGreaterThan(1)
  })

  test('a host has the services that are chosen', () => {
    const host = own.world.hosts.find(({ imap, pop3 }) => imap && pop3)!
    const values = valuesOf('hosts', host)
    const saved = itemOf('hosts', { ...values, pop3: '' }, host)
    expect(saved.imap).toEqual(host.imap)
    expect(saved).not.toHaveProperty('pop3')
    expect(itemOf('hosts', values, saved).pop3).toMatchObject({ domains: host.smtp!.domains })
  })

  test('a host keeps what the form does not show', () => {
    const host = own.world.hosts.find(({ keys }) => keys)!
    const saved = itemOf('hosts', { ...valuesOf('hosts', host), about: 'Mine' }, host)
    expect(saved).toMatchObject({ keys: host.keys, lmtp: host.lmtp, about: 'Mine' })
    expect(saved.smtp?.relayFrom).toEqual(host.smtp?.relayFrom)
  })
})

import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { sampleWorld } from '../sample.ts'
import type { WorldSpec } from '../spec.ts'
import { DevicesPlay } from './testing/devices-world.ts'
import { readSettings } from './settings.ts'

const open = (more: Partial<WorldSpec> = {}) => new DevicesPlay(webCrypto, more)

const MINUTE = 60_000
const DAY = 86_400_000
const set = (settings: object) => ({ does: 'set', settings }) as const
const fetch = { does: 'fetch' } as const
const note = {
  does: 'write',
  to: ['alice@example.net'],
  subject: 'Yes',
  text: 'On Friday.',
} as const

describe('by IMAP', () => {
  test('a device shows what the server has, and reading on it is known there', async () => {
    const play = open()
    await play.mails(2)
    await play.use('phone', fetch)
    expect(play.folder('phone')).toEqual(['Hello 1 *', 'Hello 2 *'])
    await play.use('phone', { does: 'read', message: 2 })
    expect(play.folder('phone')).toEqual(['Hello 1 *', 'Hello 2'])
    expect(play.commands('imap')).toContain('UID STORE 2 +FLAGS (\\Seen)')
    await play.use('laptop', set({ reads: 'imap' }))
    await play.use('laptop', fetch)
    expect(play.folder('laptop')).toEqual(['Hello 1 *', 'Hello 2'])
  })

  test('a folder that one device makes is on the other', async () => {
    const play = open()
    await play.mails(2)
    await play.use('phone', fetch)
    await play.use('phone', { does: 'file', message: 1, to: 'Pears & more' })
    expect(play.folder('phone', 'Pears & more')).toEqual(['Hello 1 *'])
    await play.use('laptop', set({ reads: 'imap' }))
    await play.use('laptop', fetch)
    expect(play.folder('laptop', 'Pears & more')).toEqual(['Hello 1 *'])
    expect(play.folder('laptop')).toEqual(['Hello 2 *'])
  })

  test('what was done without a network reaches the server later', async () => {
    const play = open()
    await play.mails(2)
    await play.use('phone', fetch)
    await play.use('phone', { does: 'offline' })
    await play.use('phone', { does: 'read', message: 1 })
    await play.use('phone', { does: 'file', message: 2, to: 'Archive' })
    await play.use('phone', fetch)
    expect(play.device('phone').last?.reason).toBe('There is no network.')
    expect([play.server(), play.server('Archive')]).toEqual([2, 0])
    await play.use('phone', { does: 'online' })
    expect([play.server(), play.server('Archive')]).toEqual([1, 1])
    expect(play.device('phone').pending).toEqual([])
  })

  test('INBOX alone is fetched where the settings say so, and marked by fetching too', async () => {
    const play = open()
    await play.mails(1)
    await play.use('phone', set({ folders: 'inbox', marks: 'fetching' }))
    await play.use('phone', fetch)
    expect(play.device('phone').folders.map(({ name }) => name)).toEqual(['INBOX'])
    expect(play.folder('phone')).toEqual(['Hello 1'])
  })
})

describe('by POP3', () => {
  test('what is deleted after the fetch is gone from the phone, and each step has its cause', async () => {
    const play = open()
    await play.mails(2)
    await play.use('phone', fetch)
    await play.use('laptop', fetch)
    expect(play.folder('laptop')).toEqual(['Hello 1 *', 'Hello 2 *'])
    await play.use('phone', fetch)
    expect(play.folder('phone')).toEqual([])
    expect(play.said).toEqual([
      'Bob’s phone fetches 2 messages by IMAP.',
      'Bob’s laptop fetches 2 messages by POP3.',
      'Bob’s laptop has fetched “Hello 1”, and has it deleted on the server.',
      'Bob’s laptop has fetched “Hello 2”, and has it deleted on the server.',
      'Bob’s phone no longer shows “Hello 1”: the server has it no more in INBOX.',
      'Bob’s phone no longer shows “Hello 2”: the server has it no more in INBOX.',
    ])
  })

  test('what is left is fetched once, and no mark is shared', async () => {
    const play = open()
    await play.mails(2)
    await play.use('laptop', set({ after: 'leave' }))
    await play.use('laptop', fetch)
    await play.use('phone', fetch)
    await play.use('phone', { does: 'read', message: 1 })
    await play.use('laptop', fetch)
    expect(play.folder('laptop')).toEqual(['Hello 1 *', 'Hello 2 *'])
    expect(play.server()).toBe(2)
    await play.use('laptop', { does: 'file', message: 1, to: 'Archive' })
    await play.use('laptop', fetch)
    expect(play.folder('laptop')).toEqual(['Hello 2 *'])
    expect(play.said.at(-1)).toBe(
      'On Bob’s laptop, “Hello 1” is filed in Archive, and there alone.',
    )
    expect(play.server('Archive')).toBe(0)
  })

  test('what was fetched days ago is deleted', async () => {
    const play = open()
    await play.mails(1)
    await play.use('laptop', set({ after: 'delete-later', days: 1 }))
    await play.use('laptop', fetch)
    await play.pass(DAY - MINUTE)
    await play.mails(1)
    await play.use('laptop', fetch)
    expect(play.server()).toBe(2)
    await play.pass(MINUTE)
    await play.use('laptop', fetch)
    expect(play.server()).toBe(1)
    expect(play.folder('laptop')).toHaveLength(2)
    expect(play.said.at(-1)).toContain('days ago')
  })
})

describe('what is sent', () => {
  test('goes to the server of submission, and a copy to Sent by APPEND', async () => {
    const play = open()
    await play.use('phone', note)
    expect(play.world.mailboxes[1]!.folders[0]!.messages).toHaveLength(1)
    expect(play.server('Sent')).toBe(1)
    expect(play.commands('imap').some((line) => line.startsWith('APPEND Sent'))).toBe(true)
    expect(play.device('phone').outbox).toEqual([])
    expect(play.said).toEqual([
      'On Bob’s phone, “Yes” is written to alice@example.net.',
      'mx.example.org takes “Yes” from Bob’s phone.',
      'Bob’s phone puts a copy of “Yes” into Sent on the server.',
    ])
  })

  test('stays with a device that reads by POP3', async () => {
    const play = open()
    await play.use('laptop', note)
    expect(play.server('Sent')).toBe(0)
    expect(play.folder('laptop', 'Sent')).toEqual(['Yes'])
  })

  test('waits without a network, and goes when there is one', async () => {
    const play = open()
    await play.use('phone', { does: 'offline' })
    await play.use('phone', note)
    expect(play.device('phone').outbox[0]).toMatchObject({ reason: 'There is no network.' })
    expect(play.world.nextDue).toBeUndefined()
    await play.use('phone', { does: 'online' })
    expect(play.device('phone').outbox).toEqual([])
    expect(play.server('Sent')).toBe(1)
  })

  test('is tried again by itself where the server is down', async () => {
    const play = open({
      plan: [
        { after: 0, down: 'mx.example.org' },
        { after: 600, up: 'mx.example.org' },
      ],
    })
    await play.pass(MINUTE)
    await play.use('phone', note)
    expect(play.said.at(-1)).toBe(
      'In the outbox of Bob’s phone, “Yes” waits: `mx.example.org` does not answer.',
    )
    await play.pass(5 * MINUTE)
    expect(play.device('phone').outbox[0]).toMatchObject({ tries: 2 })
    await play.pass(10 * MINUTE)
    expect(play.device('phone').outbox).toEqual([])
  })

  test('waits for somebody where the server refuses a recipient for good', async () => {
    const play = open()
    await play.use('phone', { ...note, to: ['alice@example.net', 'nobody@example.org'] })
    expect(play.world.mailboxes[1]!.folders[0]!.messages).toHaveLength(1)
    expect(play.device('phone').outbox).toMatchObject([{ to: ['nobody@example.org'] }])
    expect(play.world.nextDue).toBeUndefined()
  })
})

test('a mail of the world goes out as it is, with the report that it asks for', async () => {
  const [letter] = sampleWorld.mails
  const reply = {
    ...{ ...letter!, id: 'reply', mailFrom: 'bob@example.org', rcptTo: ['alice@example.net'] },
    attachments: [{ filename: 'may.txt', type: 'text/plain', text: 'Pears' }],
    report: { notify: ['SUCCESS'] as const, envid: 'q1' },
  }
  const play = open({ mails: [reply] })
  await play.use('phone', { does: 'write-mail', mail: 'reply' })
  await play.use('phone', { does: 'write-mail', mail: 'nothing' })
  const smtp = play.commands('smtp')
  expect(smtp.some((line) => line.includes('ENVID=q1'))).toBe(true)
  expect(smtp.some((line) => line.includes('NOTIFY=SUCCESS'))).toBe(true)
  expect(play.folder('phone', 'Sent')).toEqual([])
  await play.use('phone', fetch)
  expect(play.folder('phone', 'Sent')).toEqual(['Hello'])
})

describe('by itself', () => {
  test('a device fetches when its time has come, unless it has no network', async () => {
    const play = open({
      devices: [
        {
          ...{ id: 'phone', name: 'Bob’s phone', owner: 'bob@example.org' },
          ...{ host: 'phone.example.org', server: 'mx.example.org', settings: { every: 600 } },
          offline: [{ from: 900, until: 2700 }],
        },
      ],
    })
    await play.mails(1)
    await play.pass(10 * MINUTE)
    expect(play.folder('phone')).toEqual(['Hello 1 *'])
    await play.mails(1)
    await play.pass(30 * MINUTE)
    expect(play.folder('phone')).toHaveLength(1)
    await play.pass(5 * MINUTE)
    expect(play.folder('phone')).toHaveLength(2)
  })

  test('a day is planned, and comes again with other settings', async () => {
    const act = (after: number, device: string, done: object) => ({
      ...{ after, every: 86_400, device, act: done as never },
    })
    const play = open({
      plan: [
        { after: 0, every: 86_400, send: 'letter' },
        act(60, 'phone', fetch),
        act(120, 'laptop', fetch),
        act(180, 'phone', fetch),
      ],
    })
    await play.pass(10 * MINUTE)
    expect([play.folder('phone').length, play.folder('laptop').length]).toEqual([0, 1])
    await play.use('laptop', set({ reads: 'imap' }))
    await play.pass(DAY)
    expect(play.folder('phone')).toEqual(play.folder('laptop'))
    expect(play.folder('phone')).toHaveLength(1)
    expect(play.folder('laptop', 'INBOX (here)')).toHaveLength(1)
  })
})

describe('what does not hold', () => {
  test('no password: nothing is asked', async () => {
    const play = open({ mailboxes: [{ address: 'bob@example.org' }] })
    await play.use('phone', fetch)
    await play.use('laptop', fetch)
    expect(play.said).toHaveLength(2)
    expect(play.said.every((line) => line.includes('no password'))).toBe(true)
  })

  test('a certificate of somebody else ends it before the password', async () => {
    const play = open({
      onPath: [
        { does: 'own-certificate', certificate: { names: ['mallory.test'], issuer: 'trusted' } },
      ],
    })
    await play.use('phone', fetch)
    await play.use('laptop', fetch)
    await play.use('phone', note)
    expect(play.said.filter((line) => line.includes('certificate'))).toHaveLength(3)
    const verbs = play.commands('imap').concat(play.commands('pop3'), play.commands('smtp'))
    expect(verbs.filter((line) => /^(AUTH|LOGIN|USER|PASS)/.test(line))).toEqual([])
  })

  test('acts that name nothing change nothing', async () => {
    const play = open()
    for (const act of [
      { does: 'read', message: 9 },
      { does: 'file', message: 1, to: ' ' },
      { does: 'delete', message: 1, folder: 'Nowhere' },
      { does: 'read', message: 'x', folder: 3 },
      { does: 'write', to: 'alice@example.net' },
      { does: 'write', to: ['alice@example.net'], subject: 1, text: '' },
      { does: 'dance' },
      set({ reads: 'fax', every: 1, days: 0, after: null }),
    ])
      await play.use('phone', act as never)
    await play.use('nobody', fetch)
    expect(play.world.events).toEqual([])
  })

  test('settings are read from any value', () => {
    for (const value of [undefined, null, 1, 'x', [], { __proto__: 1 }, { constructor: 'imap' }])
      expect(readSettings(value)).toEqual({})
    expect(readSettings({ reads: 'pop3', days: 3, every: 120, sent: 'moon' })).toEqual({
      ...{ reads: 'pop3', days: 3, every: 120 },
    })
  })
})

test('the same acts give the same events', async () => {
  const once = async () => {
    const play = open()
    await play.mails(3)
    for (const id of ['phone', 'laptop']) await play.use(id, fetch)
    await play.use('phone', { does: 'delete', message: 1 })
    await play.use('phone', note)
    await play.pass(DAY)
    return JSON.stringify([play.world.events, play.world.devices])
  }
  expect(await once()).toBe(await once())
})

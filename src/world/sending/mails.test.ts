import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import {
  eventsOf,
  heldBy,
  mailOf,
  messagesIn,
  opener,
  say,
  sendMail,
  servicesWorld,
} from '../testing/services-world.ts'

const open = opener(webCrypto)
const BOB = 'bob@example.net'
const MINUTE = 60_000

describe('a mail of a world', () => {
  test('ends where its address leads', async () => {
    const world = open({ 'mx.alumni.test': { forwarding: { sender: 'srs' } } })
    const { end } = await sendMail(world)
    expect(end).toMatchObject({ kind: 'inbox', mailbox: BOB })
  })

  test('asks for reports', async () => {
    const world = open()
    await sendMail(world, {
      rcptTo: [BOB],
      report: { notify: ['SUCCESS'], ret: 'HDRS', envid: 'q1' },
    })
    const [report] = messagesIn(world, 'alice@example.org')
    expect(report).toMatch(/^Original-Envelope-Id: q1\r$/im)
    expect(report).toMatch(/^Action: delivered\r$/m)
  })

  test('carries files', async () => {
    const world = open()
    await sendMail(world, {
      rcptTo: [BOB],
      attachments: [{ filename: 'quote.csv', type: 'text/csv', text: 'a;b\n' }],
    })
    const [message] = messagesIn(world, BOB)
    expect(message).toContain('filename=quote.csv')
    expect(heldBy(world, BOB)).toEqual(['inbox: Hello'])
  })

  test('is sent at its time, as time goes by', async () => {
    const mails = [mailOf({ id: 'one', rcptTo: [BOB] }), mailOf({ id: 'two', rcptTo: [BOB] })]
    const world = open(
      {},
      {
        mails,
        plan: [
          { after: 3600, send: 'two' },
          { after: 600, send: 'one' },
        ],
      },
    )
    const pass = async (minutes: number) => {
      world.advanceClock(minutes * MINUTE)
      await world.settled()
      return eventsOf(world, 'queued').map(
        ({ at, queueId }) => `${queueId} ${new Date(at).toISOString().slice(11, 16)}`,
      )
    }
    expect(await pass(9)).toEqual([])
    expect(await pass(2)).toEqual(['one 08:10'])
    expect(await pass(120)).toEqual(['one 08:10', 'two 09:00'])
  })
})

test('results that a stranger wrote in the name of a host are gone', async () => {
  const world = open()
  await sendMail(world, {
    rcptTo: [BOB],
    headers: [
      ['Authentication-Results', 'mx.example.net; dmarc=pass header.from=bank.test'],
      ['Authentication-Results', 'other.test; dmarc=pass header.from=bank.test'],
      ['From', 'alice@example.org'],
    ],
  })
  const [message] = messagesIn(world, BOB)
  expect(message?.match(/^Authentication-Results: \S+/gm)).toEqual([
    'Authentication-Results: mx.example.net;',
    'Authentication-Results: other.test;',
  ])
  expect(message?.match(/bank\.test/g)).toHaveLength(1)
})

test('ETRN with an @ asks for the domains below it too', async () => {
  const zone = servicesWorld.zones[3]!
  const world = open({
    'mx.alumni.test': { smtp: { queuesFor: ['a.example.net', 'b.example.net'] } },
  })
  world.setZone('example.net', `${zone.text}a MX 10 mx\nb MX 10 gone\na MX 20 mx.alumni.test.\n`)
  const said = await say(world, 'mx.alumni.test', [
    ...['EHLO mx.example.net', 'ETRN example.net', 'ETRN @example.net', 'QUIT'],
  ])
  expect(said).toMatch(/459 .*\r\n250 /)
})

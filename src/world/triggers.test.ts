import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { webCrypto } from '../platform/webcrypto.ts'
import { DevicesPlay } from './devices/testing/devices-world.ts'
import { planItem, type PlanItem } from './spec/plan.ts'

const played = (plan: readonly PlanItem[]): DevicesPlay => new DevicesPlay(webCrypto, { plan })
const goesOffline: PlanItem['act'] = { does: 'offline' }
const isOffline = (play: DevicesPlay): boolean => !play.device('phone').online

describe('what a command sets off', () => {
  test('happens once, whoever gives the command', async () => {
    const play = played([
      { on: { verb: 'RETR', protocol: 'pop3' }, device: 'phone', act: goesOffline },
    ])
    await play.mails(3)
    expect(isOffline(play)).toBe(false)
    await play.use('laptop', { does: 'fetch' })
    expect(isOffline(play)).toBe(true)
  })

  test('waits for the one that is counted', async () => {
    const on = { verb: ['retr', 'TOP'], nth: 3, host: 'mx.example.org', answer: '+OK' }
    const play = played([{ on, device: 'phone', act: goesOffline }])
    await play.mails(2)
    await play.use('laptop', { does: 'fetch' })
    expect(isOffline(play)).toBe(false)
    await play.mails(1)
    await play.use('laptop', { does: 'fetch' })
    expect(isOffline(play)).toBe(true)
  })

  test('does not happen for another client', async () => {
    const on = { verb: 'RETR', client: 'phone.example.org' }
    const play = played([{ on, device: 'phone', act: goesOffline }])
    await play.mails(1)
    await play.use('laptop', { does: 'fetch' })
    expect(isOffline(play)).toBe(false)
  })
})

test('a mail that is gone is sent again, as often as is said', async () => {
  const { mails } = new DevicesPlay(webCrypto).world.spec
  const { id } = mails[0]!
  const play = played([
    { on: { gone: { mailbox: 'bob@example.org', mail: id } }, times: 2, send: id },
  ])
  await play.world.send(mails[0]!)
  for (const left of [1, 1, 0]) {
    await play.use('laptop', { does: 'fetch' })
    expect(play.server()).toBe(left)
  }
})

test.each<[string, object, string]>([
  ['both', { on: { verb: 'NOOP' }, after: 5, send: 'x' }, 'Say when'],
  ['repeated', { on: { verb: 'NOOP' }, every: 5, send: 'x' }, 'leave out `every`'],
  ['nothing to wait for', { on: { host: 'mx.example.org' }, send: 'x' }, 'Name a `verb`'],
])('a plan is refused: %s', (_, item, message) => {
  const read = v.safeParse(planItem, item)
  expect(read.issues?.map((issue) => issue.message).join()).toContain(message)
})

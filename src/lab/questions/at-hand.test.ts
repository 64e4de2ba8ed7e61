import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import { atHand } from './at-hand.ts'

const connection = 1
const opened: WorldEvent = {
  ...{ at: 0, type: 'opened', connection, from: 'desk.example.org', fromAddress: '192.0.2.7' },
  ...{ to: 'mx.example.net', toAddress: '198.51.100.25', port: 25 },
}
const command = (verb: string, argument: string, code: number): WorldEvent => ({
  ...{ at: 0, type: 'command', protocol: 'smtp', connection, verb, argument, code, text: 'Ok' },
})
const verbs = (...events: WorldEvent[]) =>
  atHand
    .answer({ connection, events }, { world: undefined, crypto: webCrypto })
    .commands.map(({ verb }) => verb)

test('what may be said follows the session, each with its section', () => {
  const greeted = [opened, command('', '', 220), command('EHLO', 'desk.example.org', 250)]
  expect(verbs(opened, command('', '', 220))).not.toContain('MAIL')
  expect(verbs(...greeted)).toContain('MAIL')
  expect(verbs(...greeted)).not.toContain('RCPT')
  expect(verbs(...greeted, command('MAIL', 'FROM:<a@b.example>', 250))).toContain('RCPT')
  const { commands } = atHand.answer(
    { connection, events: greeted },
    { world: undefined, crypto: webCrypto },
  )
  expect(commands.find(({ verb }) => verb === 'MAIL')).toMatchObject({
    syntax: expect.stringContaining('MAIL FROM:<') as string,
    source: { rfc: 5321, section: '4.1.1.2' },
  })
})

test('without a session there is nothing to say', () => {
  const { isConnected } = atHand.answer(
    { connection: undefined, events: [opened, command('', '', 220)] },
    { world: undefined, crypto: webCrypto },
  )
  expect(isConnected).toBe(false)
  expect(verbs(opened, command('', '', 220), { at: 0, type: 'closed', connection })).toEqual([])
})

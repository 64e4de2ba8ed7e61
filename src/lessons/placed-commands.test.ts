import { expect, test } from 'vitest'
import type { WorldEvent } from '../world/events/index.ts'
import { commandsOf } from './placed-commands.ts'

const opened = (connection: number, to: string, port: number): WorldEvent => ({
  ...{ type: 'opened', at: 0, connection, from: 'desk.example.net', fromAddress: '192.0.2.1' },
  ...{ to, toAddress: '192.0.2.25', port },
})
const command = (connection: number, verb: string): WorldEvent => ({
  ...{ type: 'command', protocol: 'smtp', at: 0, connection, verb, argument: '' },
  ...{ code: 250, text: 'OK' },
})

test('commands are found by where they took place, also those that came later', () => {
  const events = [
    opened(1, 'mx.example.org', 25),
    opened(2, 'mx.example.net', 587),
    command(1, 'EHLO'),
  ]
  const verbs = (where: Parameters<typeof commandsOf>[1]): string[] =>
    commandsOf(events, where).map(({ verb }) => verb)
  expect(verbs({})).toEqual(['EHLO'])
  events.push(command(2, 'NOOP'), command(1, 'MAIL'))
  expect(verbs({})).toEqual(['EHLO', 'NOOP', 'MAIL'])
  expect(verbs({ host: 'mx.example.org' })).toEqual(['EHLO', 'MAIL'])
  expect(verbs({ client: 'mail.example.net' })).toEqual([])
  expect(verbs({ client: 'desk.example.net' })).toEqual(['EHLO', 'NOOP', 'MAIL'])
  expect(verbs({ port: 587 })).toEqual(['NOOP'])
  expect(verbs({ host: 'mx.example.org', port: 587 })).toEqual([])
})

test('looking again and again reads each event of the log once', () => {
  let reads = 0
  const events = new Proxy<WorldEvent[]>([], {
    get(log, key) {
      if (typeof key === 'string' && /^\d+$/.test(key)) reads++
      return Reflect.get(log, key) as unknown
    },
  })
  for (let round = 0; round < 100; round++) {
    events.push(command(1, 'NOOP'))
    expect(commandsOf(events)).toHaveLength(round + 1)
  }
  expect(reads).toBe(100)
})

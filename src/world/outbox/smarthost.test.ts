import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../create.ts'
import type { HostSpec, WorldSpec } from '../spec.ts'

const smtp: NonNullable<HostSpec['smtp']> = {
  ...{ personality: 'teaching', relayFrom: [], maxSize: 1_000_000, authenticates: false },
  ...{ tls: 'offered', domains: ['hub.test'] },
}

/** A scanner that hands what it sends to a hub. */
const worldOf = (scanner: Partial<HostSpec>): WorldSpec => ({
  ...{ seed: 7, now: '2026-06-15T09:00:00Z', senders: [] },
  hosts: [
    {
      name: 'scanner.test',
      addresses: ['192.0.2.44'],
      relayThrough: { host: 'hub.test', port: 25 },
      ...scanner,
    },
    { name: 'hub.test', addresses: ['192.0.2.25'], smtp },
  ],
  zones: [
    {
      origin: 'hub.test',
      text: '@ SOA ns h 1 7200 900 1209600 300\n@ NS ns\n@ A 192.0.2.25\nns A 192.0.2.53\n',
      editable: false,
    },
  ],
  mailboxes: [{ address: 'bob@hub.test' }],
  mails: [
    {
      id: 'scan',
      title: 'A scan',
      host: 'scanner.test',
      mailFrom: 'scan@hub.test',
      rcptTo: ['bob@hub.test'],
      headers: [],
      body: 'One page.',
      intent: 'good',
    },
  ],
})

test.each([
  ['is used where it is offered', {}, 1],
  ['is not, by a host that speaks none', { sending: { tls: 'none' } }, 0],
] as const)('TLS to a smarthost %s', async (_, scanner, secured) => {
  const world = createWorld(worldOf(scanner), { crypto: webCrypto })
  const { end } = await world.send(world.spec.mails[0]!)
  expect(end.kind).toBe('inbox')
  expect(world.events.filter(({ type }) => type === 'secured')).toHaveLength(secured)
})

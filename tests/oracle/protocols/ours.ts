import { openBridge, portOf } from '../../../src/bridge/serve/testing/open-bridge.ts'
import type { WorldSpec } from '../../../src/world/spec.ts'
import type { RealServer } from './real-server.ts'

const DOMAINS = ['example.org']
const MAX_SIZE = 10_240_000

/** Postfix in front, Dovecot behind: the same users, the same limits, the same client. */
const spec: WorldSpec = {
  seed: 8,
  now: '2026-05-04T09:00:00Z',
  zones: [],
  hosts: [
    {
      name: 'mx.example.org',
      addresses: ['192.0.2.25'],
      smtp: {
        personality: 'postfix',
        domains: DOMAINS,
        relayFrom: [],
        maxSize: MAX_SIZE,
        authenticates: false,
        bareLf: 'lax',
      },
      submission: { personality: 'postfix', domains: DOMAINS, maxSize: MAX_SIZE },
      imap: { personality: 'dovecot', domains: DOMAINS, plaintextLogin: 'allowed' },
      pop3: { personality: 'dovecot', domains: DOMAINS, plaintextLogin: 'allowed' },
    },
  ],
  mailboxes: ['alice', 'bob', 'carol'].map((user) => ({
    address: `${user}@example.org`,
    password: 'secret',
  })),
  mails: [],
  senders: [],
}

const SERVICES = ['smtp', 'submission', 'imap', 'pop3']

/** Our own servers, on ports as the others are. */
export async function startOurs(): Promise<RealServer> {
  const bridge = await openBridge(spec, {
    caller: { name: 'localhost', address: '127.0.0.1' },
  })
  return {
    version: 'ours',
    ports: Object.fromEntries(SERVICES.map((service) => [service, portOf(bridge, service)])),
    stop: () => bridge.stop(),
  }
}

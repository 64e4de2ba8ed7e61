import { startBridge } from '../../../src/bridge/serve/start-bridge.ts'
import { DEFAULT_PORTS } from '../../../src/bridge/serve/ports.ts'
import type { WorldSpec } from '../../../src/world/spec.ts'
import { ADDRESS, CLIENT, PASSWORD, SENDER_ZONE } from './accounts.ts'

/** The bridge as `helo-world serve` opens it: bridge-process.js SERVICE=PORT. */
const world: WorldSpec = {
  ...{
    seed: 1,
    now: '2026-06-01T08:00:00Z',
    zones: [{ ...SENDER_ZONE, editable: false }],
    mails: [],
    senders: [],
  },
  hosts: [
    {
      ...{ name: 'mx.example.org', addresses: ['192.0.2.25'] },
      smtp: {
        ...{ personality: 'postfix', domains: ['example.org'], relayFrom: [] },
        ...{ maxSize: 1_048_576, authenticates: true },
      },
      imap: { personality: 'dovecot', domains: ['example.org'], plaintextLogin: 'allowed' },
    },
  ],
  mailboxes: [{ address: ADDRESS, password: PASSWORD }],
}

const [service = '', port = ''] = process.argv[2]?.split('=') ?? []
const bridge = await startBridge({
  ...{ spec: world, listen: ['127.0.0.1'], now: () => Date.now() },
  ports: {
    ...Object.fromEntries(Object.keys(DEFAULT_PORTS).map((name) => [name, 0])),
    [service]: Number(port),
  },
  caller: { name: 'client.example.net', address: CLIENT },
})
process.once('SIGTERM', () => void bridge.stop().then(() => process.exit()))

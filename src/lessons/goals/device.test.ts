import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { DevicesPlay } from '../../world/devices/testing/devices-world.ts'
import type { Evidence } from '../evidence.ts'
import { judge } from './index.ts'

const play = new DevicesPlay(webCrypto)
await play.mails(2)
await play.use('phone', { does: 'fetch' })
await play.use('phone', { does: 'read', message: 1 })
await play.use('laptop', { does: 'offline' })
await play.use('laptop', { does: 'write', to: ['alice@example.net'], subject: 'Yes', text: '' })

const stand = (params: object) =>
  judge({ kind: 'device', ...params } as never, { world: play.world } as unknown as Evidence)

test.each([
  { device: 'phone' },
  { device: 'phone', count: 2, unread: 1 },
  { device: 'phone', folder: 'inbox', subject: 'Hello 2', unread: 1 },
  { device: 'phone', folder: 'Archive', count: 0, outbox: 0 },
  { device: 'laptop', outbox: 1 },
  { device: 'laptop', setting: { name: 'reads', is: 'pop3' } },
  { device: 'phone', folder: 'Archive', same: 'laptop' },
])('%j is met', (params) => expect(stand(params)).toEqual({ met: true }))

test.each([
  [{ device: 'fax' }, 'There is no device `fax`.'],
  [{ device: 'laptop' }, 'In INBOX of Bob’s laptop there is no message.'],
  [{ device: 'phone', count: 3 }, 'In INBOX of Bob’s phone there are 2 messages.'],
  [{ device: 'phone', unread: 0 }, 'In INBOX of Bob’s phone one message is unread.'],
  [
    { device: 'phone', subject: 'Hello 3' },
    'In INBOX of Bob’s phone there is no message with the subject `Hello 3`.',
  ],
  [{ device: 'laptop', outbox: 0 }, 'In the outbox of Bob’s laptop one message waits.'],
  [
    { device: 'laptop', setting: { name: 'reads', is: 'imap' } },
    'Bob’s laptop is set to `reads: pop3`, not to `imap`.',
  ],
  [
    { device: 'phone', same: 'laptop' },
    'Bob’s phone and Bob’s laptop do not show the same in INBOX.',
  ],
])('%j is not', (params, reason) => expect(stand(params)).toEqual({ met: false, reason }))

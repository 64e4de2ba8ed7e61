import { expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import { evidence } from '../testing/evidence.ts'
import { judge } from './index.ts'

const opened: WorldEvent = {
  ...{ at: 0, type: 'opened', connection: 1, port: 25 },
  ...{ from: 'mail.example.org', fromAddress: '192.0.2.25' },
  ...{ to: 'mx.example.net', toAddress: '198.51.100.25' },
}

const said = (text: string, tls?: 'TLSv1.3'): WorldEvent => ({
  ...{ at: 0, type: 'wire', connection: 1, from: 'client', bytes: utf8(text) },
  ...(tls && { tls }),
})

const stand = (events: readonly WorldEvent[], params: object = {}) =>
  judge(
    { kind: 'wire', host: 'mx.example.net', has: 'dear bob', ...params } as never,
    evidence({ events }),
  )

const clear = [opened, said('Dear Bob,\r\n')]
const hidden = [opened, said('EHLO desk\r\n'), said('Dear Bob,\r\n', 'TLSv1.3')]

test.each([
  ['in the clear', clear, {}],
  ['in the clear, for anybody', clear, { reader: 'eavesdropper' }],
  ['under TLS, at the ends', hidden, {}],
])('%s it can be read', (_, events, params) => expect(stand(events, params)).toEqual({ met: true }))

test.each([
  ['nothing was said', [], {}, 'Nothing was said to `mx.example.net` yet.'],
  [
    'TLS hides it from others',
    hidden,
    { reader: 'eavesdropper' },
    'No line on the wire to `mx.example.net` has `dear bob`.',
  ],
  ['another port', clear, { port: 587 }, 'Nothing was said to `mx.example.net` yet.'],
])('%s', (_, events, params, reason) =>
  expect(stand(events, params)).toEqual({ met: false, reason }),
)

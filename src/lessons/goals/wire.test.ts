import { expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import { evidence, talk } from '../testing/evidence.ts'
import { judge } from './index.ts'

const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256' }
const sent = (from: 'client' | 'server', text: string, secured = false): WorldEvent => ({
  ...{ type: 'wire', at: 0, connection: 1, from, bytes: utf8(text) },
  ...(secured && { tls }),
})
const events = [
  ...talk([]),
  sent('client', 'AUTH PL'),
  sent('server', '+ \r\n'),
  sent('client', 'AIN AGI=\r\n'),
  sent('client', 'Secret\r\n', true),
]
const stand = (params: object, log = events) =>
  judge({ kind: 'wire', ...params }, evidence({ events: log }))

test.each([
  ['what came in pieces', { has: 'auth plain agi=\r\n' }],
  ['what one side sent', { has: '+ ', from: 'server', host: 'mx.example.org', port: 25 }],
  ['what could be read', { has: 'AGI=', tls: 'no', client: 'desk.example.net' }],
  ['what could not', { has: 'secret', tls: 'yes' }],
])('%s is met', (_, params) => expect(stand(params)).toEqual({ met: true }))

test.each([
  ['the other side', { has: 'AGI=', from: 'server' }, '`AGI=` did not go over the wire so far.'],
  ['under TLS', { has: 'secret', tls: 'no' }, '`secret` did not go over the wire so far.'],
  ['elsewhere', { has: 'AUTH', port: 587 }, 'No connection to a server, port 587 yet.'],
])('%s: not met', (_, params, reason) => expect(stand(params)).toEqual({ met: false, reason }))

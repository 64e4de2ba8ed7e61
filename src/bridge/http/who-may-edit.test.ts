import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { whoMayEdit } from './who-may-edit.ts'

const rules = { isOff: false, token: 'secret' }
const from = (remoteAddress: string, authorization?: string) =>
  ({ headers: { authorization }, socket: { remoteAddress } }) as Pick<
    IncomingMessage,
    'headers' | 'socket'
  >

test.each([
  ['127.0.0.1', undefined, 'open'],
  ['127.8.8.8', undefined, 'open'],
  ['::1', undefined, 'open'],
  ['::ffff:127.0.0.1', undefined, 'open'],
  ['192.0.2.1', undefined, 'locked'],
  ['::ffff:192.0.2.127', undefined, 'locked'],
  ['', undefined, 'locked'],
  ['192.0.2.1', 'Bearer secret', 'open'],
  ['192.0.2.1', 'bearer  secret', 'open'],
  ['192.0.2.1', 'Bearer secret2', 'locked'],
  ['192.0.2.1', 'Bearer ', 'locked'],
  ['192.0.2.1', 'Basic secret', 'locked'],
])('who asks from %j with %j: %s', (address, header, editing) =>
  expect(whoMayEdit(rules, from(address, header))).toBe(editing),
)

test('where it is off nobody may', () =>
  expect(whoMayEdit({ ...rules, isOff: true }, from('127.0.0.1', 'Bearer secret'))).toBe('off'))

import { expect, test } from 'vitest'
import { hostsFor } from './links.ts'

const own = [
  { address: '192.0.2.10', internal: false },
  { address: '127.0.0.1', internal: true },
  { address: '2001:db8::10', internal: false },
  { address: '::1', internal: true },
]

test.each([
  [['127.0.0.1', '::1'], [], ['127.0.0.1', '[::1]']],
  [['0.0.0.0'], [], ['192.0.2.10']],
  [['::'], [], ['192.0.2.10', '[2001:db8::10]']],
  [['192.0.2.10'], ['laptop.local'], ['laptop.local', '192.0.2.10']],
])('who listens on %j, and is called %j, is reached at %j', (listen, names, hosts) =>
  expect(hostsFor(listen, names, own)).toEqual(hosts),
)

test('a machine without a network is reached by itself', () =>
  expect(hostsFor(['0.0.0.0'], [], [{ address: '127.0.0.1', internal: true }])).toEqual([
    '127.0.0.1',
  ]))

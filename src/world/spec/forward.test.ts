import * as v from 'valibot'
import { expect, test } from 'vitest'
import { host } from './host.ts'
import { parseLoopback } from './values.ts'

const base = { name: 'mx.example.net', addresses: ['198.51.100.25'] }

test.each([
  ['127.0.0.1:2526', { address: '127.0.0.1', port: 2526 }],
  ['127.8.8.8:25', { address: '127.8.8.8', port: 25 }],
  ['[::1]:65535', { address: '::1', port: 65_535 }],
])('%s is of this machine', (given, read) => {
  expect(parseLoopback(given)).toEqual(read)
  expect(v.safeParse(host, { ...base, forwardTo: given }).success).toBe(true)
})

test.each([
  '192.0.2.25:25',
  '0.0.0.0:25',
  '[::]:25',
  '[2001:db8::25]:25',
  '[::ffff:192.0.2.25]:25',
  'localhost:25',
  'mx.example.org:25',
  '127.0.0.1',
  '127.0.0.1:0',
  '127.0.0.1:65536',
  '127.0.0.1:smtp',
  '127.1:25',
  '127.0.0.1.example.com:25',
  '',
])('%j is not, and is refused where it stands', (given) => {
  expect(parseLoopback(given)).toBeUndefined()
  const { issues } = v.safeParse(host, { ...base, forwardTo: given })
  expect(issues?.map((issue) => [v.getDotPath(issue), issue.message])).toEqual([
    ['forwardTo', expect.stringMatching(/^Write a loopback address and a port/)],
  ])
})

test('a host that forwards serves no SMTP of its own', () => {
  const smtp = {
    personality: 'teaching',
    domains: ['example.net'],
    relayFrom: [],
    maxSize: 1000,
    authenticates: false,
  }
  const { issues } = v.safeParse(host, { ...base, smtp, forwardTo: '127.0.0.1:2526' })
  expect(issues?.map((issue) => v.getDotPath(issue))).toEqual(['forwardTo'])
})

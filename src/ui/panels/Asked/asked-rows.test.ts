import { expect, test } from 'vitest'
import type { DnsAnswer } from '../../../core/dns.ts'
import type { WorldEvent } from '../../../lab/types.ts'
import { askedRows } from './asked-rows.ts'

const asked = (name: string, type: 'MX' | 'TXT' | 'A', answer: DnsAnswer, more = {}) =>
  ({
    ...{ at: 0, type: 'dns', by: 'desk.example.org' },
    ...{ question: { ask: 'dns', name, type }, answer },
    ...more,
  }) as WorldEvent

const mx: DnsAnswer = {
  status: 'ok',
  records: [
    { name: 'example.net', ttl: 600, type: 'MX', preference: 10, exchange: 'mx.example.net' },
    { name: 'example.net', ttl: 600, type: 'MX', preference: 20, exchange: 'mx2.example.net' },
  ],
}
const text: DnsAnswer = {
  status: 'ok',
  aliases: [{ name: 'shop.example.org', ttl: 60, type: 'CNAME', target: 'stores.tern.test' }],
  records: [{ name: 'stores.tern.test', ttl: 600, type: 'TXT', strings: ['a', 'b'] }],
}

test('the newest question comes first, with what came back', () => {
  expect(
    askedRows([asked('example.net', 'MX', mx), asked('shop.example.org', 'TXT', text)], undefined),
  ).toEqual([
    {
      ...{ number: 2, name: 'shop.example.org.', type: 'TXT', status: 'ok', ttl: 60 },
      answers: ['an alias of stores.tern.test.', '“ab”'],
    },
    {
      ...{ number: 1, name: 'example.net.', type: 'MX', status: 'ok', ttl: 600 },
      answers: ['10 mx.example.net.', '20 mx2.example.net.'],
    },
  ])
})

test('an answer without records says what it means, and is not kept by them', () => {
  const events = [asked('mial.example.org', 'A', { status: 'nxdomain', records: [] })]
  expect(askedRows(events, 'desk.example.org')).toEqual([
    {
      ...{ number: 1, name: 'mial.example.org.', type: 'A', status: 'nxdomain' },
      answers: ['there is no such name'],
    },
  ])
})

test('what a host asks for a message, and what others ask, is left out', () => {
  const events = [
    asked('example.net', 'MX', mx, { queueId: 'Q1' }),
    asked('example.net', 'MX', mx, { judges: 1 }),
    asked('example.net', 'MX', mx, { by: 'mail.example.org' }),
  ]
  expect(askedRows(events, 'desk.example.org')).toEqual([])
})

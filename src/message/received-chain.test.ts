import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { latin1, utf8 } from '../core/bytes.ts'
import { parseMessage } from './parse.ts'
import { readReceivedChain } from './received-chain.ts'
import { parseReceived } from './received-hop.ts'

const brief = (value: string) => {
  const hop = parseReceived(value)
  return [hop.from?.text, hop.ip, hop.by?.text, hop.with?.text, hop.id?.text, hop.for?.text, hop.at]
}

const none = undefined
const noon = Date.UTC(2026, 5, 1, 12)

test.each([
  [
    'from a.example (b.example [192.0.2.1]) by mx.example.org with ESMTPS id 4F; Mon, 01 Jun 2026 12:00:00 +0000',
    ['a.example', '192.0.2.1', 'mx.example.org', 'ESMTPS', '4F', none, noon],
  ],
  [
    'from [192.0.2.9] by mx.example.org with SMTP for <bob@example.org>; Mon, 1 Jun 2026 14:00 +0200',
    ['[192.0.2.9]', '192.0.2.9', 'mx.example.org', 'SMTP', none, '<bob@example.org>', noon],
  ],
  [
    'from x ([IPv6:2001:db8::1])\r\n\tby y (Postfix, from userid 0) id Z (with TLS); 01 Jun 2026 12:00:00 GMT (noon)',
    ['x', '2001:db8::1', 'y', none, 'Z', none, noon],
  ],
  [
    'from out.example (192.0.2.7) by mx.example (198.51.100.2) with Microsoft SMTP Server; 1 Jun 2026 12:00:00 GMT',
    ['out.example', '192.0.2.7', 'mx.example', 'Microsoft SMTP Server', none, none, noon],
  ],
  ['by y; nonsense', [none, none, 'y', none, none, none, none]],
  [
    'from from.by.example by by.example',
    ['from.by.example', none, 'by.example', none, none, none, none],
  ],
  ['(all a comment; 1 Jun 2026)', [none, none, none, none, none, none, none]],
  ['', [none, none, none, none, none, none, none]],
])('%s', (value, expected) => expect(brief(value)).toEqual(expected))

const hop = (by: string, date: string) => `Received: from x by ${by}; ${date}\r\n`

test('the chain goes from the first server to the last, with the delay of each', () => {
  const text =
    hop('c', 'Mon, 01 Jun 2026 12:10:05 +0000') +
    hop('b', 'Mon, 01 Jun 2026 14:00:05 +0200') +
    hop('a', 'Mon, 01 Jun 2026 12:00:00 +0000')
  const { hops, problems } = readReceivedChain(parseMessage(utf8(`${text}\r\n`)))
  expect(hops.map(({ by, delay }) => [by?.text, delay])).toEqual([
    ['a', none],
    ['b', 5000],
    ['c', 600_000],
  ])
  expect(problems).toEqual([])
})

test.each([
  ['received-backwards', 'Mon, 01 Jun 2026 11:59:58 +0000', 'Mon, 01 Jun 2026 11:59:58 +0000'],
  ['received-bad-date', 'yesterday', 'yesterday'],
])('%s is reported at its date', (code, date, marked) => {
  const text = `${hop('b', date)}${hop('a', 'Mon, 01 Jun 2026 12:00:00 +0000')}\r\n`
  const { problems } = readReceivedChain(parseMessage(utf8(text)))
  expect(problems.map((one) => [one.code, text.slice(one.span.from, one.span.to)])).toEqual([
    [`message/${code}`, marked],
  ])
})

test.each([
  ['received-no-date', 'Received: from x by y\r\n\r\n'],
  ['received-no-by', 'Received: from x; Mon, 01 Jun 2026 12:00:00 +0000\r\n\r\n'],
])('%s', (code, text) =>
  expect(readReceivedChain(parseMessage(utf8(text))).problems.map((one) => one.code)).toEqual([
    `message/${code}`,
  ]),
)

test('any octets are read, and every place lies within', () =>
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'from by;()[]<>"\\ \r\n1:.@x') }), (value) => {
      const { hops, problems } = readReceivedChain(
        parseMessage(latin1(`Received: ${value}\r\n\r\n`)),
      )
      for (const { place } of hops) expect(place.to).toBeLessThanOrEqual(value.length + 14)
      for (const { span } of problems) expect(span.from).toBeLessThanOrEqual(span.to)
    }),
  ))

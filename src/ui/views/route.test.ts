import { expect, test } from 'vitest'
import type { WorldEvent } from '../../lab/types.ts'
import { endOf, routeOf } from './route.ts'

const dns = (by: string, name: string): WorldEvent => ({
  at: 0,
  type: 'dns',
  by,
  question: { ask: 'dns', name, type: 'MX' },
  answer: { status: 'ok', records: [] },
})
const opened = (connection: number, from: string, to: string): WorldEvent => ({
  ...{ at: 0, type: 'opened', connection, from, to, port: 25 },
  fromAddress: '192.0.2.1',
  toAddress: '192.0.2.2',
})
const command = (connection: number, verb: string): WorldEvent => ({
  ...{ at: 0, type: 'command', protocol: 'smtp', connection, verb, argument: '' },
  ...{ code: 250, text: 'Ok' },
})
const end = { kind: 'undeliverable', reason: 'no host is there' } as const

test('questions stand before the connection they led to, a receiver’s own stand in its judgement', () => {
  const { legs, lost } = routeOf({
    events: [
      dns('a', 'b.example'),
      opened(1, 'a', 'b'),
      command(1, 'EHLO'),
      dns('b', 'a.example'),
      command(1, '.'),
    ],
    end,
  })
  expect(legs).toHaveLength(1)
  expect(legs[0]?.lookups.map(({ question }) => question.name)).toEqual(['b.example'])
  expect(legs[0]?.commands.map(({ verb }) => verb)).toEqual(['EHLO', '.'])
  expect(lost).toEqual([])
})

test('a relay makes a second leg', () => {
  const { legs, judge } = routeOf({
    events: [opened(1, 'a', 'b'), opened(2, 'b', 'c'), command(2, 'EHLO'), command(1, 'QUIT')],
    end,
  })
  expect(legs.map(({ from, to, commands }) => [from, to, commands.length])).toEqual([
    ['a', 'b', 1],
    ['b', 'c', 1],
  ])
  expect(judge).toBe('c')
})

test('a way that was never found keeps its questions', () =>
  expect(routeOf({ events: [dns('a', 'nowhere.example')], end }).lost).toHaveLength(1))

test('a refused connection is a leg that shows why', () => {
  const refused: WorldEvent = {
    ...{ at: 0, type: 'refused', from: 'a', to: '192.0.2.9', port: 25, reason: 'refused' },
  }
  expect(routeOf({ events: [refused], end }).legs[0]?.refused).toBe('refused')
})

test.each([
  [450, '↻', 'Put off', 'warn'],
  [550, '✕', 'Rejected', 'fail'],
] as const)('a message that gets %i is %s %s', (code, glyph, title, tone) =>
  expect(endOf({ kind: 'rejected', code, text: 'x' })).toEqual({
    ...{ title, glyph, tone },
    text: `${code} x`,
  }),
)

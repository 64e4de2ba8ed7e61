import { expect, test } from 'vitest'
import type { WorldEvent } from '../../../lab/types.ts'
import { eventsOfMessage } from './message-events.ts'

const asks = (by: string, name: string): WorldEvent => ({
  ...{ at: 0, type: 'dns', by },
  question: { ask: 'dns', name, type: 'MX' },
  answer: { status: 'ok', records: [] },
})
const opens = (connection: number, from: string, to: string, cause?: number): WorldEvent => ({
  ...{ at: 0, type: 'opened', connection, from, fromAddress: '192.0.2.1', to, port: 25 },
  toAddress: '192.0.2.2',
  ...(cause !== undefined && { cause }),
})
const closes = (connection: number): WorldEvent => ({ at: 0, type: 'closed', connection })
const refuses = (from: string, to: string): WorldEvent => ({
  ...{ at: 0, type: 'refused', from, to, port: 25, reason: 'refused' },
})

const show = (event: WorldEvent): string => {
  switch (event.type) {
    case 'dns':
      return `${event.by} asks ${event.question.name}`
    case 'refused':
      return `${event.from} is refused`
    default:
      return `${event.type} ${'connection' in event ? event.connection : ''}`
  }
}

const way = (events: readonly WorldEvent[], connection: number) =>
  eventsOfMessage(events, connection).map(show)

test('what the sender asked and tried before its connection belongs to the way', () =>
  expect(
    way(
      [asks('a', 'x'), refuses('a', 'mx1'), opens(1, 'a', 'mx2'), asks('mx2', 'spf'), closes(1)],
      1,
    ),
  ).toEqual(['a asks x', 'a is refused', 'opened 1', 'closed 1']))

test('what others asked does not, nor what was asked for the connection before', () =>
  expect(
    way(
      [
        asks('a', 'x'),
        opens(1, 'a', 'b'),
        closes(1),
        asks('c', 'z'),
        asks('a', 'y'),
        opens(2, 'a', 'b'),
      ],
      2,
    ),
  ).toEqual(['a asks y', 'opened 2']))

test('a relayed message includes its way to the relay', () =>
  expect(
    way(
      [
        ...[asks('b', 'old'), asks('a', 'x'), opens(1, 'a', 'b'), closes(1)],
        ...[asks('b', 'y'), opens(2, 'b', 'c', 1), closes(2)],
      ],
      2,
    ),
  ).toEqual(['a asks x', 'opened 1', 'closed 1', 'b asks y', 'opened 2', 'closed 2']))

test('a connection that was never opened has no way', () => expect(way([closes(1)], 1)).toEqual([]))

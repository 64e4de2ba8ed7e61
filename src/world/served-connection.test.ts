import { expect, test } from 'vitest'
import { fromLatin1, utf8 } from '../core/bytes.ts'
import { webCrypto } from '../platform/webcrypto.ts'
import { createWorld } from './create.ts'
import { sampleWorld } from './sample.ts'
import type { Connection, World } from './world.ts'

const mx = '192.0.2.25'

/** A connection to the sample's exchange that writes down what it receives. */
function call(world: World): { line: Connection; received: string[] } {
  const received: string[] = []
  const line = world.connect('mx.example.net', mx, 25, {
    received: (bytes) => received.push(fromLatin1(bytes)),
    closed: () => received.push('closed'),
  })
  if ('refused' in line) throw new Error(line.refused)
  return { line, received }
}

test('every octet of both sides is in the log, in order', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const { line, received } = call(world)
  line.send(utf8('QU'))
  line.send(utf8('IT\r\n'))
  await world.settled()
  const wire = world.events.flatMap((event) =>
    event.type === 'wire' ? [[event.from, fromLatin1(event.bytes)]] : [],
  )
  expect(wire).toEqual([
    ['server', received[0]],
    ['client', 'QU'],
    ['client', 'IT\r\n'],
    ['server', received[1]],
  ])
  expect(received.at(-1)).toBe('closed')
})

test('time that passes reaches who waits, and ends an idle session', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const { received } = call(world)
  await world.settled()
  world.advanceClock(0)
  world.advanceClock(3_600_000)
  await world.settled()
  expect(received.slice(-2)).toEqual([expect.stringMatching(/^421 /), 'closed'])
})

test('a session that is over receives nothing', async () => {
  const world = createWorld(sampleWorld, { crypto: webCrypto })
  const { line, received } = call(world)
  line.close()
  line.send(utf8('NOOP\r\n'))
  world.advanceClock(3_600_000)
  await world.settled()
  expect(received).toHaveLength(1)
})

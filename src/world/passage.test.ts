import { expect, test } from 'vitest'
import { webCrypto } from '../platform/webcrypto.ts'
import type { QueueEntry } from './outbox/outbox.ts'
import { Passage } from './passage.ts'
import { sampleWorld } from './sample.ts'
import { SimulatedInternet } from './simulated-internet.ts'

const HOUR = 3_600_000

/** A world whose listeners write down the time of each tick, in hours since its start. */
function open() {
  const net = new SimulatedInternet(sampleWorld, { crypto: webCrypto })
  const start = net.clock.now()
  const ticks: number[] = []
  net.subscribe({
    handle: (notice) => {
      if (notice.type === 'tick') ticks.push((notice.now - start) / HOUR)
    },
  })
  /** A message for a domain that does not exist: its next try is its last. */
  const wait = (hours: number): void => net.outbox.add(entry(net, start + hours * HOUR))
  return { net, passage: new Passage(net), ticks, wait }
}

function entry(net: SimulatedInternet, nextTry: number): QueueEntry {
  const message = {
    ...{ id: 'A', host: net.hosts.named('mx.example.org')!, helo: 'mx.example.org', from: '' },
    ...{ to: [], bytes: new Uint8Array(), parameters: {}, arrivedAt: nextTry },
  }
  const outcome = { kind: 'unreachable', reason: 'Nothing answers.', status: '4.4.1' } as const
  const recipients = [{ recipient: { address: 'x@nowhere.example' }, outcome }]
  return { message, recipients, tries: 1, nextTry, delay: 'unreported' }
}

test('where no try is due, the clock moves at once', () => {
  const { passage, ticks, wait } = open()
  wait(3)
  expect(passage.advance(2 * HOUR)).toBeUndefined()
  expect(ticks).toEqual([2])
})

test('the clock stops at each try, and more time only moves the end', async () => {
  const { net, passage, ticks, wait } = open()
  wait(1)
  wait(3)
  const rest = passage.advance(2 * HOUR)
  expect(ticks).toEqual([])
  expect(passage.advance(2 * HOUR)).toBeUndefined()
  await rest!()
  expect(ticks).toEqual([1, 3, 4])
  expect(net.outbox.entries).toEqual([])
})

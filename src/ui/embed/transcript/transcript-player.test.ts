import { expect, test } from 'vitest'
import type { TranscriptStep } from '../../../lab/types.ts'
import { standsFor, typedFor, typedOf } from './pace.ts'
import { TranscriptPlayer } from './transcript-player.svelte.ts'

const line = (kind: TranscriptStep['kind'], text: string): TranscriptStep => ({
  ...{ kind, text, connection: 0, span: { from: 0, to: 0 } },
  ...(kind === 'client' && { role: 'command' as const }),
})
const steps = [line('server', '220 a'), line('client', 'EHLO client'), line('server', '250 a')]

/** A clock that stands still until somebody lets it run. */
function clock(isStill = false) {
  let now = 0
  let due: { act: () => void; at: number } | undefined
  return {
    ports: {
      later(act: () => void, after: number) {
        due = { act, at: now + after }
        return () => (due = undefined)
      },
      now: () => now,
      isStill: () => isStill,
    },
    run(time: number) {
      const end = now + time
      while (due && due.at <= end) {
        const { act, at } = due
        now = at
        due = undefined
        act()
      }
      now = end
    },
  }
}

test('steps forward and back, and not beyond the ends', () => {
  const moves: number[] = []
  const player = new TranscriptPlayer(steps, clock().ports, (at) => moves.push(at))
  player.back()
  player.forward()
  player.forward()
  player.forward()
  expect([player.at, player.isAtEnd]).toEqual([3, true])
  player.show(-4)
  player.show(Number.NaN)
  expect(player.at).toBe(1)
  expect(moves).toEqual([2, 3, 1])
})

test('plays at talking pace, a client line as it is typed', () => {
  const { ports, run } = clock()
  const player = new TranscriptPlayer(steps, ports)
  player.toggle()
  expect([player.at, player.isPlaying]).toEqual([2, true])
  run(typedFor('EHLO client') / 2)
  expect(typedOf('EHLO client', player.elapsed).length).toBeGreaterThan(3)
  expect(typedOf('EHLO client', player.elapsed).length).toBeLessThan(9)
  run(standsFor(steps[1]!))
  expect(player.at).toBe(3)
  run(10_000)
  expect([player.at, player.isPlaying]).toEqual([3, false])
  player.toggle()
  expect(player.at).toBe(1)
})

test('a pause holds, and shows the whole line', () => {
  const { ports, run } = clock()
  const player = new TranscriptPlayer(steps, ports)
  player.toggle()
  run(100)
  player.toggle()
  run(10_000)
  expect([player.at, player.isPlaying, player.elapsed]).toEqual([2, false, Infinity])
})

test('where nothing may move, lines come as a whole', () => {
  const { ports, run } = clock(true)
  const player = new TranscriptPlayer(steps, ports)
  player.toggle()
  expect(player.elapsed).toBe(Infinity)
  run(10_000)
  expect(player.at).toBe(3)
})

test('nothing to play is no fault', () => {
  const player = new TranscriptPlayer([], clock().ports)
  player.toggle()
  player.forward()
  expect([player.at, player.isPlaying, player.isAtEnd]).toEqual([0, false, true])
})

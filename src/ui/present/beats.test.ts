import { expect, test } from 'vitest'
import type { LabInput } from '../../lab/lab.ts'
import { beatsOf, linesOf } from './beats.ts'
import { Replay } from './replay.svelte.ts'

const journal: LabInput[] = [
  { kind: 'type', data: 'HI\x1b[A\r' },
  { kind: 'check' },
  { kind: 'edit', zone: 'example.org', text: 'whole' },
]

test('a journal is played key by key; what one key sends stays whole', () => {
  const beats = beatsOf(journal)
  expect(beats.map(({ input }) => ('data' in input ? input.data : input.kind))).toEqual([
    ...['H', 'I', '\x1b[A', '\r'],
    ...['check', 'edit'],
  ])
  expect(linesOf(beats)).toBe(2)
})

test('played again, it is the same journal', () => {
  const typed = beatsOf([{ kind: 'type', data: 'a😀\x1bOP\x1bb\r' }]).map(({ input }) => input)
  expect(typed.map((input) => 'data' in input && input.data).join('')).toBe('a😀\x1bOP\x1bb\r')
})

function replayed() {
  const done: LabInput[] = []
  const replay = new Replay(journal, {
    apply: (input) => Promise.resolve(void done.push(input)),
    wait: () => new Promise((resolve) => setTimeout(resolve)),
  })
  return { done, replay }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 20))

test('a replay does all of it, and counts lines', async () => {
  const { done, replay } = replayed()
  await replay.play()
  expect([done.length, replay.line, replay.isOver]).toEqual([6, 2, true])
})

test('a replay stops, and goes on a line at a time', async () => {
  const { done, replay } = replayed()
  replay.togglePause()
  const played = replay.play()
  await turn()
  expect(done).toEqual([])
  replay.step()
  await turn()
  expect([done.length, replay.line]).toEqual([4, 1])
  replay.togglePause()
  await played
  expect(done).toHaveLength(6)
})

test('a replay that is ended while it waits plays no more', async () => {
  const { done, replay } = replayed()
  replay.togglePause()
  const played = replay.play()
  await turn()
  replay.end()
  await played
  expect(done).toEqual([])
})

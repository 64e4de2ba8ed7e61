import { expect, test } from 'vitest'
import { memoryStorage } from '../../state/testing/memory-storage.ts'
import { readRefused, readShown, readWanted } from '../notes-line.ts'
import { fragmentOf, loadPrepared, storePrepared } from './prepared.ts'
import { Timer } from './timer.svelte.ts'

test('the time stops, goes on and is set back', () => {
  let now = 5000
  const timer = new Timer(() => now)
  const after = (ms: number) => {
    now += ms
    timer.tick()
    return timer.text
  }
  expect(after(247_000)).toBe('4:07')
  timer.toggle()
  expect(after(60_000)).toBe('4:07')
  timer.toggle()
  expect(after(3_600_000)).toBe('1:04:07')
  timer.reset()
  expect(timer.text).toBe('0:00')
})

test('prepared states are kept for a lesson each, and what is broken is none', () => {
  const storage = memoryStorage()
  const states = [{ name: 'Refused', fragment: '#s=abc' }]
  expect(storePrepared('speak-smtp', states, () => storage)).toBe(true)
  expect(loadPrepared('speak-smtp', () => storage)).toEqual(states)
  expect(loadPrepared('other', () => storage)).toEqual([])
  storage.setItem('helo-world/present/other', '{"not": "a list"}')
  expect(loadPrepared('other', () => storage)).toEqual([])
  storage.setItem('helo-world/present/other', 'nonsense')
  expect(loadPrepared('other', () => storage)).toEqual([])
  storePrepared('speak-smtp', [], () => storage)
  expect(storage.getItem('helo-world/present/speak-smtp')).toBeNull()
})

test('a link is taken whole, or its end alone', () => {
  expect(fragmentOf(' https://x.example/lessons/speak-smtp/#s=abc ')).toBe('#s=abc')
  expect(fragmentOf('s=abc')).toBe('s=abc')
  expect(fragmentOf('https://x.example/')).toBeUndefined()
})

test('what comes over the line is of its lesson and of a known kind, or nothing', () => {
  const lesson = 'speak-smtp'
  expect(readWanted({ kind: 'hello', lesson }, lesson)).toEqual({ kind: 'hello', lesson })
  expect(readWanted({ kind: 'hello', lesson }, 'other')).toBeUndefined()
  expect(readWanted({ kind: 'act', lesson, act: { do: 'eval' } }, lesson)).toBeUndefined()
  expect(readWanted({ kind: 'open', lesson, fragment: 7 }, lesson)).toBeUndefined()
  expect(readShown({ kind: 'gone', lesson }, lesson)).toEqual({ kind: 'gone', lesson })
  expect(readShown({ kind: 'shown', lesson }, lesson)).toBeUndefined()
  expect(readRefused({ kind: 'refused', lesson, fault: 'No.' }, lesson)).toBe('No.')
})

import { describe, expect, test } from 'vitest'
import type { BridgeZone, LabOutput } from '../../../lab/types.ts'
import { answerOf, editToken } from './zone-ports.ts'

const zone: BridgeZone = { origin: 'example.org', file: 'example.org.zone', text: '', version: 1 }

describe('what came of an edit', () => {
  const edited: LabOutput = { kind: 'bridgeZone', run: 1, zone }
  test.each([
    [edited, 200, { kind: 'taken', zone: edited }],
    [edited, 412, { kind: 'stale', zone: edited }],
    [{ kind: 'refused', reason: 'No.' } as const, 413, { kind: 'refused', reason: 'No.' }],
  ])('is in the answer %j, %i', (output, status, answer) =>
    expect(answerOf(output, status)).toEqual(answer),
  )
  test('is not in another output', () =>
    expect(() => answerOf({ kind: 'hello', version: 1 }, 200)).toThrow('hello'))
})

describe('the token of a bridge', () => {
  function memory() {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, text: string) => void kept.set(key, text),
    }
    return () => storage as unknown as Storage
  }
  test('comes with the address, and stays for the tab', () => {
    const storage = memory()
    expect(editToken('', storage)).toBe('')
    expect(editToken('#edit=a-b_C1', storage)).toBe('a-b_C1')
    expect(editToken('', storage)).toBe('a-b_C1')
  })
  test.each(['#edit=', '#edit=a b', '#s=edit', `#edit=${'a'.repeat(101)}`])(
    'is none in %s',
    (hash) => expect(editToken(hash, memory())).toBe(''),
  )
  test('is used where nothing can be kept', () => {
    const blocked = () => {
      throw new Error('blocked')
    }
    expect(editToken('#edit=abc', blocked)).toBe('abc')
    expect(editToken('', blocked)).toBe('')
  })
})

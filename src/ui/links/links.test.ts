import { describe, expect, test } from 'vitest'
import type { LinkedWork } from '../../lab/link/link.ts'
import { memoryStorage } from '../state/testing/memory-storage.ts'
import { keyOf } from '../state/storage.ts'
import { pageOf } from './address.ts'
import { linkedOf, linkedStorage, savedOf } from './linked-storage.ts'
import { markdownOf } from './markdown.ts'

const work: LinkedWork = {
  ...{ v: 1, slug: 'try', edition: 2, variant: 'b', step: 's', terminal: 2 },
  journal: [
    { kind: 'edit', zone: 'example.org', text: 'one' },
    { kind: 'edit', document: 'mx.example.org.conf', text: 'two' },
  ],
}

describe('linked work', () => {
  test('is what its maker stored, and can be linked on', () => {
    const saved = savedOf(work)
    expect(saved.zones).toEqual({ 'example.org': 'one', 'mx.example.org.conf': 'two' })
    expect(linkedOf('try', saved)).toEqual(work)
  })

  test('leaves the browser’s storage alone until it is kept', () => {
    const own = memoryStorage()
    own.setItem(keyOf('try'), 'mine')
    const storage = linkedStorage(work, () => own)
    storage.setItem(keyOf('try'), 'changed')
    storage.removeItem('other')
    expect(own.texts).toEqual(new Map([[keyOf('try'), 'mine']]))
    storage.keep()
    expect(own.getItem(keyOf('try'))).toBe('changed')
    storage.setItem(keyOf('try'), 'more')
    expect([own.getItem(keyOf('try')), storage.getItem(keyOf('try'))]).toEqual(['more', 'more'])
  })

  test('where the browser’s storage is full, stays linked', () => {
    const own = memoryStorage(1)
    const storage = linkedStorage(work, () => own)
    expect(() => storage.keep()).toThrow('full')
    storage.setItem('x', 'long enough')
    expect(storage.getItem('x')).toBe('long enough')
    expect(own.texts.size).toBe(0)
  })

  test('that finds room for a part of it leaves one’s own work as it was', () => {
    const own = memoryStorage(JSON.stringify(savedOf(work)).length + 5)
    own.setItem(keyOf('try'), 'mine')
    const storage = linkedStorage(work, () => own)
    storage.setItem('x', 'y'.repeat(10_000))
    expect(() => storage.keep()).toThrow('full')
    expect(own.texts).toEqual(new Map([[keyOf('try'), 'mine']]))
  })
})

test.each([
  ['speak-smtp', 'https://mail.example/w/lessons/speak-smtp/'],
  ['sandbox', 'https://mail.example/w/sandbox/'],
  ['sandbox-bank', 'https://mail.example/w/sandbox/?world=bank'],
])('%s is shown at %s', (slug, address) =>
  expect(pageOf(slug, new URL('https://mail.example/w/')).href).toBe(address),
)

test('as Markdown a state has its link, its texts and the end of the session', () => {
  const transcript = Array.from({ length: 100 }, (_, at) => `line ${at}`).join('\r\n')
  const text = markdownOf({
    ...{ title: 'A [b]', link: 'https://x.example/#s=y', transcripts: [{ text: transcript }] },
    zones: { 'example.org': 'has ``` in it\n' },
  })
  expect(text).toContain(String.raw`[A \[b\]](https://x.example/#s=y)`)
  expect(text).toContain('`example.org`:\n\n````\nhas ``` in it\n````')
  expect(text).not.toContain('line 39\n')
  expect(text.endsWith('line 99\n```')).toBe(true)
})

test('of several terminals each has its session below its name', () => {
  const text = markdownOf({
    ...{ title: 'A', link: 'https://x.example/#s=y', zones: {} },
    transcripts: [
      { name: 'Terminal 1, desk.example.org', text: 'C: mailq' },
      { name: 'Terminal 2, mx.example.org', text: 'S: 220 mx' },
      { name: 'Terminal 3, mx.example.org', text: '' },
    ],
  })
  expect(text).toBe(
    '[A](https://x.example/#s=y)\n\nTerminal 1, desk.example.org:\n\n```\nC: mailq\n```\n\nTerminal 2, mx.example.org:\n\n```\nS: 220 mx\n```',
  )
})

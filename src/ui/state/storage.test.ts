import { describe, expect, test } from 'vitest'
import { nothingDone, readSaved, type Saved } from './saved.ts'
import { openStorage } from './storage.ts'
import { memoryStorage } from './testing/memory-storage.ts'

const work: Saved = {
  v: 2,
  edition: 3,
  variant: 'other-names',
  step: 'second',
  journal: [
    { kind: 'type', data: 'HELO me\r' },
    { kind: 'edit', zone: 'example.org', text: '@ IN MX 10 mx\n' },
    { kind: 'send', mail: 'invoice' },
    { kind: 'answer', card: 'order', answer: ['takes'] },
    { kind: 'check' },
  ],
  zones: { 'example.org': '@ IN MX 10 mx\n' },
  hints: { first: 2 },
  progress: { met: 1, of: 3, done: false },
  doneAt: '2026-05-01T08:00:00.000Z',
  reviewed: 1,
  reviewedAt: '2026-05-02T08:00:00.000Z',
}

describe('stored work', () => {
  test('comes back as it was', () =>
    expect(readSaved(JSON.stringify(work))).toEqual({ kind: 'saved', saved: work }))

  test.each([
    ['nothing', null, 'none'],
    ['no JSON', '{"v":1,"jour', 'broken'],
    ['another kind of value', '[1]', 'broken'],
    ['no version', '{"journal":[]}', 'broken'],
    ['a journal that is no list', '{"v":1,"journal":{},"zones":{}}', 'broken'],
    ['an input without its data', '{"v":1,"journal":[{"kind":"type"}],"zones":{}}', 'broken'],
    ['an unknown input', '{"v":1,"journal":[{"kind":"eval","data":""}],"zones":{}}', 'broken'],
    ['a zone that is no text', '{"v":1,"journal":[],"zones":{"a":1}}', 'broken'],
    ['a later version', '{"v":3,"world":{}}', 'newer'],
    [
      'an answer that is no list',
      '{"v":2,"journal":[{"kind":"answer","card":"a","answer":"b"}],"zones":{}}',
      'broken',
    ],
    ['less than all', '{"v":1,"journal":[],"zones":{}}', 'saved'],
  ])('%s is read as it is', (_, text, kind) => expect(readSaved(text).kind).toBe(kind))

  test('a negative count of hints shows none', () =>
    expect(readSaved(JSON.stringify({ ...work, hints: { first: -3 } }))).toEqual({
      kind: 'saved',
      saved: { ...work, hints: {} },
    }))

  test('of the first version is of the first edition, and its hints belong to no step', () => {
    const { journal, zones, progress } = work
    const first = JSON.stringify({ v: 1, journal, zones, progress, hints: 2 })
    expect(readSaved(first)).toEqual({
      kind: 'saved',
      saved: { v: 2, edition: 1, journal, zones, progress, hints: {} },
    })
  })
})

describe('storage', () => {
  test('keeps work in the browser, where a second page finds it', () => {
    const browser = memoryStorage()
    expect(openStorage(() => browser).write('mx', work)).toBeUndefined()
    expect(openStorage(() => browser).read('mx')).toEqual({ kind: 'saved', saved: work })
  })

  test('falls back to memory where the browser refuses to be asked', () => {
    const storage = openStorage(() => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(storage.write('mx', work)).toBe('blocked')
    expect(storage.read('mx')).toEqual({ kind: 'saved', saved: work })
  })

  test('falls back to memory when the browser is full, and leaves what it had', () => {
    const browser = memoryStorage(400)
    const storage = openStorage(() => browser)
    expect(storage.write('mx', nothingDone)).toBeUndefined()
    const long: Saved = { ...work, zones: { a: 'x'.repeat(500) } }
    expect(storage.write('mx', long)).toBe('full')
    expect(storage.read('mx')).toEqual({ kind: 'saved', saved: long })
    expect(openStorage(() => browser).read('mx')).toEqual({ kind: 'saved', saved: nothingDone })
  })

  test('gives back what was kept before the browser was full', () => {
    const browser = memoryStorage()
    openStorage(() => browser).write('mx', work)
    const full = { ...browser, setItem: memoryStorage(0).setItem }
    const storage = openStorage(() => full)
    expect(storage.error).toBeUndefined()
    expect(storage.read('mx')).toEqual({ kind: 'saved', saved: work })
    expect(storage.write('mx', nothingDone)).toBe('full')
  })

  test('keeps a backup of what it cannot read', () => {
    const browser = memoryStorage()
    browser.setItem('helo-world/lesson/mx', '{oops')
    const storage = openStorage(() => browser)
    expect(storage.read('mx')).toEqual({ kind: 'broken' })
    expect(storage.error).toBe('broken')
    expect(browser.texts.get('helo-world/lesson/mx/unreadable')).toBe('{oops')
    expect(storage.write('mx', work)).toBeUndefined()
  })

  test('does not write over what a later version stored', () => {
    const browser = memoryStorage()
    browser.setItem('helo-world/lesson/mx', '{"v":7}')
    const storage = openStorage(() => browser)
    expect(storage.read('mx')).toEqual({ kind: 'newer' })
    expect(storage.write('mx', work)).toBe('newer')
    expect(browser.texts.get('helo-world/lesson/mx')).toBe('{"v":7}')
    expect(storage.read('mx')).toEqual({ kind: 'saved', saved: work })
  })

  test('keeps another tab’s work beside this one’s', () => {
    const browser = memoryStorage()
    const storage = openStorage(() => browser)
    storage.write('mx', nothingDone)
    storage.writeBackup('mx', work)
    expect(openStorage(() => browser).readBackup('mx')).toEqual(work)
    expect(storage.read('mx')).toEqual({ kind: 'saved', saved: nothingDone })
    storage.writeBackup('mx', undefined)
    expect(storage.readBackup('mx')).toBeUndefined()
  })

  test('keeps work that can no longer be done again beside what goes on', () => {
    const browser = memoryStorage()
    const storage = openStorage(() => browser)
    expect(storage.readAside('mx')).toBeUndefined()
    storage.writeAside('mx', work)
    storage.write('mx', nothingDone)
    expect(openStorage(() => browser).readAside('mx')).toEqual(work)
    expect(storage.read('mx')).toEqual({ kind: 'saved', saved: nothingDone })
  })

  test('forgets on request', () => {
    const browser = memoryStorage()
    const storage = openStorage(() => browser)
    storage.write('mx', work)
    storage.remove('mx')
    expect(storage.read('mx')).toEqual({ kind: 'none' })
    expect(browser.texts.size).toBe(0)
  })
})

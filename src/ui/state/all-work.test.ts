import { describe, expect, test } from 'vitest'
import { collectWork, mergeWork, readWorkFile, writeWorkFile, type AllWork } from './all-work.ts'
import { nothingPlayed, playsKeyOf, readPlayLog, type Play } from './plays/play-log.ts'
import { nothingDone, type Saved } from './saved.ts'
import { keyOf, openStorage } from './storage.ts'
import { memoryStorage } from './testing/memory-storage.ts'

const play = (at: string): Play => ({ ...{ edition: 1, at, hints: 0, unseen: true, missed: [] } })
const saved = (met: number, more: Partial<Saved> = {}): Saved => ({
  ...nothingDone,
  journal: [{ kind: 'type', data: `${met}` }],
  progress: { met, of: 5, done: met === 5 },
  ...more,
})

function browserWith(work: AllWork, limit = Infinity) {
  const storage = memoryStorage(limit)
  for (const [slug, { saved, plays }] of Object.entries(work)) {
    storage.texts.set(keyOf(slug), JSON.stringify(saved))
    storage.texts.set(playsKeyOf(slug), JSON.stringify(plays))
  }
  return storage
}

const work: AllWork = {
  a: { saved: saved(5), plays: { ...nothingPlayed, plays: [play('2026-06-01T08:00:00Z')] } },
  sandbox: { saved: saved(0), plays: nothingPlayed },
}

test('all work goes into a file and comes back from it', () => {
  const browser = browserWith(work)
  browser.texts.set('helo-world/theme', 'dark')
  const collected = collectWork([...browser.texts.keys()], browser)
  expect(collected).toEqual(work)
  expect(readWorkFile(writeWorkFile(collected, 0))).toEqual({ ok: true, work })
})

test.each([
  ['no JSON', '{', 'none'],
  ['other JSON', '{"v":1}', 'none'],
  ['a file without work', '{"kind":"helo-world/work","v":1}', 'none'],
  ['a later version', '{"kind":"helo-world/work","v":2}', 'newer'],
  ['a huge file', ' '.repeat(16 * 1024 * 1024 + 1), 'large'],
])('%s is refused', (_, text, fault) => expect(readWorkFile(text)).toEqual({ ok: false, fault }))

test('what cannot be read of a file is left out', () => {
  const broken = { '../a': work['a'], b: 7, c: { saved: {} }, a: work['a'] }
  const read = readWorkFile(writeWorkFile(broken as unknown as AllWork, 0))
  expect(read.ok && Object.keys(read.work)).toEqual(['a'])
})

describe('into a browser', () => {
  test('with nothing all of it comes', () => {
    const browser = browserWith({})
    expect(mergeWork(work, browser)).toEqual({ taken: 2, kept: 0, isWhole: true })
    expect(collectWork([...browser.texts.keys()], browser)).toEqual(work)
  })

  test('what is further along stays, and gives way else, and can be had again', () => {
    const own = {
      a: { saved: saved(2), plays: nothingPlayed },
      b: { saved: saved(4), plays: nothingPlayed },
    }
    const theirs = { ...work, b: { saved: saved(3), plays: nothingPlayed } }
    const browser = browserWith(own)
    expect(mergeWork(theirs, browser)).toEqual({ taken: 2, kept: 1, isWhole: true })
    const storage = openStorage(() => browser)
    expect(storage.read('a')).toMatchObject({ saved: { progress: { met: 5 } } })
    expect(storage.readBackup('a')).toMatchObject({ progress: { met: 2 } })
    expect(storage.read('b')).toMatchObject({ saved: { progress: { met: 4 } } })
  })

  test('the plays of both are joined, each once', () => {
    const [one, two] = [play('2026-06-01T08:00:00Z'), play('2026-06-03T08:00:00Z')]
    const own = { a: { saved: saved(5), plays: { ...nothingPlayed, seen: ['x'], plays: [two] } } }
    const browser = browserWith(own)
    const theirs = {
      a: { saved: saved(5), plays: { ...nothingPlayed, seen: ['y'], plays: [one, two] } },
    }
    expect(mergeWork(theirs, browser)).toEqual({ taken: 0, kept: 0, isWhole: true })
    expect(readPlayLog(browser.getItem(playsKeyOf('a')))).toMatchObject({
      ...{ seen: ['x', 'y'], plays: [one, two] },
    })
  })

  test('that is full says so', () =>
    expect(mergeWork(work, browserWith({}, 10))).toMatchObject({ taken: 0, isWhole: false }))
})

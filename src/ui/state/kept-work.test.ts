import { expect, test } from 'vitest'
import { KeptWork } from './kept-work.svelte.ts'
import { nothingDone, type Saved } from './saved.ts'
import { openStorage } from './storage.ts'
import { memoryStorage } from './testing/memory-storage.ts'

const mine: Saved = { ...nothingDone, zones: { 'example.org': 'mine' } }
const theirs: Saved = { ...nothingDone, zones: { 'example.org': 'theirs' } }
const open = (browser = memoryStorage()) =>
  new KeptWork(
    'try',
    openStorage(() => browser),
  )

test('work that was written is read again', () => {
  const browser = memoryStorage()
  expect(open(browser).read()).toEqual(nothingDone)
  open(browser).write(mine)
  expect(open(browser).read()).toEqual(mine)
})

test('work that cannot be stored raises the error, and stays in memory', () => {
  const browser = memoryStorage()
  const kept = open({
    ...browser,
    setItem() {
      throw new DOMException('full', 'QuotaExceededError')
    },
  })
  kept.write(mine)
  expect([kept.storageError, kept.read()]).toEqual(['full', mine])
})

test('another tab’s work is noticed where it differs and can be read', () => {
  const kept = open()
  kept.noticeOtherTab(JSON.stringify(mine), mine)
  kept.noticeOtherTab('{"v":99}', mine)
  expect(kept.otherTab).toBeUndefined()
  kept.noticeOtherTab(JSON.stringify(theirs), mine)
  expect(kept.otherTab).toEqual(theirs)
  kept.noticeOtherTab(null, mine)
  expect(kept.otherTab).toEqual(nothingDone)
})

test('another tab’s work that was written over is a backup until the choice', () => {
  const browser = memoryStorage()
  const kept = open(browser)
  kept.noticeOtherTab(JSON.stringify(theirs), mine)
  kept.write(mine)
  const again = open(browser)
  expect([again.read(), again.otherTab]).toEqual([mine, theirs])
  expect(again.closeChoice()).toEqual(theirs)
  const last = open(browser)
  expect([last.read(), last.otherTab]).toEqual([mine, undefined])
})

import { describe, expect, test, vi } from 'vitest'
import type { Evidence } from '../../lessons/evidence.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { Engines } from './lab-loader.ts'
import { LessonState, type LessonPorts } from './lesson-state.svelte.ts'
import { nothingDone, type Saved } from './saved.ts'
import { openStorage, type BrowserStorage } from './storage.ts'
import { fakeLabPorts, lesson, type FakeLab } from './testing/fake-lab.ts'
import { memoryStorage } from './testing/memory-storage.ts'

/** A lesson's state over fake labs, with frames that come when the test runs them. */
function benchOf(browser = memoryStorage()) {
  const labs: FakeLab[] = []
  let frames: (() => void)[] = []
  const ports: LessonPorts = {
    ...fakeLabPorts((lab) => labs.push(lab)),
    storage: openStorage(() => browser),
    soon: (act) => void frames.push(act),
  }
  return {
    labs,
    ports,
    browser,
    work: new LessonState(lesson, ports),
    /** Runs what waits for the next frame, and all that follows from it. */
    async frame() {
      const due = frames
      frames = []
      for (const act of due) act()
      await new Promise((done) => setImmediate(done))
    },
    get waiting() {
      return frames.length
    },
  }
}

const storedIn = (browser: BrowserStorage): Saved | undefined => {
  const text = browser.getItem('helo-world/lesson/try')
  return text === null ? undefined : (JSON.parse(text) as Saved)
}

describe('a lesson', () => {
  test('that was only looked at leaves nothing behind', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.frame()
    expect(bench.work.phase).toBe('ready')
    expect(storedIn(bench.browser)).toBeUndefined()
  })

  test('keeps an edit at once, before the world has settled', async () => {
    const bench = benchOf()
    await bench.work.start()
    const settled = bench.work.edit('example.org', 'fixed')
    expect(storedIn(bench.browser)?.zones).toEqual({ 'example.org': 'fixed' })
    await settled
  })

  test('keeps keys with the next frame, or before the page goes', async () => {
    const bench = benchOf()
    await bench.work.start()
    const done = bench.work.type('dig\r')
    expect(storedIn(bench.browser)).toBeUndefined()
    bench.work.flush()
    expect(storedIn(bench.browser)?.journal).toEqual([{ kind: 'type', data: 'dig\r' }])
    await done
    await bench.work.type('ls\r')
    await bench.frame()
    expect(storedIn(bench.browser)?.journal).toHaveLength(2)
  })

  test('of a long paste, what is written to keep it is in proportion, and at the end all is kept', async () => {
    const bench = benchOf()
    let written = 0
    const { setItem } = bench.browser
    bench.browser.setItem = (key, text) => {
      written += text.length
      setItem(key, text)
    }
    await bench.work.start()
    for (let chunk = 0; chunk < 200; chunk++) {
      await bench.work.type('a message '.repeat(1000))
      await bench.frame()
    }
    const half = written
    await bench.frame()
    expect(storedIn(bench.browser)?.journal).toHaveLength(200)
    expect(half).toBeLessThan(200 * 9000 * 5)
    expect(written).toBeGreaterThan(half)
    await bench.frame()
    expect(bench.waiting).toBe(0)
  })

  test('is judged once for many changes, and then announces what was met', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.frame()
    const before = bench.labs[0]!.gathered
    await bench.work.edit('example.org', 'm')
    await bench.work.edit('example.org', 'me')
    await bench.work.edit('example.org', 'fixed')
    expect(bench.waiting).toBe(1)
    await bench.frame()
    expect(bench.labs[0]!.gathered).toBe(before + 1)
    expect(bench.work.announcement).toBe('All goals are met. The lesson is done.')
    expect(storedIn(bench.browser)?.progress).toEqual({ met: 1, of: 1, done: true })
  })

  test('throws away what was gathered of an older state', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.frame()
    const first = bench.work.judging.evidence
    const lab = bench.labs[0]!
    let release: (evidence: Evidence) => void = () => {}
    vi.spyOn(lab, 'gather').mockReturnValueOnce(new Promise((done) => (release = done)))
    await bench.work.edit('example.org', 'half')
    await bench.frame()
    await bench.work.edit('example.org', 'fixed')
    release({ world: { texts: {} } } as unknown as Evidence)
    await bench.frame()
    expect(bench.work.judging.zoneTexts['example.org']).not.toBe('half')
    await bench.frame()
    expect(bench.work.judging.evidence).not.toBe(first)
    expect(bench.work.judging.progress?.done).toBe(true)
  })

  test('goes on where it was left', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.type('dig\r')
    await bench.work.edit('example.org', 'fixed')
    bench.work.showHint()
    const again = benchOf(bench.browser)
    await again.work.start()
    expect(again.labs[0]!.journal).toEqual(bench.labs[0]!.journal)
    expect(again.work.zoneTexts['example.org']).toBe('fixed')
    expect(again.work.hints).toBe(1)
  })

  test('loses nothing of what is asked for while it opens, and nothing of what it opens', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.edit('example.org', 'fixed')
    await bench.work.type('dig\r')
    bench.work.flush()
    const kept = storedIn(bench.browser)!
    const again = benchOf(bench.browser)
    const opening = again.work.start()
    expect(again.work.phase).toBe('opening')
    again.work.showHint()
    // Whatever happens to the page now: all that was stored is still stored.
    expect(storedIn(bench.browser)).toEqual({ ...kept, hints: 1 })
    await opening
    expect(again.work.hints).toBe(1)
    expect(again.work.saved).toMatchObject({ journal: kept.journal, zones: kept.zones, hints: 1 })
  })

  test('keeps the zones of a journal that can no longer be played', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.edit('example.org', 'fixed')
    const again = benchOf(bench.browser)
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {})
    const engines = await again.ports.loadEngines()
    const openLab: Engines['openLab'] = (given, options) =>
      options.journal?.length
        ? Promise.reject(new Error('no such step'))
        : engines.openLab(given, options)
    const work = new LessonState(lesson, {
      ...again.ports,
      loadEngines: () => Promise.resolve({ ...engines, openLab }),
    })
    await work.start()
    silence.mockRestore()
    expect(work.phase).toBe('ready')
    expect(work.zoneTexts['example.org']).toBe('fixed')
  })

  test('fails visibly when it cannot be opened at all', async () => {
    const { ports } = benchOf()
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {})
    const loadEngines = () => Promise.reject(new Error('no'))
    const work = new LessonState(lesson, { ...ports, loadEngines })
    await work.start()
    silence.mockRestore()
    expect(work.phase).toBe('failed')
  })

  describe('with nothing but a terminal', () => {
    const terminal: Lesson = {
      ...{ ...lesson, panels: ['terminal', 'mailbox'] },
      terminal: { host: 'desk.example.net', suggestions: [] },
    }
    const greeting = { screen: 'Hello', lines: [{ who: 'program', text: 'Hello' } as const] }

    test('greets, and fetches nothing before the first input', async () => {
      const bench = benchOf()
      const work = new LessonState(terminal, { ...bench.ports, greeting })
      await work.start()
      expect([work.phase, bench.labs.length]).toEqual(['resting', 0])
      await work.wake()
      await work.wake()
      expect([work.phase, bench.labs.length]).toEqual(['ready', 1])
    })

    test('loses no key that comes first', async () => {
      const bench = benchOf()
      const work = new LessonState(terminal, { ...bench.ports, greeting })
      await work.start()
      await Promise.all([work.type('a'), work.type('b')])
      expect(bench.labs[0]!.journal).toEqual([
        { kind: 'type', data: 'a' },
        { kind: 'type', data: 'b' },
      ])
    })

    test('opens at once where there is something to do again', async () => {
      const bench = benchOf()
      const work = new LessonState(terminal, { ...bench.ports, greeting })
      await work.start()
      await work.type('a')
      await bench.frame()
      const again = benchOf(bench.browser)
      const reopened = new LessonState(terminal, { ...again.ports, greeting })
      await reopened.start()
      expect([reopened.phase, again.labs.length]).toEqual(['ready', 1])
    })
  })

  test('is reset, and the reset undone until the next change', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.edit('example.org', 'fixed')
    await bench.work.reset()
    expect(bench.work.zoneTexts['example.org']).toBe('as it was')
    expect(storedIn(bench.browser)).toBeUndefined()
    await bench.work.undo()
    expect(bench.work.zoneTexts['example.org']).toBe('fixed')
    expect(storedIn(bench.browser)?.zones).toEqual({ 'example.org': 'fixed' })
    await bench.work.reset()
    await bench.work.type('x')
    expect(bench.work.kept.undoable).toBeUndefined()
  })

  test('opens no more hints than there are', async () => {
    const bench = benchOf()
    await bench.work.start()
    for (let asked = 0; asked < 5; asked++) bench.work.showHint()
    expect(bench.work.hints).toBe(2)
  })
})

describe('with another tab on the lesson', () => {
  const theirs: Saved = { ...nothingDone, zones: { 'example.org': 'theirs' }, hints: 1 }
  const opened = async (browser = memoryStorage()) => {
    const bench = benchOf(browser)
    await bench.work.start()
    await bench.frame()
    return bench
  }

  test('work that is the same here is not noticed', async () => {
    const { work } = await opened()
    work.kept.noticeOtherTab(JSON.stringify(work.saved), work.saved)
    work.kept.noticeOtherTab('{"v":99}', work.saved)
    expect(work.kept.otherTab).toBeUndefined()
  })

  test('its work comes here when it is wished, and this tab’s comes back by undo', async () => {
    const { work, browser } = await opened()
    await work.edit('example.org', 'mine')
    work.kept.noticeOtherTab(JSON.stringify(theirs), work.saved)
    expect(work.kept.otherTab).toEqual(theirs)
    await work.useOtherTab()
    expect([work.zoneTexts['example.org'], work.kept.otherTab]).toEqual(['theirs', undefined])
    await work.undo()
    expect(work.zoneTexts['example.org']).toBe('mine')
    expect(storedIn(browser)?.zones).toEqual({ 'example.org': 'mine' })
  })

  test('this tab’s stays when it is wished, and the other’s comes by undo', async () => {
    const { work, browser } = await opened()
    await work.edit('example.org', 'mine')
    work.kept.noticeOtherTab(JSON.stringify(theirs), work.saved)
    work.keepThisTab()
    expect(work.kept.otherTab).toBeUndefined()
    expect(storedIn(browser)?.zones).toEqual({ 'example.org': 'mine' })
    await work.undo()
    expect(work.zoneTexts['example.org']).toBe('theirs')
  })

  test('a learner who goes on without choosing loses nothing, also when the page is left', async () => {
    const { work, browser } = await opened()
    work.kept.noticeOtherTab(JSON.stringify(theirs), work.saved)
    await work.edit('example.org', 'mine')
    const again = await opened(browser)
    expect(again.work.zoneTexts['example.org']).toBe('mine')
    expect(again.work.kept.otherTab).toEqual(theirs)
    again.work.keepThisTab()
    expect((await opened(browser)).work.kept.otherTab).toBeUndefined()
  })

  test('a reset over there can be followed, or not', async () => {
    const { work } = await opened()
    await work.edit('example.org', 'mine')
    work.kept.noticeOtherTab(null, work.saved)
    await work.useOtherTab()
    expect(work.zoneTexts['example.org']).toBe('as it was')
  })
})

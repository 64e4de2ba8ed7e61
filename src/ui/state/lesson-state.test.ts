import type { Lesson } from '../../lab/types.ts'
import { describe, expect, test, vi } from 'vitest'
import { LessonState, type LessonPorts } from './lesson-state.svelte.ts'
import { handClock } from '../kit/testing/hand-clock.ts'
import { inOwnWorld } from '../../lab/own-world/in-own-world.ts'
import { nothingDone, type Saved } from './saved.ts'
import { openStorage, type BrowserStorage } from './storage.ts'
import { fakeHost, lesson } from './testing/fake-host.ts'
import { memoryStorage } from './testing/memory-storage.ts'

const NOW = Date.parse('2026-06-01T08:00:00Z')

/** A lesson's state over a fake host, with frames that come when the test runs them. */
function benchOf(browser = memoryStorage()) {
  const host = fakeHost()
  let frames: (() => void)[] = []
  const ports: LessonPorts = {
    openLine: host.openLine,
    storage: openStorage(() => browser),
    soon: (act) => void frames.push(act),
    now: () => NOW,
  }
  return {
    host,
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

/** The same where what is typed without a rest goes on as one. */
function typingBench() {
  const { host, ports, browser } = benchOf()
  const pace = handClock()
  const work = new LessonState(lesson, { ...ports, pace })
  return { host, browser, work, rest: () => pace.pass(1000) }
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

  test('announces what was met, and keeps that', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.edit('example.org', 'fixed')
    expect(bench.work.announcement).toBe('Every step is done. The lesson is done.')
    expect(storedIn(bench.browser)?.progress).toEqual({ met: 1, of: 1, done: true })
  })

  test('knows of each zone whether it was judged as it stands', async () => {
    const bench = benchOf()
    await bench.work.start()
    bench.host.isHeld = true
    const settled = bench.work.edit('example.org', 'half')
    const judged = () => ['example.org', 'example.net'].map((zone) => bench.work.isJudged(zone))
    expect(judged()).toEqual([false, true])
    bench.host.release()
    await settled
    expect(judged()).toEqual([true, true])
  })

  test('hands what is typed without a rest to its lab as one edit', async () => {
    const { work, host, rest } = typingBench()
    await work.start()
    const keys = ['f', 'fi', 'fix'].map((text) => work.edit('example.org', text))
    expect(host.labs[0]!.inputs).toEqual([])
    expect(work.zoneTexts['example.org']).toBe('fix')
    expect([work.isJudged('example.org'), work.isJudged('example.net')]).toEqual([false, true])
    expect(work.isSettled).toBe(false)
    rest()
    await Promise.all(keys)
    expect(host.labs[0]!.inputs).toEqual([{ kind: 'edit', zone: 'example.org', text: 'fix' }])
    expect([work.isJudged('example.org'), work.isSettled]).toEqual([true, true])
  })

  test('stores what is typed as it goes to the lab', async () => {
    const { work, browser, rest } = typingBench()
    await work.start()
    const typed = work.edit('example.org', 'f')
    expect(storedIn(browser)).toBeUndefined()
    rest()
    await typed
    expect(storedIn(browser)?.zones).toEqual({ 'example.org': 'f' })
  })

  test.each<[string, (work: LessonState) => unknown]>([
    ['another input', (work) => work.send('m')],
    ['the edit of another text', (work) => work.edit('example.net', 'x')],
    ['the end of the page', (work) => work.flush()],
  ])('hands on what is typed before %s', async (_, act) => {
    const { work, host } = typingBench()
    await work.start()
    void work.edit('example.org', 'f')
    void act(work)
    const [first] = host.labs[0]!.inputs
    expect(first).toEqual({ kind: 'edit', zone: 'example.org', text: 'f' })
    work.flush()
    expect(work.saved.journal.slice(0, 1)).toEqual([first])
  })

  test('begins over without what was typed and not handed on', async () => {
    const { work, host, rest } = typingBench()
    await work.start()
    const waiting = work.edit('example.org', 'f')
    await work.reset()
    await waiting
    rest()
    expect(host.labs.at(-1)!.inputs).toEqual([])
    expect(work.zoneTexts['example.org']).toBe('as it was')
    await work.undo()
    expect(work.zoneTexts['example.org']).toBe('f')
  })

  test('goes on where it was left', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.type('dig\r')
    await bench.work.edit('example.org', 'fixed')
    bench.work.showHint()
    const again = benchOf(bench.browser)
    await again.work.start()
    expect(again.host.labs[0]!.request.journal).toEqual(bench.host.labs[0]!.inputs)
    expect(again.work.zoneTexts['example.org']).toBe('fixed')
    expect(again.work.hints).toEqual({ s: 1 })
  })

  test('has the terminal in front that was in front', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.apply({ kind: 'open', terminal: 2, host: 'mx.example.org' })
    bench.work.front = 2
    expect(storedIn(bench.browser)?.terminal).toBe(2)
    const later = benchOf(bench.browser)
    await later.work.start()
    expect(later.work.front).toBe(2)
    await later.work.reset()
    expect(later.work.front).toBe(1)
    await later.work.undo()
    expect(later.work.front).toBe(2)
  })

  test('loses nothing of what is asked for while it opens, and nothing of what it opens', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.edit('example.org', 'fixed')
    await bench.work.type('dig\r')
    bench.work.flush()
    const kept = storedIn(bench.browser)!
    const again = benchOf(bench.browser)
    again.host.isHeld = true
    const opening = again.work.start()
    expect(again.work.phase).toBe('opening')
    again.work.showHint()
    // Whatever happens to the page now: all that was stored is still stored.
    expect(storedIn(bench.browser)).toEqual({ ...kept, hints: { s: 1 } })
    again.host.release()
    await opening
    expect(again.work.hints).toEqual({ s: 1 })
    expect(again.work.saved).toMatchObject({
      journal: kept.journal,
      zones: kept.zones,
      hints: { s: 1 },
    })
  })

  test('keeps the zones of a journal that can no longer be played', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.edit('example.org', 'fixed')
    const again = benchOf(bench.browser)
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {})
    again.host.refuse = ({ journal }) => (journal.length ? 'work' : undefined)
    await again.work.start()
    silence.mockRestore()
    expect([again.work.phase, again.work.trouble]).toEqual(['ready', 'changed'])
    expect(again.work.zoneTexts['example.org']).toBe('fixed')
    expect(again.host.labs[0]!.text).toBe('fixed')
    const aside = bench.browser.getItem('helo-world/lesson/try/set-aside')
    expect((JSON.parse(aside!) as Saved).journal).toHaveLength(1)
  })

  test('fails visibly when it cannot be opened at all', async () => {
    const { work, host } = benchOf()
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {})
    host.refuse = () => 'work'
    await work.start()
    silence.mockRestore()
    expect(work.phase).toBe('failed')
  })

  test.each([
    ['code that did not come', { kind: 'failed', run: 1, cause: 'code', reason: 'offline' }],
    ['a host of another version', { kind: 'refused', reason: 'Reload the page.' }],
  ] as const)('keeps all that was done over %s', async (_, output) => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.type('dig\r')
    await bench.work.edit('example.org', 'fixed')
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {})
    bench.host.say(output)
    silence.mockRestore()
    expect([bench.work.phase, bench.host.labs.length]).toEqual(['failed', 1])
    await bench.work.edit('example.org', 'fixed again')
    expect(storedIn(bench.browser)).toMatchObject({
      journal: [{ kind: 'type' }, { kind: 'edit' }],
      zones: { 'example.org': 'fixed again' },
    })
    expect(bench.browser.getItem('helo-world/lesson/try/set-aside')).toBeNull()
  })

  test('does its journal again after a fault, in another lab', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.type('dig\r')
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {})
    bench.host.say({ kind: 'failed', run: 1, cause: 'fault', reason: 'It broke.' })
    silence.mockRestore()
    expect([bench.work.phase, bench.work.trouble]).toEqual(['ready', 'replayed'])
    expect(bench.host.labs[1]!.request.journal).toEqual([{ kind: 'type', data: 'dig\r' }])
  })

  describe('whose host dies', () => {
    const silenced = (act: () => void): void => {
      const silence = vi.spyOn(console, 'error').mockImplementation(() => {})
      act()
      silence.mockRestore()
    }

    test('does again what was done, in another one, and says so', async () => {
      const bench = benchOf()
      await bench.work.start()
      await bench.work.type('dig\r')
      bench.host.isHeld = true
      const settled = bench.work.edit('example.org', 'fixed')
      silenced(() => bench.host.die())
      await settled
      expect(bench.work.trouble).toBe('replayed')
      expect(bench.host.labs[1]!.request.journal).toHaveLength(2)
      expect(bench.host.labs[1]!.request.zones).toEqual({ 'example.org': 'fixed' })
    })

    test('again and again, is left with its zones, and then alone', async () => {
      const bench = benchOf()
      await bench.work.start()
      await bench.work.edit('example.org', 'fixed')
      const died = () => (silenced(() => bench.host.die()), bench.work.trouble)
      expect([died(), died(), died()]).toEqual(['replayed', 'replayed', 'changed'])
      expect(bench.host.labs.at(-1)!.request).toMatchObject({
        journal: [],
        zones: { 'example.org': 'fixed' },
      })
      died()
      expect(bench.work.phase).toBe('failed')
      expect(bench.work.zoneTexts['example.org']).toBe('fixed')
    })
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
      expect([work.phase, bench.host.labs.length]).toEqual(['resting', 0])
      await work.wake()
      await work.wake()
      expect([work.phase, bench.host.labs.length]).toEqual(['ready', 1])
    })

    test('fetches ahead what its lab takes, and once it is open nothing', async () => {
      const bench = benchOf()
      const work = new LessonState(terminal, { ...bench.ports, greeting })
      await work.start()
      work.prepare()
      expect(bench.host.requests).toMatchObject([{ kind: 'prepare', lesson: { slug: 'try' } }])
      await work.wake()
      work.prepare()
      expect(bench.host.requests.map(({ kind }) => kind)).toEqual(['prepare', 'open'])
    })

    test('loses no key that comes first', async () => {
      const bench = benchOf()
      const work = new LessonState(terminal, { ...bench.ports, greeting })
      await work.start()
      await Promise.all([work.type('a'), work.type('b')])
      expect(bench.host.labs[0]!.inputs).toEqual([
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
      expect([reopened.phase, again.host.labs.length]).toEqual(['ready', 1])
    })
  })

  test('is reset, and the reset undone until the next change', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.edit('example.org', 'begun')
    await bench.work.reset()
    expect(bench.work.zoneTexts['example.org']).toBe('as it was')
    expect(storedIn(bench.browser)).toBeUndefined()
    await bench.work.undo()
    expect(bench.work.zoneTexts['example.org']).toBe('begun')
    expect(storedIn(bench.browser)?.zones).toEqual({ 'example.org': 'begun' })
    await bench.work.reset()
    await bench.work.type('x')
    expect(bench.work.kept.undoable).toBeUndefined()
  })

  test('keeps when it was done, and counts that it was done again', async () => {
    const bench = benchOf()
    const doneAt = '2026-06-01T08:00:00.000Z'
    await bench.work.start()
    await bench.work.edit('example.org', 'fixed')
    expect(storedIn(bench.browser)).toMatchObject({ doneAt })
    await bench.work.edit('example.org', 'broken')
    await bench.work.edit('example.org', 'fixed')
    expect(storedIn(bench.browser)?.reviewed).toBeUndefined()
    await bench.work.review()
    expect(storedIn(bench.browser)).toMatchObject({ doneAt, journal: [] })
    expect(bench.work.zoneTexts['example.org']).toBe('as it was')
    // A page that is left in between goes on with the same review.
    const later = new LessonState(lesson, bench.ports)
    await later.start()
    await later.review()
    await later.edit('example.org', 'fixed')
    expect(storedIn(bench.browser)).toMatchObject({ doneAt, reviewed: 1, reviewedAt: doneAt })
  })

  test('that was ended with the line itself is reviewed from its start too', async () => {
    const { ports, browser } = benchOf()
    const work = new LessonState({ ...lesson, variants: [{ id: 'b', swap: {} }] }, ports)
    await work.start()
    work.showHint()
    work.showHint()
    await work.edit('example.org', 'fixed')
    expect(storedIn(browser)?.progress).toEqual({ met: 1, of: 1, done: false })
    await work.review()
    expect(work).toMatchObject({ variant: 'b', hints: {}, journal: [] })
  })

  test('is the same variant of a seed when its page comes again', async () => {
    const bench = benchOf()
    const open = { ...lesson, cast: { keeps: ['people'], why: 'It has nobody.' } as const }
    const work = new LessonState(open, bench.ports)
    await work.start()
    await work.playVariant()
    const [origin] = Object.keys(work.zoneTexts)
    expect([work.variant, origin === 'example.org']).toEqual(['seed-1', false])
    const later = new LessonState(open, bench.ports)
    await later.start()
    expect(later.variant).toBe('seed-1')
    expect(Object.keys(later.zoneTexts)[0]).toBe(origin)
  })

  test('opens no more hints than there are', async () => {
    const bench = benchOf()
    await bench.work.start()
    for (let asked = 0; asked < 5; asked++) bench.work.showHint()
    expect(bench.work.hints).toEqual({ s: 2 })
  })
})

describe('with another tab on the lesson', () => {
  const theirs: Saved = { ...nothingDone, zones: { 'example.org': 'theirs' }, hints: { s: 1 } }
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
    await work.keepThisTab()
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
    await again.work.keepThisTab()
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

describe('a world of the learner’s own', () => {
  const bare: Lesson = { ...lesson, steps: [] }
  const own = {
    ...{ desk: 'desk.example.org', suggestions: [] },
    world: { ...lesson.world, zones: [{ origin: 'mine.example', text: '; mine', editable: true }] },
  }
  const changed: Saved = { ...nothingDone, edition: bare.edition, world: own }

  test('is opened, stored, and left by a reset that can be undone', async () => {
    const bench = benchOf()
    const work = new LessonState(bare, { ...bench.ports, inOwnWorld })
    await work.start()
    await work.import(changed)
    expect(work.lesson.world.zones.map(({ origin }) => origin)).toEqual(['mine.example'])
    expect(storedIn(bench.browser)?.world).toEqual(own)
    await work.edit('mine.example', '; changed')
    expect(storedIn(bench.browser)).toMatchObject({
      world: own,
      zones: { 'mine.example': '; changed' },
    })
    await work.reset()
    expect(work.lesson.isOwn).toBeUndefined()
    await work.undo()
    expect(work.zoneTexts).toEqual({ 'mine.example': '; changed' })
  })

  test('that cannot run gives way to the one there was, and is set aside', async () => {
    const bench = benchOf()
    const work = new LessonState(bare, { ...bench.ports, inOwnWorld })
    await work.start()
    bench.host.refuse = ({ lesson }) => (lesson.isOwn ? 'work' : undefined)
    await work.import(changed)
    expect(work.lesson.isOwn).toBeUndefined()
    expect(work.kept.aside?.world).toEqual(own)
  })
})

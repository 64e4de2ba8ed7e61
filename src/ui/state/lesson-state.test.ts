import { describe, expect, test, vi } from 'vitest'
import type { Evidence } from '../../lessons/evidence.ts'
import type { Lab, LabInput, LabOptions, Progress } from '../../lessons/lab.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { WorldEvent } from '../../world/events.ts'
import type { World } from '../../world/world.ts'
import { LessonState, type Engines, type LessonPorts } from './lesson-state.svelte.ts'
import { nothingDone, type Saved } from './saved.ts'
import { openStorage, type Shelf } from './storage.ts'

const lesson: Lesson = {
  ...{ slug: 'try', module: { number: 1, slug: 'm', title: 'M' }, number: 1, title: 'Try' },
  ...{ objective: '', minutes: 1, misconception: '', debrief: '', html: '', panels: ['zone'] },
  world: {
    ...{ seed: 1, now: '2026-06-01T08:00:00Z', hosts: [], mailboxes: [], mails: [], senders: [] },
    zones: [
      { origin: 'example.org', text: 'as it was', editable: true },
      { origin: 'example.net', text: 'not yours', editable: false },
    ],
  },
  goals: [{ id: 'g', text: 'Write `mended`', when: { kind: 'x' } }],
  ...{ ladder: ['one', 'two'], hints: [] },
}

/** Labs that keep a journal and zone texts, and gather when they are told to. */
function benchOf(shelf = memoryShelf()) {
  const labs: FakeLab[] = []
  let frames: (() => void)[] = []
  const ports: LessonPorts = {
    storage: openStorage(() => shelf),
    loadEngines: () =>
      Promise.resolve({
        webCrypto: { answer: () => Promise.resolve(undefined) },
        openLab: (_, options) => {
          const lab = fakeLab(options)
          labs.push(lab)
          return Promise.resolve(lab)
        },
        checkProgress: (_, evidence) => judge(evidence),
      }),
    loadLint: () => Promise.resolve({ lintZones: () => [], adviseZones: () => [] }),
    soon: (act) => void frames.push(act),
  }
  return {
    labs,
    ports,
    shelf,
    work: new LessonState(lesson, ports),
    /** Lets what waits for the next frame happen, and all that follows from it. */
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

interface FakeLab extends Lab {
  gathered: number
}

function fakeLab(options: LabOptions): FakeLab {
  const journal: LabInput[] = []
  const texts: Record<string, string> = { 'example.org': 'as it was', 'example.net': 'not yours' }
  let tell: (event: WorldEvent) => void = () => {}
  const act = (input: LabInput) => {
    journal.push(input)
    if (input.kind === 'edit') texts[input.zone] = input.text
    if (input.kind === 'type') options.output.write(input.data)
    tell({ at: 0, type: 'closed', connection: 1 })
  }
  for (const input of options.journal ?? []) act(input)
  const world = { subscribe: (listen) => ((tell = listen), () => {}) } as Partial<World> as World
  return {
    ...{ lesson, world, journal, zoneTexts: texts, shell: undefined, gathered: 0 },
    apply: (input) => Promise.resolve(act(input)),
    gather() {
      this.gathered++
      const seen = { ...texts }
      return Promise.resolve({ world: { seen } } as unknown as Evidence)
    },
  }
}

function judge({ world }: Evidence): Progress {
  const { seen } = world as unknown as { seen: Record<string, string> }
  const met = seen['example.org'] === 'mended'
  const goal = lesson.goals[0]!
  return {
    goals: [{ goal, standing: met ? { met } : { met, reason: 'not mended' } }],
    done: met,
    hint: undefined,
  }
}

function memoryShelf(): Shelf & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>()
  return {
    texts,
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, text) => void texts.set(key, text),
    removeItem: (key) => void texts.delete(key),
  }
}

const storedOn = (shelf: Shelf): Saved | undefined => {
  const text = shelf.getItem('helo-world/lesson/try')
  return text === null ? undefined : (JSON.parse(text) as Saved)
}

describe('a lesson', () => {
  test('that was only looked at leaves nothing behind', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.frame()
    expect(bench.work.phase).toBe('ready')
    expect(storedOn(bench.shelf)).toBeUndefined()
  })

  test('keeps an edit at once, before the world has settled', async () => {
    const bench = benchOf()
    await bench.work.start()
    const settled = bench.work.edit('example.org', 'mended')
    expect(storedOn(bench.shelf)?.zones).toEqual({ 'example.org': 'mended' })
    await settled
  })

  test('keeps keys with the next frame, or before the page goes', async () => {
    const bench = benchOf()
    await bench.work.start()
    const done = bench.work.type('dig\r')
    expect(storedOn(bench.shelf)).toBeUndefined()
    bench.work.flush()
    expect(storedOn(bench.shelf)?.journal).toEqual([{ kind: 'type', data: 'dig\r' }])
    await done
    await bench.work.type('ls\r')
    await bench.frame()
    expect(storedOn(bench.shelf)?.journal).toHaveLength(2)
  })

  test('of a long paste, what is written to keep it is in proportion, and at the end all is kept', async () => {
    const bench = benchOf()
    let written = 0
    const { setItem } = bench.shelf
    bench.shelf.setItem = (key, text) => {
      written += text.length
      setItem(key, text)
    }
    await bench.work.start()
    for (let chunk = 0; chunk < 200; chunk++) {
      await bench.work.type('a letter '.repeat(1000))
      await bench.frame()
    }
    const half = written
    await bench.frame()
    expect(storedOn(bench.shelf)?.journal).toHaveLength(200)
    expect(half).toBeLessThan(200 * 9000 * 5)
    expect(written).toBeGreaterThan(half)
    await bench.frame()
    expect(bench.waiting).toBe(0)
  })

  test('is looked at once for many changes, and then says what was met', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.frame()
    const before = bench.labs[0]!.gathered
    await bench.work.edit('example.org', 'm')
    await bench.work.edit('example.org', 'me')
    await bench.work.edit('example.org', 'mended')
    expect(bench.waiting).toBe(1)
    await bench.frame()
    expect(bench.labs[0]!.gathered).toBe(before + 1)
    expect(bench.work.news).toBe('All goals are met. The lesson is done.')
    expect(storedOn(bench.shelf)?.progress).toEqual({ met: 1, of: 1, done: true })
  })

  test('throws away what was gathered of an older state', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.frame()
    const first = bench.work.evidence
    const lab = bench.labs[0]!
    let release: (evidence: Evidence) => void = () => {}
    vi.spyOn(lab, 'gather').mockReturnValueOnce(new Promise((done) => (release = done)))
    await bench.work.edit('example.org', 'half')
    await bench.frame()
    await bench.work.edit('example.org', 'mended')
    release({ world: { seen: {} } } as unknown as Evidence)
    await bench.frame()
    expect(bench.work.judged['example.org']).not.toBe('half')
    await bench.frame()
    expect(bench.work.evidence).not.toBe(first)
    expect(bench.work.progress?.done).toBe(true)
  })

  test('goes on where it was left', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.type('dig\r')
    await bench.work.edit('example.org', 'mended')
    bench.work.showHint()
    const again = benchOf(bench.shelf)
    await again.work.start()
    expect(again.labs[0]!.journal).toEqual(bench.labs[0]!.journal)
    expect(again.work.zoneTexts['example.org']).toBe('mended')
    expect(again.work.hints).toBe(1)
  })

  test('loses nothing of what is asked for while it opens, and nothing of what it opens', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.edit('example.org', 'mended')
    await bench.work.type('dig\r')
    bench.work.flush()
    const kept = storedOn(bench.shelf)!
    const again = benchOf(bench.shelf)
    const opening = again.work.start()
    expect(again.work.phase).toBe('opening')
    again.work.showHint()
    // Whatever happens to the page now: all that was kept is still kept.
    expect(storedOn(bench.shelf)).toEqual({ ...kept, hints: 1 })
    await opening
    expect(again.work.hints).toBe(1)
    expect(again.work.saved).toMatchObject({ journal: kept.journal, zones: kept.zones, hints: 1 })
  })

  test('keeps the zones of a journal that can no longer be played', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.edit('example.org', 'mended')
    const again = benchOf(bench.shelf)
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
    expect(work.zoneTexts['example.org']).toBe('mended')
  })

  test('says so when it cannot be opened at all', async () => {
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

    test('greets, and fetches nothing before somebody comes', async () => {
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
      const again = benchOf(bench.shelf)
      const reopened = new LessonState(terminal, { ...again.ports, greeting })
      await reopened.start()
      expect([reopened.phase, again.labs.length]).toEqual(['ready', 1])
    })
  })

  test('is reset, and the reset undone until the next change', async () => {
    const bench = benchOf()
    await bench.work.start()
    await bench.work.edit('example.org', 'mended')
    await bench.work.reset()
    expect(bench.work.zoneTexts['example.org']).toBe('as it was')
    expect(storedOn(bench.shelf)).toBeUndefined()
    await bench.work.undo()
    expect(bench.work.zoneTexts['example.org']).toBe('mended')
    expect(storedOn(bench.shelf)?.zones).toEqual({ 'example.org': 'mended' })
    await bench.work.reset()
    await bench.work.type('x')
    expect(bench.work.undoable).toBeUndefined()
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
  const opened = async (shelf = memoryShelf()) => {
    const bench = benchOf(shelf)
    await bench.work.start()
    await bench.frame()
    return bench
  }

  test('nothing is said of what is the same here', async () => {
    const { work } = await opened()
    work.hear(JSON.stringify(work.saved))
    work.hear('{"v":99}')
    expect(work.elsewhere).toBeUndefined()
  })

  test('its work comes here when it is wished, and this tab’s comes back by undo', async () => {
    const { work, shelf } = await opened()
    await work.edit('example.org', 'mine')
    work.hear(JSON.stringify(theirs))
    expect(work.elsewhere).toEqual(theirs)
    await work.takeOver()
    expect([work.zoneTexts['example.org'], work.elsewhere]).toEqual(['theirs', undefined])
    await work.undo()
    expect(work.zoneTexts['example.org']).toBe('mine')
    expect(storedOn(shelf)?.zones).toEqual({ 'example.org': 'mine' })
  })

  test('this tab’s stays when it is wished, and the other’s comes by undo', async () => {
    const { work, shelf } = await opened()
    await work.edit('example.org', 'mine')
    work.hear(JSON.stringify(theirs))
    work.stay()
    expect(work.elsewhere).toBeUndefined()
    expect(storedOn(shelf)?.zones).toEqual({ 'example.org': 'mine' })
    await work.undo()
    expect(work.zoneTexts['example.org']).toBe('theirs')
  })

  test('whoever goes on without choosing loses nothing, also when the page is left', async () => {
    const { work, shelf } = await opened()
    work.hear(JSON.stringify(theirs))
    await work.edit('example.org', 'mine')
    const again = await opened(shelf)
    expect(again.work.zoneTexts['example.org']).toBe('mine')
    expect(again.work.elsewhere).toEqual(theirs)
    again.work.stay()
    expect((await opened(shelf)).work.elsewhere).toBeUndefined()
  })

  test('a reset over there can be followed, or not', async () => {
    const { work } = await opened()
    await work.edit('example.org', 'mine')
    work.hear(null)
    await work.takeOver()
    expect(work.zoneTexts['example.org']).toBe('as it was')
  })
})

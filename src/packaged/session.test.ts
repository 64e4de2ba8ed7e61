import { beforeEach, describe, expect, test } from 'vitest'
import type { StepReport } from '../embed/protocol.ts'
import type { FirstAnswer } from '../learning/attempt.ts'
import { outlineOf, type StepOutline } from '../learning/outline.ts'
import { SessionOver, type Channel, type Opened, type Standpoint } from './channel.ts'
import { LearningSession, type SessionView } from './session.ts'

const outline = outlineOf({
  ...{ slug: 'two-steps', title: 'Two steps' },
  steps: [
    { id: 'say', title: 'Say', goals: [{ id: 'hello' }] },
    { id: 'again', title: 'Again', goals: [{ id: 'hello' }] },
  ],
})

/** A system that takes every value, until it is made to fail. */
class FakeChannel implements Channel {
  room = 4096
  opened: Opened | Error = { kept: '', mode: 'normal' }
  isDown = false
  saved: Standpoint[] = []
  left: Standpoint[] = []
  noted: string[] = []
  async open(): Promise<Opened> {
    if (this.opened instanceof Error) throw this.opened
    return this.opened
  }
  async save(now: Standpoint): Promise<void> {
    if (this.isDown) throw new Error('down')
    this.saved.push(now)
  }
  answered({ step }: FirstAnswer): void {
    this.noted.push(`answered ${step.id}`)
  }
  stepDone({ id }: StepOutline): void {
    this.noted.push(`done ${id}`)
  }
  leave(now: Standpoint): void {
    this.left.push(now)
  }
}

let channel: FakeChannel
let now: number
let waiting: { at: number; act: () => void }[]
let asked: number
let view: SessionView
let session: LearningSession
beforeEach(() => {
  channel = new FakeChannel()
  now = 0
  waiting = []
  asked = 0
  session = sessionWith()
})

const sessionWith = (mastery?: number): LearningSession =>
  new LearningSession({ outline, mastery }, channel, {
    now: () => now,
    later(milliseconds, act) {
      const wish = { at: now + milliseconds, act }
      waiting.push(wish)
      return () => void (waiting = waiting.filter((one) => one !== wish))
    },
    askState: () => void asked++,
    show: (shown) => void (view = shown),
  })

/** Lets time go by. */
async function pass(milliseconds: number): Promise<void> {
  now += milliseconds
  const due = waiting.filter(({ at }) => at <= now)
  waiting = waiting.filter(({ at }) => at > now)
  for (const { act } of due) act()
  await Promise.resolve()
  await Promise.resolve()
}

const step = (id: string, more: Partial<StepReport> = {}) =>
  session.received({
    ...{ helo: 1, type: 'step' },
    step: { id, done: false, met: [], shown: false, ...more },
  })
const state = (text: string) => session.received({ helo: 1, type: 'state', state: text })
const done = { done: true, met: ['hello'] }

describe('a session', () => {
  test('begins where the work was left, and writes no less than what was there', async () => {
    channel.opened = { kept: 'helo1~0~say.3.hello~~s=abc', mode: 'normal' }
    expect(await session.begin()).toEqual({ state: 's=abc' })
    expect(channel.saved).toMatchObject([{ kept: 'helo1~0~say.3.hello~~s=abc', location: 'again' }])
    expect(view).toMatchObject({ isRecorded: true, outcome: { done: 1, parts: 2 }, notices: [] })
  })

  test('records what counts soon, with the state that the frame is asked for', async () => {
    await session.begin()
    step('say', done)
    expect(asked).toBe(1)
    session.received({ helo: 1, type: 'answer', id: 1, state: 's=def' })
    await pass(1000)
    expect(channel.noted).toEqual(['done say'])
    expect(channel.saved.at(-1)).toMatchObject({
      ...{ kept: 'helo1~0~say.3.hello~~s=def', location: 'again', time: 1000, due: [] },
    })
  })

  test('records typing alone after a while, and what waits where the page is hidden', async () => {
    await session.begin()
    state('s=1')
    await pass(1000)
    expect(channel.saved).toHaveLength(1)
    session.hidden()
    expect(channel.saved.at(-1)!.kept).toBe('helo1~0~~s=1')
    state('s=2')
    await pass(20_000)
    expect(channel.saved.at(-1)!.kept).toBe('helo1~0~~s=2')
  })

  test('says once what is reached, and that in later visits no more', async () => {
    session = sessionWith(0.9)
    await session.begin()
    for (const id of ['say', 'again']) step(id, done)
    await pass(1000)
    expect(channel.saved.at(-1)).toMatchObject({ due: ['completed', 'passed'], location: 'again' })
    step('say')
    step('again')
    step('say', { shown: true })
    await pass(30_000)
    expect(channel.saved.at(-1)!.due).toEqual([])
    const { kept } = channel.saved.at(-1)!
    channel.opened = { kept: kept!, mode: 'normal' }
    session = sessionWith(0.9)
    await session.begin()
    expect(channel.saved.at(-1)).toMatchObject({ due: [], sent: ['completed', 'passed'] })
  })

  test('ends once, and nothing comes after', async () => {
    await session.begin()
    step('say', done)
    session.leave()
    session.leave()
    expect(channel.left).toHaveLength(1)
    expect(channel.left[0]!.outcome.done).toBe(1)
    const count = channel.saved.length
    session.hidden()
    step('again', done)
    await pass(60_000)
    expect(channel.saved).toHaveLength(count)
    session.cameBack()
    expect(view.notices).toEqual(['left'])
  })

  test('a lesson that is played anew can be done without the hint that was shown', async () => {
    session = sessionWith(1)
    await session.begin()
    step('say', { shown: true })
    step('say', { ...done, shown: true })
    step('again', done)
    expect(session.outcome.success).toBe('failed')
    step('say')
    step('again')
    step('say', done)
    expect(session.outcome.success).toBe('passed')
  })
})

describe('a system that', () => {
  test('is not there: the lesson goes on, and a sentence says it', async () => {
    channel.opened = new Error('nobody')
    expect(await session.begin()).toEqual({})
    expect(view).toMatchObject({ isRecorded: false, notices: ['alone'] })
    step('say', done)
    state('s=1')
    await pass(60_000)
    expect(view.outcome.done).toBe(1)
    expect(channel.saved).toEqual([])
    session.leave()
  })

  test('has given its token to an earlier page: that session is over', async () => {
    channel.opened = new SessionOver()
    await session.begin()
    expect(view.notices).toEqual(['left'])
  })

  test('fails in the middle is asked again', async () => {
    await session.begin()
    channel.isDown = true
    step('say', done)
    await pass(1000)
    expect(view).toMatchObject({ isRecorded: false, notices: ['lost'] })
    channel.isDown = false
    await pass(20_000)
    expect(view).toMatchObject({ isRecorded: true, notices: ['back'] })
    expect(channel.saved.at(-1)!.outcome.done).toBe(1)
  })

  test.each([
    ['poisoned', '{"__proto__":1}', 'broken'],
    ['of a later version', 'helo9~x', 'newer'],
  ])('kept something %s keeps it until something is done', async (_, kept, notice) => {
    channel.opened = { kept, mode: 'normal' }
    expect(await session.begin()).toEqual({})
    expect(view.notices).toEqual([notice])
    session.hidden()
    session.received({
      helo: 1,
      type: 'step',
      step: { id: 'say', done: false, met: [], shown: false },
    })
    expect(channel.saved.map((one) => one.kept)).toEqual([undefined, undefined])
    state('s=1')
    session.hidden()
    expect(channel.saved.at(-1)!.kept).toBe('helo1~0~~s=1')
  })

  test('has no room: what is done is kept, and a sentence says what that means', async () => {
    channel.room = 40
    await session.begin()
    step('say', done)
    state(`s=${'A'.repeat(60)}`)
    await pass(1000)
    expect(channel.saved.at(-1)!.kept).toBe('helo1~0~say.3.hello')
    expect(view.notices).toEqual(['tooLong'])
    channel.opened = { kept: 'helo1~0~say.3.hello', mode: 'normal' }
    session = sessionWith()
    expect(await session.begin()).toEqual({ start: 'again' })
    expect(view.notices).toEqual(['begunAnew'])
  })

  test('lets one look: nothing is recorded', async () => {
    channel.opened = { kept: 'helo1~3~say.3.hello~~s=abc', mode: 'look' }
    expect(await session.begin()).toEqual({ state: 's=abc' })
    step('again', done)
    await pass(60_000)
    expect(channel.saved).toEqual([])
    expect(channel.noted).toEqual([])
    expect(view).toMatchObject({ isRecorded: false, notices: ['looking'] })
  })
})

import { beforeEach, describe, expect, test } from 'vitest'
import type { Standpoint } from './channel.ts'
import { ScormChannel } from './scorm-channel.ts'

const STATUS = 'cmi.core.lesson_status'
const SUSPEND = 'cmi.suspend_data'
const SCORE = 'cmi.core.score.raw'

/** A system of SCORM 1.2 in memory. */
class FakeApi {
  readonly calls: string[] = []
  readonly values: Record<string, string> = {}
  /** Elements that it refuses. */
  refused: readonly string[] = []
  isDown = false
  LMSInitialize = () => this.#done('initialize')
  LMSFinish = () => this.#done('finish')
  LMSCommit = () => this.#done('commit')
  LMSGetValue = (name: string) => this.values[name] ?? ''
  LMSGetLastError = () => '405'
  LMSSetValue = (name: string, value: string) => {
    if (this.isDown) throw new Error('down')
    if (this.refused.includes(name)) return 'false'
    this.calls.push(name)
    this.values[name] = value
    return 'true'
  }
  #done(call: string): string {
    if (this.isDown) throw new Error('down')
    this.calls.push(call)
    return 'true'
  }
}

let api: FakeApi
let channel: ScormChannel
beforeEach(() => {
  api = new FakeApi()
  channel = new ScormChannel('scorm12', {
    ...{ language: 'en', find: () => api },
    now: () => new Date('2026-06-01T09:10:11Z'),
  })
})

const now = (more: Partial<Standpoint> = {}): Standpoint => ({
  ...{ kept: 'helo1~0', due: [], sent: [], location: 'say', time: 5000 },
  outcome: {
    ...{ done: 1, own: 1, parts: 2, progress: 0.5, score: 0.5 },
    ...{ isComplete: false, success: 'unknown' },
  },
  ...more,
})

describe('a system of SCORM', () => {
  test('is found or the session does not open', async () => {
    const lonely = new ScormChannel('scorm12', {
      ...{ language: 'en', find: () => undefined, now: () => new Date(0) },
    })
    await expect(lonely.open()).rejects.toThrow('No window around has API.')
    await lonely.save(now())
    lonely.leave(now())
  })

  test('gives what it kept, and the score that it asks for', async () => {
    Object.assign(api.values, { [SUSPEND]: 'helo1~0', 'cmi.student_data.mastery_score': '80' })
    expect(await channel.open()).toEqual({ kept: 'helo1~0', mode: 'normal', mastery: 0.8 })
  })

  test('is handed what changed, and what is kept only where it may be written over', async () => {
    await channel.open()
    await channel.save(now({ kept: undefined }))
    expect(api.values).toMatchObject({ [STATUS]: 'incomplete', [SCORE]: '50' })
    expect(api.values).not.toHaveProperty(SUSPEND)
    api.calls.length = 0
    await channel.save(now())
    expect(api.calls).toEqual([SUSPEND, 'commit'])
  })

  test('keeps what it had complete, whatever a fresh start comes to', async () => {
    Object.assign(api.values, { [STATUS]: 'passed', [SCORE]: '90' })
    await channel.open()
    await channel.save(now())
    expect(api.values).toMatchObject({ [STATUS]: 'passed', [SCORE]: '90', [SUSPEND]: 'helo1~0' })
  })

  test('that refuses something gets all the rest, and the session hears of it', async () => {
    await channel.open()
    api.refused = [STATUS, 'cmi.core.lesson_location']
    await expect(channel.save(now())).rejects.toThrow('lesson_status, incomplete): error 405')
    expect(api.values).toMatchObject({ [SCORE]: '50', [SUSPEND]: 'helo1~0' })
    api.refused = ['cmi.core.lesson_location']
    await channel.save(now())
    expect(api.values[STATUS]).toBe('incomplete')
  })

  test('has answers behind those of earlier visits, each once', async () => {
    api.values['cmi.interactions._count'] = '2'
    await channel.open()
    const question = { kind: 'predict', ask: '?', choices: ['a'] }
    const step = { id: 'say', title: 'Say', goals: [], question }
    channel.answered({ step, answer: ['a'], right: true })
    api.refused = ['cmi.interactions.2.type']
    await channel.save(now())
    await channel.save(now({ location: 'again' }))
    expect(api.calls.filter((call) => call.endsWith('.id'))).toEqual(['cmi.interactions.2.id'])
  })

  test('is left once, with the time, and though it throws', async () => {
    await channel.open()
    channel.leave(now())
    channel.leave(now())
    await channel.save(now({ kept: 'helo1~1' }))
    expect(api.calls.slice(-2)).toEqual(['commit', 'finish'])
    expect(api.calls.filter((call) => call === 'finish')).toHaveLength(1)
    expect(api.values).toMatchObject({
      ...{ 'cmi.core.exit': 'suspend', 'cmi.core.session_time': '0000:00:05.00' },
      [SUSPEND]: 'helo1~0',
    })
    const other = new ScormChannel('scorm12', {
      ...{ language: 'en', find: () => api, now: () => new Date(0) },
    })
    await other.open()
    api.isDown = true
    expect(() => other.leave(now())).not.toThrow()
  })

  test.each(['browse', 'review'])('in the mode %s is only opened and closed', async (mode) => {
    api.values['cmi.core.lesson_mode'] = mode
    expect((await channel.open()).mode).toBe('look')
    await channel.save(now())
    channel.leave(now())
    expect(api.calls).toEqual(['initialize', 'finish'])
  })
})
